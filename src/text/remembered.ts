/** What was found for a text lately: as many findings as there is room for, and as many from before them. */
export class Remembered<Finding extends object> {
  private readonly room: number;
  private latest = new Map<string, Finding>();
  /** What is asked for again is taken over, the rest forgotten. */
  private before: ReadonlyMap<string, Finding> = this.latest;

  constructor(room: number) {
    this.room = room;
  }

  /** What is known of the text, or what `find` says of it. */
  of(text: string, find: (text: string) => Finding): Finding {
    const known = this.latest.get(text);
    if (known) return known;
    const finding = this.before.get(text) ?? find(text);
    if (this.latest.size >= this.room) {
      this.before = this.latest;
      this.latest = new Map();
    }
    this.latest.set(text, finding);
    return finding;
  }
}

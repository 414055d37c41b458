/** The best rows of a sweep, kept in a heap whose root is the worst of them. Exact: ties end at the id. */
export class TopRows {
  private readonly limit: number;
  private readonly isBefore: (row: number, other: number) => boolean;
  private readonly rows: number[] = [];
  private readonly scores: number[] = [];

  /** `isBefore`: whether a row's id comes before another's. */
  constructor(limit: number, isBefore: (row: number, other: number) => boolean) {
    this.limit = limit;
    this.isBefore = isBefore;
  }

  /** What a score must reach to be looked at; rows below it are none of the best. */
  get threshold(): number {
    return this.rows.length < this.limit ? Number.NEGATIVE_INFINITY : this.scores[0]!;
  }

  offer(row: number, score: number): void {
    if (this.limit === 0) return;
    if (this.rows.length < this.limit) {
      this.rows.push(row);
      this.scores.push(score);
      this.rise(this.rows.length - 1);
      return;
    }
    if (!this.isWorse(this.scores[0]!, this.rows[0]!, score, row)) return;
    this.scores[0] = score;
    this.rows[0] = row;
    this.sink();
  }

  /** Best first. */
  sorted(): { row: number; score: number }[] {
    return this.rows
      .map((row, i) => ({ row, score: this.scores[i]! }))
      .sort((a, b) => (this.isWorse(a.score, a.row, b.score, b.row) ? 1 : -1));
  }

  /** Whether the first is to stand behind the second: lower, or as high with a later id. */
  private isWorse(score: number, row: number, other: number, otherRow: number): boolean {
    return score < other || (score === other && this.isBefore(otherRow, row));
  }

  private rise(from: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.worseAt(at, parent)) return;
      this.swap(at, parent);
      at = parent;
    }
  }

  private sink(): void {
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      if (left >= this.rows.length) return;
      const right = left + 1;
      const child = right < this.rows.length && this.worseAt(right, left) ? right : left;
      if (!this.worseAt(child, at)) return;
      this.swap(at, child);
      at = child;
    }
  }

  private worseAt(a: number, b: number): boolean {
    return this.isWorse(this.scores[a]!, this.rows[a]!, this.scores[b]!, this.rows[b]!);
  }

  private swap(a: number, b: number): void {
    [this.rows[a], this.rows[b]] = [this.rows[b]!, this.rows[a]!];
    [this.scores[a], this.scores[b]] = [this.scores[b]!, this.scores[a]!];
  }
}

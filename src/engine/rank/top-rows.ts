/** The best rows of a sweep, kept in a heap whose root is the worst of them. Exact: ties end at the id. */
export class TopRows<Found> {
  private readonly limit: number;
  private readonly isBefore: (row: number, other: number) => boolean;
  private readonly rows: number[] = [];
  private readonly scores: number[] = [];
  private readonly found: Found[] = [];

  /** `isBefore`: whether a row's id comes before another's. */
  constructor(limit: number, isBefore: (row: number, other: number) => boolean) {
    this.limit = limit;
    this.isBefore = isBefore;
  }

  /** What a score must reach to be looked at; rows below it are none of the best. */
  get threshold(): number {
    return this.rows.length < this.limit
      ? Number.NEGATIVE_INFINITY
      : (this.scores[0] ?? Number.POSITIVE_INFINITY);
  }

  get isFull(): boolean {
    return this.rows.length >= this.limit;
  }

  /** `found`: what else is known of the row. */
  offer(row: number, score: number, found: Found): void {
    if (this.limit === 0) return;
    if (this.rows.length < this.limit) {
      this.rows.push(row);
      this.scores.push(score);
      this.found.push(found);
      this.rise(this.rows.length - 1);
      return;
    }
    if (!this.isWorse(this.scores[0]!, this.rows[0]!, score, row)) return;
    this.scores[0] = score;
    this.rows[0] = row;
    this.found[0] = found;
    this.sink();
  }

  /** Best first. */
  sorted(): { readonly row: number; readonly found: Found }[] {
    const { rows, found } = this;
    return Array.from(rows.keys())
      .sort((a, b) => (this.worseAt(a, b) ? 1 : -1))
      .map((at) => ({ row: rows[at]!, found: found[at]! }));
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
    exchange(this.rows, a, b);
    exchange(this.scores, a, b);
    exchange(this.found, a, b);
  }
}

function exchange<T>(list: T[], a: number, b: number): void {
  const kept = list[a]!;
  list[a] = list[b]!;
  list[b] = kept;
}

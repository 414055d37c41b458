/** Columns waiting, nearest first (a binary heap with decrease-key); equally near ones by number. */
export class ColumnQueue {
  private readonly heap: Int32Array;
  private readonly placeOf: Int32Array;
  private readonly key: Float64Array;
  private count = 0;

  /** `key` is the caller's: lower an entry, then call `lowered`. */
  constructor(key: Float64Array) {
    this.heap = new Int32Array(key.length);
    this.placeOf = new Int32Array(key.length).fill(-1);
    this.key = key;
  }

  get size(): number {
    return this.count;
  }

  /** The column is new here, or its key has become smaller. */
  lowered(column: number): void {
    let at = this.placeOf[column]!;
    if (at < 0) at = this.count++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = this.heap[parent]!;
      if (!this.before(column, above)) break;
      this.put(at, above);
      at = parent;
    }
    this.put(at, column);
  }

  takeNearest(): number {
    const nearest = this.heap[0]!;
    this.placeOf[nearest] = -1;
    const last = this.heap[--this.count]!;
    if (this.count > 0) this.sink(last);
    return nearest;
  }

  clear(): void {
    for (let i = 0; i < this.count; i++) this.placeOf[this.heap[i]!] = -1;
    this.count = 0;
  }

  private sink(column: number): void {
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.count) break;
      if (child + 1 < this.count && this.before(this.heap[child + 1]!, this.heap[child]!)) child++;
      const below = this.heap[child]!;
      if (!this.before(below, column)) break;
      this.put(at, below);
      at = child;
    }
    this.put(at, column);
  }

  private before(a: number, b: number): boolean {
    const difference = this.key[a]! - this.key[b]!;
    return difference < 0 || (difference === 0 && a < b);
  }

  private put(at: number, column: number): void {
    this.heap[at] = column;
    this.placeOf[column] = at;
  }
}

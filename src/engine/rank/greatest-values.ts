/** The `limit` greatest of many numbers: a heap whose root is the least of them. */
export class GreatestValues {
  private readonly heap: Float64Array;
  private count = 0;

  constructor(limit: number) {
    this.heap = new Float64Array(limit);
  }

  /** What a number must exceed to be one of them. */
  get least(): number {
    return this.count < this.heap.length
      ? Number.NEGATIVE_INFINITY
      : (this.heap[0] ?? Number.POSITIVE_INFINITY);
  }

  add(value: number): void {
    const { heap } = this;
    if (this.count < heap.length) {
      this.rise(value, this.count++);
    } else if (value > heap[0]!) this.sink(value);
  }

  private rise(value: number, from: number): void {
    const { heap } = this;
    let at = from;
    while (at > 0 && heap[(at - 1) >> 1]! > value) {
      heap[at] = heap[(at - 1) >> 1]!;
      at = (at - 1) >> 1;
    }
    heap[at] = value;
  }

  private sink(value: number): void {
    const { heap, count } = this;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child + 1 < count && heap[child + 1]! < heap[child]!) child++;
      if (child >= count || heap[child]! >= value) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = value;
  }
}

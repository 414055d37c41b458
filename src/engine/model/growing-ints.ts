/** Whole numbers (32 bits, signed) that come one by one and lie side by side: four bytes each, no objects. */
export class GrowingInts {
  private buffer = new Int32Array(1024);
  private count = 0;

  get length(): number {
    return this.count;
  }

  push(value: number): void {
    if (this.count === this.buffer.length) {
      const larger = new Int32Array(2 * this.count);
      larger.set(this.buffer);
      this.buffer = larger;
    }
    this.buffer[this.count++] = value;
  }

  at(place: number): number {
    return this.buffer[place]!;
  }

  set(place: number, value: number): void {
    this.buffer[place] = value;
  }

  /** What is there, without copying; good until the next push. */
  view(): Int32Array {
    return this.buffer.subarray(0, this.count);
  }
}

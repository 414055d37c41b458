/** Numbers that come one by one and lie side by side: eight bytes each, no objects. */
export class GrowingFloats {
  private buffer = new Float64Array(1024);
  private count = 0;

  push(value: number): void {
    if (this.count === this.buffer.length) {
      const larger = new Float64Array(2 * this.count);
      larger.set(this.buffer);
      this.buffer = larger;
    }
    this.buffer[this.count++] = value;
  }

  at(place: number): number {
    return this.buffer[place]!;
  }
}

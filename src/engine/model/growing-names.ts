/** Strings that come one by one, in stretches: one array of them all leaves a copy behind whenever it grows. */
const BITS = 12;
const STRETCH = 1 << BITS;

export class GrowingNames {
  private readonly stretches: string[][] = [];
  private count = 0;

  get length(): number {
    return this.count;
  }

  push(name: string): void {
    const place = this.count++ % STRETCH;
    if (place === 0) this.stretches.push([]);
    this.stretches[this.stretches.length - 1]![place] = name;
  }

  at(number: number): string {
    return this.stretches[number >> BITS]![number % STRETCH]!;
  }

  *[Symbol.iterator](): Generator<string> {
    for (const stretch of this.stretches) yield* stretch;
  }
}

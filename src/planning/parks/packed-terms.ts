/**
 * Terms of very many results side by side in memory, two or three bytes each: of a result the numbers of its terms in
 * ascending order, each as the step from the one before, and what it weighs there (both as numbers of seven bits a
 * byte, like the lists of an inverted index: Witten, Moffat & Bell 1999).
 */

/** Where the terms of one result lie. */
export interface PackedRange {
  readonly block: Uint8Array;
  readonly from: number;
  readonly to: number;
}

const BLOCK_BYTES = 2 ** 20;
/** A number of 32 bits takes so many bytes at most. */
const MOST_BYTES = 5;

export class PackedTerms {
  private block = new Uint8Array(0);
  private used = 0;

  /** A term may be there more than once, e.g. in title and abstract: it keeps its order there. */
  add(numbers: Int32Array, weights: Int32Array): PackedRange {
    const count = numbers.length;
    const order = new Float64Array(count);
    for (let i = 0; i < count; i++) order[i] = numbers[i]! * count + i;
    order.sort();
    this.makeRoom(2 * MOST_BYTES * count);
    const from = this.used;
    let before = 0;
    for (const place of order) {
      const i = place % count;
      this.put(numbers[i]! - before);
      this.put(weights[i]!);
      before = numbers[i]!;
    }
    return { block: this.block, from, to: this.used };
  }

  private makeRoom(bytes: number): void {
    if (this.used + bytes <= this.block.length) return;
    this.block = new Uint8Array(Math.max(BLOCK_BYTES, bytes));
    this.used = 0;
  }

  private put(value: number): void {
    let left = value;
    for (; left >= 0x80; left >>>= 7) this.block[this.used++] = (left & 0x7f) | 0x80;
    this.block[this.used++] = left;
  }
}

/** Reads what was put, one number after the other. */
export class PackedReader {
  private readonly block: Uint8Array;
  private readonly to: number;
  private at: number;

  constructor({ block, from, to }: PackedRange) {
    this.block = block;
    this.at = from;
    this.to = to;
  }

  get more(): boolean {
    return this.at < this.to;
  }

  next(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.block[this.at++]!;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  }
}

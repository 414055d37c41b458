/** Numbers by the codes of short strings, by open addressing in flat tables at most half full. */
const LEAST_BITS = 8;
/** Knuth's multiplicative hash (The Art of Computer Programming 3, 6.4): 2^32 by the golden ratio. */
const GOLDEN = 0x9e3779b1;

/** By two codes in one number. */
export class CodePairs {
  private bits = LEAST_BITS;
  /** Codes, and behind them the number and one; 0 where there is none. */
  private places = new Int32Array(2 << LEAST_BITS);
  private size = 0;

  get(codes: number): number {
    return this.places[this.place(codes) + 1]! - 1;
  }

  add(codes: number, number: number): void {
    if (2 * ++this.size > 1 << this.bits) this.widen();
    const at = this.place(codes);
    this.places[at] = codes;
    this.places[at + 1] = number + 1;
  }

  /** Where the codes are, or the empty place where they would be. */
  private place(codes: number): number {
    const { places } = this;
    let at = (Math.imul(codes, GOLDEN) >>> (32 - this.bits)) << 1;
    while (places[at + 1] !== 0 && places[at] !== codes) at = (at + 2) & (places.length - 1);
    return at;
  }

  private widen(): void {
    const before = this.places;
    this.bits++;
    this.places = new Int32Array(2 << this.bits);
    for (let from = 0; from < before.length; from += 2) {
      if (before[from + 1] === 0) continue;
      const at = this.place(before[from]!);
      this.places[at] = before[from]!;
      this.places[at + 1] = before[from + 1]!;
    }
  }
}

/** By four codes in two numbers. */
export class CodeQuads {
  private bits = LEAST_BITS;
  /** Codes, and behind them the number and one (0 where there is none), in four places that one cache line holds. */
  private places = new Int32Array(4 << LEAST_BITS);
  private size = 0;

  get(codes: number, more: number): number {
    return this.places[this.place(codes, more) + 2]! - 1;
  }

  add(codes: number, more: number, number: number): void {
    if (2 * ++this.size > 1 << this.bits) this.widen();
    this.write(codes, more, number + 1);
  }

  private write(codes: number, more: number, entry: number): void {
    const at = this.place(codes, more);
    this.places[at] = codes;
    this.places[at + 1] = more;
    this.places[at + 2] = entry;
  }

  /** Where the codes are, or the empty place where they would be. */
  private place(codes: number, more: number): number {
    const { places } = this;
    const hash = Math.imul(Math.imul(codes, GOLDEN) ^ more, GOLDEN);
    let at = (hash >>> (32 - this.bits)) << 2;
    while (places[at + 2] !== 0 && (places[at] !== codes || places[at + 1] !== more))
      at = (at + 4) & (places.length - 1);
    return at;
  }

  private widen(): void {
    const before = this.places;
    this.bits++;
    this.places = new Int32Array(4 << this.bits);
    for (let from = 0; from < before.length; from += 4) {
      if (before[from + 2] !== 0) this.write(before[from]!, before[from + 1]!, before[from + 2]!);
    }
  }
}

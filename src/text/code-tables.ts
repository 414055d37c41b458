/** Numbers by the codes of short strings, by open addressing in flat tables at most half full. */
const LEAST_BITS = 8;
/** Knuth's multiplicative hash (The Art of Computer Programming 3, 6.4): 2^32 by the golden ratio. */
const GOLDEN = 0x9e3779b1;

/** Codes that are looked up together, with the places where their numbers go; in memory that the next ones overwrite. */
export class AskedCodes {
  codes = new Int32Array(0);
  places = new Int32Array(0);
  count = 0;

  /** Of no more than so many. */
  begin(most: number): void {
    this.count = 0;
    if (most <= this.codes.length) return;
    this.codes = new Int32Array(2 * most);
    this.places = new Int32Array(2 * most);
  }

  add(codes: number, place: number): void {
    this.codes[this.count] = codes;
    this.places[this.count++] = place;
  }
}

/** By two codes in one number. */
export class CodePairs {
  private bits = LEAST_BITS;
  /** Codes, and behind them the number and one; 0 where there is none. */
  private places = new Int32Array(2 << LEAST_BITS);
  private size = 0;

  /** -1 where the codes have none. */
  get(codes: number): number {
    return this.places[this.place(codes) + 1]! - 1;
  }

  /**
   * Writes the numbers of codes, −1 for those that have none. One after the other without anything in between: the
   * processor then waits for many places of the table at once.
   */
  getAll({ codes, places, count }: AskedCodes, into: Int32Array): void {
    const table = this.places;
    const last = table.length - 1;
    const shift = 32 - this.bits;
    for (let i = 0; i < count; i++) {
      const sought = codes[i]!;
      let at = (Math.imul(sought, GOLDEN) >>> shift) << 1;
      while (table[at + 1] !== 0 && table[at] !== sought) at = (at + 2) & last;
      into[places[i]!] = table[at + 1]! - 1;
    }
  }

  /** Gives the codes a number, in place of the one that they have. */
  set(codes: number, number: number): void {
    const at = this.place(codes);
    if (this.places[at + 1] === 0) this.add(at, codes, number);
    else this.places[at + 1] = number + 1;
  }

  /** Makes their number larger, from 0 on. */
  increase(codes: number, by: number): void {
    const at = this.place(codes);
    if (this.places[at + 1] === 0) this.add(at, codes, by);
    else this.places[at + 1]! += by;
  }

  /** Their number, which is `next` where they had none. */
  number(codes: number, next: number): number {
    const at = this.place(codes);
    const known = this.places[at + 1]!;
    if (known !== 0) return known - 1;
    this.add(at, codes, next);
    return next;
  }

  /** Those with a number of at least so much. */
  from(least: number): CodePairs {
    const kept = new CodePairs();
    for (let at = 0; at < this.places.length; at += 2) {
      const number = this.places[at + 1]! - 1;
      if (number >= Math.max(0, least)) kept.set(this.places[at]!, number);
    }
    return kept;
  }

  /** Where the codes are, or the empty place where they would be. */
  private place(codes: number): number {
    const { places } = this;
    let at = (Math.imul(codes, GOLDEN) >>> (32 - this.bits)) << 1;
    while (places[at + 1] !== 0 && places[at] !== codes) at = (at + 2) & (places.length - 1);
    return at;
  }

  private add(at: number, codes: number, number: number): void {
    this.places[at] = codes;
    this.places[at + 1] = number + 1;
    if (2 * ++this.size > 1 << this.bits) this.widen();
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

  /** -1 where the codes have none. */
  get(codes: number, more: number): number {
    return this.places[this.place(codes, more) + 2]! - 1;
  }

  /** Their number, which is `next` where they had none. */
  number(codes: number, more: number, next: number): number {
    const at = this.place(codes, more);
    const known = this.places[at + 2]!;
    if (known !== 0) return known - 1;
    this.write(at, codes, more, next + 1);
    if (2 * ++this.size > 1 << this.bits) this.widen();
    return next;
  }

  private write(at: number, codes: number, more: number, entry: number): void {
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
      const entry = before[from + 2]!;
      if (entry === 0) continue;
      const [codes, more] = [before[from]!, before[from + 1]!];
      this.write(this.place(codes, more), codes, more, entry);
    }
  }
}

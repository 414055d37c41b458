/**
 * Terms with a number each. Most terms of a Chinese text are pairs of characters and words of two characters: two codes
 * fit into one number, and a flat table of those is read three times as fast as a `Map` of strings, which an index of
 * thousands of records asks by the million.
 */
const PAIR_SIGN = 0x23;

export class TermNumbers {
  /** Pairs (`#锂电`) and words of two units, by their codes. */
  private readonly pairs = new CodePairs();
  private readonly words = new CodePairs();
  private readonly others = new Map<string, number>();

  /** -1 where the term has none. */
  get(term: string): number {
    const { length } = term;
    if (length === 2) return this.words.get((term.charCodeAt(0) << 16) | term.charCodeAt(1));
    if (length === 3 && term.charCodeAt(0) === PAIR_SIGN)
      return this.pairs.get((term.charCodeAt(1) << 16) | term.charCodeAt(2));
    return this.others.get(term) ?? -1;
  }

  /** Numbers a term that has no number yet. */
  add(term: string, number: number): void {
    const { length } = term;
    if (length === 2) this.words.add((term.charCodeAt(0) << 16) | term.charCodeAt(1), number);
    else if (length === 3 && term.charCodeAt(0) === PAIR_SIGN)
      this.pairs.add((term.charCodeAt(1) << 16) | term.charCodeAt(2), number);
    else this.others.set(term, number);
  }
}

const LEAST_BITS = 8;
/** Knuth's multiplicative hash (The Art of Computer Programming 3, 6.4): 2^32 by the golden ratio. */
const GOLDEN = 0x9e3779b1;

/** Numbers by two codes in one, by open addressing, at most half full. */
class CodePairs {
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

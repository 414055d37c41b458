/** The impacts of one vector by term number, in a table so small that it stays in the processor's cache. */
import type { ImpactVector, VectorStretch } from './impact-vector.ts';

/** Places for each term: most other terms then hit an empty one at once. */
const ROOM = 4;
/** Knuth's multiplicative hash (The Art of Computer Programming 3, 6.4): 2^32 by the golden ratio. */
const GOLDEN = 0x9e3779b1;
const EMPTY = -1;
/** By the last bits of a term whether the vector may have it: so many places rule out nearly all that it has not. */
const LAST_BITS = 2 ** 13 - 1;
/** Places of the terms that may be shared, in memory that the next look overwrites. */
let likely = new Int32Array(1 << 10);

/** Terms that two vectors share, in the order of the other one, with the impacts of both. */
export interface MetTerms {
  readonly terms: Int32Array;
  readonly impacts: Uint16Array;
  readonly own: Uint16Array;
}

export class ImpactTable {
  readonly isEmpty: boolean;
  private readonly terms: Int32Array;
  private readonly impacts: Uint16Array;
  private readonly shift: number;
  /** 1 where a term with these last bits is in the vector. */
  private readonly may = new Uint8Array(LAST_BITS + 1);

  constructor({ terms, impacts }: ImpactVector) {
    this.isEmpty = terms.length === 0;
    const bits = Math.ceil(Math.log2(ROOM * (terms.length + 1)));
    this.shift = 32 - bits;
    this.terms = new Int32Array(2 ** bits).fill(EMPTY);
    this.impacts = new Uint16Array(2 ** bits);
    for (let i = 0; i < terms.length; i++) {
      this.may[terms[i]! & LAST_BITS] = 1;
      const at = this.place(terms[i]!);
      this.terms[at] = terms[i]!;
      this.impacts[at] = impacts[i]!;
    }
  }

  /** 0 where the vector has no such term. */
  of(term: number): number {
    return this.impacts[this.place(term)]!;
  }

  /** Sum of the products with another vector. */
  product({ terms: theirs, impacts: others, start, end }: VectorStretch): number {
    const { may } = this;
    let sum = 0;
    for (let i = start; i < end; i++) {
      const term = theirs[i]!;
      if (may[term & LAST_BITS] === 1) sum += others[i]! * this.of(term);
    }
    return sum;
  }

  /** Writes the terms that another vector has too, with its impacts and those of this one; returns how many. */
  meet(other: VectorStretch, into: MetTerms): number {
    const { terms: theirs, impacts: others } = other;
    const { terms, impacts, own } = into;
    const near = this.lookFor(other);
    const places = likely;
    let count = 0;
    for (let k = 0; k < near; k++) {
      const i = places[k]!;
      const term = theirs[i]!;
      const impact = this.of(term);
      if (impact === 0) continue;
      terms[count] = term;
      impacts[count] = others[i]!;
      own[count++] = impact;
    }
    return count;
  }

  /** Notes where the terms stand that may be shared, without a branch: a third is, and no processor foresees which. */
  private lookFor({ terms, start, end }: VectorStretch): number {
    if (end - start > likely.length) likely = new Int32Array(2 * (end - start));
    const { may } = this;
    const places = likely;
    let count = 0;
    for (let i = start; i < end; i++) {
      places[count] = i;
      count += may[terms[i]! & LAST_BITS]!;
    }
    return count;
  }

  /** Where the term is, or the empty place where it would be. */
  private place(term: number): number {
    const { terms } = this;
    let at = Math.imul(term, GOLDEN) >>> this.shift;
    while (terms[at] !== term && terms[at] !== EMPTY) at = (at + 1) & (terms.length - 1);
    return at;
  }
}

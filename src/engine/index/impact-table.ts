/** The impacts of one vector by term number, in a table so small that it stays in the processor's cache. */
import type { ImpactVector, VectorStretch } from './impact-vector.ts';

/** Places for each term: most other terms then hit an empty one at once. */
const ROOM = 4;
/** Knuth's multiplicative hash (The Art of Computer Programming 3, 6.4): 2^32 by the golden ratio. */
const GOLDEN = 0x9e3779b1;
const EMPTY = -1;

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

  constructor({ terms, impacts }: ImpactVector) {
    this.isEmpty = terms.length === 0;
    const bits = Math.ceil(Math.log2(ROOM * (terms.length + 1)));
    this.shift = 32 - bits;
    this.terms = new Int32Array(2 ** bits).fill(EMPTY);
    this.impacts = new Uint16Array(2 ** bits);
    for (let i = 0; i < terms.length; i++) {
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
    const { terms, impacts, shift } = this;
    const last = terms.length - 1;
    let sum = 0;
    for (let i = start; i < end; i++) {
      const term = theirs[i]!;
      let at = Math.imul(term, GOLDEN) >>> shift;
      let found = terms[at]!;
      while (found !== term && found !== EMPTY) {
        at = (at + 1) & last;
        found = terms[at]!;
      }
      if (found === term) sum += others[i]! * impacts[at]!;
    }
    return sum;
  }

  /** Writes the terms that another vector has too, with its impacts and those of this one; returns how many. */
  meet({ terms: theirs, impacts: others, start, end }: VectorStretch, into: MetTerms): number {
    const { terms, impacts, shift } = this;
    const last = terms.length - 1;
    let count = 0;
    for (let i = start; i < end; i++) {
      const term = theirs[i]!;
      let at = Math.imul(term, GOLDEN) >>> shift;
      let found = terms[at]!;
      while (found !== term && found !== EMPTY) {
        at = (at + 1) & last;
        found = terms[at]!;
      }
      if (found !== term) continue;
      into.terms[count] = term;
      into.impacts[count] = others[i]!;
      into.own[count++] = impacts[at]!;
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

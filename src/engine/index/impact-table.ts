/** The impacts of one vector by term number, in a table so small that it stays in the processor's cache. */
import type { ImpactVector, VectorStretch } from './impact-vector.ts';

/** Places for each term: most other terms then hit an empty one at once. */
const ROOM = 4;
/** Knuth's multiplicative hash (The Art of Computer Programming 3, 6.4): 2^32 by the golden ratio. */
const GOLDEN = 0x9e3779b1;
const EMPTY = -1;

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
  product({ terms, impacts, start, end }: VectorStretch): number {
    let sum = 0;
    for (let i = start; i < end; i++) sum += impacts[i]! * this.of(terms[i]!);
    return sum;
  }

  /** Where the term is, or the empty place where it would be. */
  private place(term: number): number {
    const { terms } = this;
    let at = Math.imul(term, GOLDEN) >>> this.shift;
    while (terms[at] !== term && terms[at] !== EMPTY) at = (at + 1) & (terms.length - 1);
    return at;
  }
}

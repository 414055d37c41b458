/**
 * What the terms of a result count in its whole text and in what it asks for, by term number, in one table so small
 * that it stays in the processor's cache: a carrier's text is read once for both.
 */
import type { ImpactVector, VectorStretch } from '../index/impact-vector.ts';

/** Places for each term: most other terms then hit an empty one at once. */
const ROOM = 4;
/** Knuth's multiplicative hash (The Art of Computer Programming 3, 6.4): 2^32 by the golden ratio. */
const GOLDEN = 0x9e3779b1;
const EMPTY = -1;

export class QueryTable {
  /** By place; 0 where the text has no such term. */
  readonly text: Uint16Array;
  readonly asked: Uint16Array;
  private readonly terms: Int32Array;
  private readonly shift: number;

  constructor(text: ImpactVector, asked: ImpactVector) {
    const bits = Math.ceil(Math.log2(ROOM * (text.terms.length + asked.terms.length + 1)));
    this.shift = 32 - bits;
    this.terms = new Int32Array(2 ** bits).fill(EMPTY);
    this.text = new Uint16Array(2 ** bits);
    this.asked = new Uint16Array(2 ** bits);
    this.write(text, this.text);
    this.write(asked, this.asked);
  }

  /** Where the term is, or the empty place where it would be. */
  place(term: number): number {
    const { terms } = this;
    let at = Math.imul(term, GOLDEN) >>> this.shift;
    while (terms[at] !== term && terms[at] !== EMPTY) at = (at + 1) & (terms.length - 1);
    return at;
  }

  /** Sum of the products of the whole text with another vector. */
  product({ terms, impacts, start, end }: VectorStretch): number {
    let sum = 0;
    for (let i = start; i < end; i++) sum += impacts[i]! * this.text[this.place(terms[i]!)]!;
    return sum;
  }

  private write({ terms, impacts }: ImpactVector, into: Uint16Array): void {
    for (let i = 0; i < terms.length; i++) {
      const at = this.place(terms[i]!);
      this.terms[at] = terms[i]!;
      into[at] = impacts[i]!;
    }
  }
}

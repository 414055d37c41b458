/** The strongest words of results, by row, read when a row is first looked at and kept until it changes. */
import { widened } from '../model/widened.ts';
import { type KeyWords, WORDS, type WordAligner } from '../model/word-alignment.ts';
import type { ImpactVector } from './impact-vector.ts';

const UNREAD = 255;

export class ResultKeyWords {
  private readonly aligner: WordAligner;
  private readonly vectorOf: (row: number) => ImpactVector;
  /** How many a row has, once it was read. */
  private counts = new Uint8Array(0);
  /** `WORDS` places a row. */
  private terms = new Int32Array(0);
  private shares = new Float64Array(0);

  constructor(aligner: WordAligner, vectorOf: (row: number) => ImpactVector) {
    this.aligner = aligner;
    this.vectorOf = vectorOf;
  }

  of(row: number): KeyWords {
    if (row >= this.counts.length) this.reserve(row + 1);
    const from = row * WORDS;
    if (this.counts[row] === UNREAD) {
      const { terms, shares } = this.aligner.keyWords(this.vectorOf(row));
      this.terms.set(terms, from);
      this.shares.set(shares, from);
      this.counts[row] = terms.length;
    }
    const end = from + this.counts[row]!;
    return { terms: this.terms.subarray(from, end), shares: this.shares.subarray(from, end) };
  }

  /** The row has another text now. */
  forget(row: number): void {
    if (row < this.counts.length) this.counts[row] = UNREAD;
  }

  private reserve(rows: number): void {
    const room = 2 * rows;
    this.counts = widened(this.counts, room, UNREAD);
    this.terms = widened(this.terms, room * WORDS);
    this.shares = widened(this.shares, room * WORDS);
  }
}

/** The strongest words of carriers, by row, read when a row is first looked at and kept until it changes. */
import { widened } from '../model/widened.ts';
import { WORDS, type WordAligner } from '../model/word-alignment.ts';
import type { VectorStretch } from './impact-vector.ts';

const UNREAD = 255;

export class CarrierKeyWords {
  readonly aligner: WordAligner;
  /** How many a row has, once it was read. */
  private counts = new Uint8Array(0);
  /** Numbers of the words in `vocabulary`, `WORDS` places a row. */
  numbers = new Uint32Array(0);
  shares = new Float64Array(0);
  /** Terms of all words that were read, by their number here. */
  readonly vocabulary: number[] = [];
  private readonly numberOf = new Map<number, number>();
  private readonly textOf: (row: number) => VectorStretch;

  constructor(aligner: WordAligner, textOf: (row: number) => VectorStretch) {
    this.aligner = aligner;
    this.textOf = textOf;
  }

  /** Reads a row where that is not done yet; returns how many words it has. They begin at `WORDS × row`. */
  read(row: number): number {
    if (row >= this.counts.length) this.reserve(row + 1);
    const count = this.counts[row]!;
    if (count !== UNREAD) return count;
    const { aligner } = this;
    const chosen = aligner.choose(this.textOf(row));
    for (let i = 0; i < chosen; i++) this.numbers[row * WORDS + i] = this.number(aligner.strongest[i]!);
    aligner.share(chosen, this.shares, row * WORDS);
    this.counts[row] = chosen;
    return chosen;
  }

  /** The row has another text now. */
  forget(row: number): void {
    if (row < this.counts.length) this.counts[row] = UNREAD;
  }

  private number(term: number): number {
    let number = this.numberOf.get(term);
    if (number === undefined) {
      number = this.vocabulary.push(term) - 1;
      this.numberOf.set(term, number);
    }
    return number;
  }

  private reserve(rows: number): void {
    const room = 2 * rows;
    this.counts = widened(this.counts, room, UNREAD);
    this.numbers = widened(this.numbers, room * WORDS);
    this.shares = widened(this.shares, room * WORDS);
  }
}

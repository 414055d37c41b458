/** The words that weigh most in a text and have a vector; of carriers by row, read when a row is first looked at. */
import { widened } from '../model/widened.ts';
import type { WordVectors } from '../model/word-vectors.ts';
import type { VectorStretch } from './impact-vector.ts';

/** So many words of a text are looked at. */
export const HEAVIEST = 6;

const UNREAD = 255;

/** Chooses the heaviest words of texts; of equal ones those that come first in the text. */
export class HeavyWords {
  readonly numbers = new Int32Array(HEAVIEST);
  readonly impacts = new Int32Array(HEAVIEST);
  private readonly words: WordVectors;

  constructor(words: WordVectors) {
    this.words = words;
  }

  /** Leaves them in `numbers` and `impacts`, the heaviest first; returns how many there are. */
  choose({ terms, impacts: given, start, end }: VectorStretch): number {
    const { numbers, impacts } = this;
    const { rows } = this.words;
    let count = 0;
    for (let i = start; i < end; i++) {
      const impact = given[i]!;
      if (count === HEAVIEST && impact <= impacts[HEAVIEST - 1]!) continue;
      const number = terms[i]!;
      if (number >= rows.length || rows[number]! < 0) continue;
      if (count < HEAVIEST) count++;
      let to = count - 1;
      for (; to > 0 && impacts[to - 1]! < impact; to--) {
        numbers[to] = numbers[to - 1]!;
        impacts[to] = impacts[to - 1]!;
      }
      numbers[to] = number;
      impacts[to] = impact;
    }
    return count;
  }
}

export class CarrierHeavyWords {
  /** `HEAVIEST` places a row. */
  numbers = new Int32Array(0);
  impacts = new Uint16Array(0);
  /** How many a row has, once it was read. */
  private counts = new Uint8Array(0);
  private readonly chosen: HeavyWords;
  private readonly textOf: (row: number) => VectorStretch;

  constructor(words: WordVectors, textOf: (row: number) => VectorStretch) {
    this.chosen = new HeavyWords(words);
    this.textOf = textOf;
  }

  /** Reads a row where that is not done yet; returns how many words it has. They begin at `HEAVIEST × row`. */
  read(row: number): number {
    if (row >= this.counts.length) this.reserve(row + 1);
    const known = this.counts[row]!;
    if (known !== UNREAD) return known;
    const count = this.chosen.choose(this.textOf(row));
    for (let i = 0; i < count; i++) {
      this.numbers[row * HEAVIEST + i] = this.chosen.numbers[i]!;
      this.impacts[row * HEAVIEST + i] = this.chosen.impacts[i]!;
    }
    this.counts[row] = count;
    return count;
  }

  /** The row has another text now. */
  forget(row: number): void {
    if (row < this.counts.length) this.counts[row] = UNREAD;
  }

  private reserve(rows: number): void {
    const room = 2 * rows;
    this.counts = widened(this.counts, room, UNREAD);
    this.numbers = widened(this.numbers, room * HEAVIEST);
    this.impacts = widened(this.impacts, room * HEAVIEST);
  }
}

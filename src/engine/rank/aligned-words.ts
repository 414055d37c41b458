/**
 * The strongest words of one result against those of any carrier, as `WordAligner` aligns them. How close a word of
 * results is to the words of carriers is kept: the same words come again with other results.
 */
import type { ImpactVector } from '../index/impact-vector.ts';
import type { CarrierKeyWords } from '../index/key-words.ts';
import { type KeyWords, WORDS } from '../model/word-alignment.ts';

/** Words of results whose closeness to others is kept; each takes eight bytes a word of the carriers. */
const MOST_KEPT = 128;
/** More than the last digits of two sums of the same numbers can differ by. */
const SLACK = 1e-9;
const NONE: KeyWords = { terms: new Int32Array(0), shares: new Float64Array(0) };

export class AlignedWords {
  private readonly carriers: CarrierKeyWords;
  private own = NONE;
  /** Whether the result has a text at all. */
  isEmpty = true;
  /** How close each word of the result is to each of the carriers, by number; 0 where that is not known yet, -1 for not at all. */
  private tables: Float64Array[] = [];
  /** By term, in the order of their last use. */
  private readonly kept = new Map<number, Float64Array>();
  private readonly nearest = new Float64Array(WORDS);

  constructor(carriers: CarrierKeyWords) {
    this.carriers = carriers;
  }

  /** From now on this text is compared. */
  begin(text: ImpactVector): void {
    this.isEmpty = text.terms.length === 0;
    this.own = this.carriers.aligner.keyWords(text);
    this.tables = Array.from(this.own.terms, (term) => this.tableOf(term));
  }

  /** What no alignment exceeds. */
  get most(): number {
    return this.carriers.aligner.closest;
  }

  /** 0–1; or, as soon as that is certain, -1 for less than `least`. */
  of(row: number, least = 0): number {
    const { carriers, own, nearest, most } = this;
    const words = carriers.read(row);
    const count = own.terms.length;
    const { numbers, shares } = carriers;
    const enough = least > 0 ? (least * least) / most - SLACK : Number.NEGATIVE_INFINITY;
    nearest.fill(0);
    let theirs = 0;
    let open = 1;
    for (let at = row * WORDS, end = at + words; at < end; at++) {
      const best = this.meet(numbers[at]!, count);
      const share = shares[at]!;
      theirs += share * best;
      open -= share;
      if (theirs + open * most < enough) return -1;
    }
    let mine = 0;
    for (let i = 0; i < count; i++) mine += own.shares[i]! * nearest[i]!;
    return Math.sqrt(mine * theirs);
  }

  /** How close the carrier's word is to the nearest of the result; notes where it is the nearest itself. */
  private meet(number: number, count: number): number {
    const { tables, nearest } = this;
    let best = 0;
    for (let i = 0; i < count; i++) {
      let table = tables[i]!;
      if (number >= table.length) table = this.widened(i);
      let value = table[number]!;
      if (value === 0) {
        value = this.carriers.aligner.closeness(this.own.terms[i]!, this.carriers.vocabulary[number]!) || -1;
        table[number] = value;
      }
      if (value > best) best = value;
      if (value > nearest[i]!) nearest[i] = value;
    }
    return best;
  }

  private tableOf(term: number): Float64Array {
    const table = this.kept.get(term) ?? unknown(this.carriers.vocabulary.length);
    this.kept.delete(term);
    this.kept.set(term, table);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= MOST_KEPT) break;
      this.kept.delete(oldest);
    }
    return table;
  }

  private widened(i: number): Float64Array {
    const wide = unknown(this.carriers.vocabulary.length);
    wide.set(this.tables[i]!);
    this.kept.set(this.own.terms[i]!, wide);
    this.tables[i] = wide;
    return wide;
  }
}

function unknown(words: number): Float64Array {
  return new Float64Array(Math.ceil(1.25 * words) + 64);
}

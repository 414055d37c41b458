/**
 * Soft alignment of two texts' strongest words (after Kusner et al. 2015, in the relaxed form: each word goes to
 * its nearest counterpart): 挤出 and 双螺杆 meet although no word is shared. The same word counts 1, a word whose
 * vector is close as far as it is closer than chance.
 */
import { type ImpactVector, stretchOf, type VectorStretch } from '../index/impact-vector.ts';
import type { Lexicon } from './lexicon.ts';
import { AT_ONCE, type TurnedVectors, UNIT, UnitVectors } from './unit-vectors.ts';
import type { WordVectors } from './word-vectors.ts';

/** So many words stand for a text; with more of them common words came in and the ranking fell. */
export const WORDS = AT_ONCE;
/** Closeness of two words that have nothing to do with each other may well reach this. */
const CHANCE = 0.3;

/** The strongest words of a text, by impact; of equal ones the first in code-unit order. */
export interface KeyWords {
  readonly terms: Int32Array;
  /** Squared weights; they sum to 1. */
  readonly shares: Float64Array;
}

export class WordAligner {
  /** No two words are closer; vectors are rounded, so that it is a little more than 1. */
  readonly closest: number;
  private readonly lexicon: Lexicon;
  private readonly words: WordVectors;
  private readonly units: UnitVectors;
  /** Of the text that was looked at last, the strongest first; `impacts` squared make their shares. */
  readonly strongest = new Int32Array(WORDS);
  private readonly impacts = new Float64Array(WORDS);

  constructor(lexicon: Lexicon, words: WordVectors) {
    this.lexicon = lexicon;
    this.words = words;
    this.units = unitsOf(words);
    this.closest = Math.max(1, aboveChance(this.units.longestSquare));
  }

  /** Of a text with single characters and pairs alone there are none: it aligns with nothing. */
  keyWords(text: ImpactVector): KeyWords {
    const count = this.choose(stretchOf(text));
    const shares = new Float64Array(count);
    this.share(count, shares, 0);
    return { terms: this.strongest.slice(0, count), shares };
  }

  /** Leaves the strongest words of a text in `strongest`; returns how many there are. */
  choose({ terms, impacts, start, end }: VectorStretch): number {
    const { lexicon, strongest, impacts: chosen } = this;
    let count = 0;
    for (let i = start; i < end; i++) {
      const impact = impacts[i]!;
      if (count === WORDS && impact < chosen[WORDS - 1]!) continue;
      const term = terms[i]!;
      if (!lexicon.isWord(term)) continue;
      let to = count;
      while (to > 0 && this.isBehind(to - 1, impact, term)) to--;
      if (to === WORDS) continue;
      if (count < WORDS) count++;
      for (let at = count - 1; at > to; at--) {
        strongest[at] = strongest[at - 1]!;
        chosen[at] = chosen[at - 1]!;
      }
      strongest[to] = term;
      chosen[to] = impact;
    }
    return count;
  }

  /** Writes the shares of the words that were chosen last. */
  share(count: number, into: Float64Array, at: number): void {
    const { impacts } = this;
    let all = 0;
    for (let i = 0; i < count; i++) all += impacts[i]! * impacts[i]!;
    for (let i = 0; i < count; i++) into[at + i] = (impacts[i]! * impacts[i]!) / all;
  }

  private isBehind(at: number, impact: number, term: number): boolean {
    const other = this.impacts[at]!;
    if (other !== impact) return other < impact;
    return this.lexicon.term(this.strongest[at]!) > this.lexicon.term(term);
  }

  /** For one text against many: how close each other word is to each of its own is computed once. */
  against(own: KeyWords): (other: KeyWords) => number {
    const count = own.terms.length;
    const known = new Map<number, Float64Array>();
    const nearest = new Float64Array(count);
    const closenessTo = (term: number): Float64Array => {
      let row = known.get(term);
      if (!row) {
        row = Float64Array.from(own.terms, (mine) => this.closeness(mine, term));
        known.set(term, row);
      }
      return row;
    };
    return (other) => {
      nearest.fill(0);
      let theirs = 0;
      for (let j = 0; j < other.terms.length; j++) {
        const row = closenessTo(other.terms[j]!);
        let best = 0;
        for (let i = 0; i < count; i++) {
          const value = row[i]!;
          if (value > best) best = value;
          if (value > nearest[i]!) nearest[i] = value;
        }
        theirs += other.shares[j]! * best;
      }
      let mine = 0;
      for (let i = 0; i < count; i++) mine += own.shares[i]! * nearest[i]!;
      return Math.sqrt(mine * theirs);
    };
  }

  /** 0–1. */
  closeness(a: number, b: number): number {
    return closenessOf(this.product(a, b));
  }

  /** Of the vectors of two words, in sixteen bits; 0 where one has none. */
  product(a: number, b: number): number {
    if (a === b) return UNIT * UNIT;
    const [row, other] = [this.row(a), this.row(b)];
    return row < 0 || other < 0 ? 0 : this.units.product(row, other);
  }

  /** The vectors of a text's words, to be multiplied with many others. */
  turned({ terms }: KeyWords): TurnedVectors {
    return this.units.turned(Array.from(terms, (term) => this.row(term)));
  }

  /** Writes the products of a word with all those of a text, `WORDS` of them: the same as one by one. */
  multiply({ terms }: KeyWords, vectors: TurnedVectors, word: number, into: Int16Array, at: number): void {
    const row = this.row(word);
    if (row < 0) into.fill(0, at, at + WORDS);
    else this.units.multiply(vectors, row, into, at);
    const same = terms.indexOf(word);
    if (same >= 0) into[at + same] = UNIT * UNIT;
  }

  /** Of a word among the vectors; -1 where it has none. */
  private row(word: number): number {
    const { rows } = this.words;
    return word < rows.length ? rows[word]! : -1;
  }
}

/** 0–1, from the product of two words' vectors: what is above chance. */
export function closenessOf(product: number): number {
  return Math.max(0, aboveChance(product));
}

function aboveChance(product: number): number {
  return (product / (UNIT * UNIT) - CHANCE) / (1 - CHANCE);
}

/** Pools of one model share them: making them takes as long as a hundred carriers. */
const UNITS = new WeakMap<WordVectors, UnitVectors>();

function unitsOf(words: WordVectors): UnitVectors {
  const known = UNITS.get(words) ?? new UnitVectors(words);
  UNITS.set(words, known);
  return known;
}

/**
 * Soft alignment of two texts' strongest words (after Kusner et al. 2015, in the relaxed form: each word goes to
 * its nearest counterpart): 挤出 and 双螺杆 meet although no word is shared. The same word counts 1, a word whose
 * vector is close as far as it is closer than chance.
 */
import { type ImpactVector, stretchOf, type VectorStretch } from '../index/impact-vector.ts';
import type { Lexicon } from './lexicon.ts';
import type { WordVectors } from './word-vectors.ts';

/** So many words stand for a text; with more of them common words came in and the ranking fell. */
export const WORDS = 8;
/** Closeness of two words that have nothing to do with each other may well reach this. */
const CHANCE = 0.3;
const UNIT = 127;
/** Whether a term is a word, and no character or pair of characters. */
const IS_WORD = { unread: 0, yes: 1, no: 2 } as const;

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
  /** Vectors of length UNIT in whole numbers, row after row. */
  private readonly units: Int8Array;
  /** Of the text that was looked at last, the strongest first; `impacts` squared make their shares. */
  readonly strongest = new Int32Array(WORDS);
  private readonly impacts = new Float64Array(WORDS);
  /** By term: one of IS_WORD. */
  private kinds = new Uint8Array(0);

  constructor(lexicon: Lexicon, words: WordVectors) {
    this.lexicon = lexicon;
    this.words = words;
    const { units, closest } = unitsOf(words);
    this.units = units;
    this.closest = closest;
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
    const { strongest, impacts: chosen } = this;
    let count = 0;
    for (let i = start; i < end; i++) {
      const impact = impacts[i]!;
      if (count === WORDS && impact < chosen[WORDS - 1]!) continue;
      const term = terms[i]!;
      if (!this.isWord(term)) continue;
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

  /** Each term is looked at once: its name lies somewhere else in memory. */
  private isWord(term: number): boolean {
    if (term >= this.kinds.length) {
      const wide = new Uint8Array(Math.ceil(1.25 * this.lexicon.size));
      wide.set(this.kinds);
      this.kinds = wide;
    }
    const known = this.kinds[term]!;
    if (known !== IS_WORD.unread) return known === IS_WORD.yes;
    const isWord = !this.lexicon.term(term).startsWith('#');
    this.kinds[term] = isWord ? IS_WORD.yes : IS_WORD.no;
    return isWord;
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
    const { rows, dimensions } = this.words;
    const row = a < rows.length ? rows[a]! : -1;
    const other = b < rows.length ? rows[b]! : -1;
    if (row < 0 || other < 0) return 0;
    const { units } = this;
    let sum = 0;
    for (let i = row * dimensions, j = other * dimensions, end = i + dimensions; i < end; i++, j++)
      sum = (sum + Math.imul(units[i]!, units[j]!)) | 0;
    return sum;
  }
}

/** 0–1, from the product of two words' vectors: what is above chance. */
export function closenessOf(product: number): number {
  return Math.max(0, aboveChance(product));
}

function aboveChance(product: number): number {
  return (product / (UNIT * UNIT) - CHANCE) / (1 - CHANCE);
}

interface Units {
  readonly units: Int8Array;
  readonly closest: number;
}

/** Pools of one model share them: making them takes as long as a hundred carriers. */
const UNITS = new WeakMap<WordVectors, Units>();

function unitsOf(words: WordVectors): Units {
  const known = UNITS.get(words);
  if (known) return known;
  const units = unitVectors(words);
  const made = { units, closest: Math.max(1, aboveChance(longestSquare(units, words.dimensions))) };
  UNITS.set(words, made);
  return made;
}

function longestSquare(units: Int8Array, dimensions: number): number {
  let longest = 0;
  for (let start = 0; start < units.length; start += dimensions) {
    let square = 0;
    for (let d = 0; d < dimensions; d++) square += units[start + d]! ** 2;
    if (square > longest) longest = square;
  }
  return longest;
}

function unitVectors({ vectors, dimensions }: WordVectors): Int8Array {
  const units = new Int8Array(vectors.length);
  for (let start = 0; start < vectors.length; start += dimensions) {
    let square = 0;
    for (let d = 0; d < dimensions; d++) square += vectors[start + d]! ** 2;
    const scale = UNIT / (Math.sqrt(square) || 1);
    for (let d = 0; d < dimensions; d++) units[start + d] = Math.round(vectors[start + d]! * scale);
  }
  return units;
}

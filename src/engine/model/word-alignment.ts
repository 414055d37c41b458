/**
 * Soft alignment of two texts' strongest words (after Kusner et al. 2015, in the relaxed form: each word goes to
 * its nearest counterpart): 挤出 and 双螺杆 meet although no word is shared. The same word counts 1, a word whose
 * vector is close as far as it is closer than chance.
 */
import type { ImpactVector } from '../index/impact-vector.ts';
import type { Lexicon } from './lexicon.ts';
import type { WordVectors } from './word-vectors.ts';

/** So many words stand for a text; with more of them common words came in and the ranking fell. */
export const WORDS = 8;
/** Closeness of two words that have nothing to do with each other may well reach this. */
const CHANCE = 0.3;
const UNIT = 127;

/** The strongest words of a text, by impact; of equal ones the first in code-unit order. */
export interface KeyWords {
  readonly terms: Int32Array;
  /** Squared weights; they sum to 1. */
  readonly shares: Float64Array;
}

interface StrongWord {
  readonly term: number;
  readonly impact: number;
  readonly name: string;
}

function isBehind(word: StrongWord, impact: number, name: string): boolean {
  return word.impact < impact || (word.impact === impact && word.name > name);
}

export class WordAligner {
  /** No two words are closer; vectors are rounded, so that it is a little more than 1. */
  readonly closest: number;
  private readonly lexicon: Lexicon;
  private readonly words: WordVectors;
  /** Vectors of length UNIT in whole numbers, row after row. */
  private readonly units: Int8Array;

  constructor(lexicon: Lexicon, words: WordVectors) {
    this.lexicon = lexicon;
    this.words = words;
    const { units, closest } = unitsOf(words);
    this.units = units;
    this.closest = closest;
  }

  /** Of a text with single characters and pairs alone there are none: it aligns with nothing. */
  keyWords({ terms, impacts }: ImpactVector): KeyWords {
    const strongest: StrongWord[] = [];
    for (let i = 0; i < terms.length; i++) {
      const impact = impacts[i]!;
      if (strongest.length === WORDS && impact < strongest[WORDS - 1]!.impact) continue;
      const name = this.lexicon.term(terms[i]!);
      if (name.startsWith('#')) continue;
      let to = strongest.length;
      while (to > 0 && isBehind(strongest[to - 1]!, impact, name)) to--;
      if (to === WORDS) continue;
      if (strongest.length === WORDS) strongest.pop();
      strongest.splice(to, 0, { term: terms[i]!, impact, name });
    }
    const all = strongest.reduce((sum, { impact }) => sum + impact * impact, 0);
    return {
      terms: Int32Array.from(strongest, ({ term }) => term),
      shares: Float64Array.from(strongest, ({ impact }) => (impact * impact) / all),
    };
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

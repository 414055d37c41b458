/** Two ways of saying a thing, compared by the characters and words that they share. */
import type { Span } from '../../domain/analysis.ts';
import { HAN_END, HAN_START } from '../model/lexicon.ts';
import type { Phrase } from './phrases.ts';

/** Units in common from which on two wordings speak of the same thing. */
const LEAST_ALIKE = 2;

/** A phrase, the clause that it is cut from, and what it can be compared by. */
export interface Wording {
  readonly phrase: Phrase;
  readonly span: Span;
  readonly units: Units;
}

/** Each once; so few that to look through them is quicker than any table. */
interface Units {
  /** Pairs of neighbouring Han characters, as one number each. */
  readonly pairs: readonly number[];
  /** English words. */
  readonly words: readonly string[];
  readonly size: number;
}

export function wordingOf(phrase: Phrase, span: Span): Wording {
  return { phrase, span, units: unitsOf(phrase.quote) };
}

/** How much two wordings say alike: pairs of Han characters and English words that both have. */
export function likeness(a: Wording, b: Wording): number {
  return common(a.units.pairs, b.units.pairs) + common(a.units.words, b.units.words);
}

function common<Unit>(a: readonly Unit[], b: readonly Unit[]): number {
  let count = 0;
  for (let i = 0; i < a.length; i++) if (holds(b, a[i]!)) count++;
  return count;
}

function holds<Unit>(units: readonly Unit[], wanted: Unit): boolean {
  for (let i = 0; i < units.length; i++) if (units[i] === wanted) return true;
  return false;
}

/** One word in common can be chance (器械, 验证), unless the ask is no more than that word. */
export function agree(asked: Wording, offered: Wording): boolean {
  const alike = likeness(asked, offered);
  return alike >= LEAST_ALIKE || (alike > 0 && alike === asked.units.size);
}

/** The same number of different things is nothing in common. */
const NUMERALS = new Set(Array.from('一二三四五六七八九十百千万亿两几数', (han) => han.charCodeAt(0)));
const HAN_SPAN = HAN_END - HAN_START;
const NO_WORDS: readonly string[] = [];

function unitsOf(quote: string): Units {
  const pairs: number[] = [];
  let words = NO_WORDS;
  // 0: no character that counts
  let first = 0;
  for (let i = 0; i < quote.length; i++) {
    const code = quote.charCodeAt(i);
    if (code < HAN_START && words === NO_WORDS) words = wordsOf(quote);
    const second = code >= HAN_START && code < HAN_END && !NUMERALS.has(code) ? code : 0;
    const pair = (first - HAN_START) * HAN_SPAN + second - HAN_START;
    if (first > 0 && second > 0 && !holds(pairs, pair)) pairs.push(pair);
    first = second;
  }
  return { pairs, words, size: pairs.length + words.length };
}

function wordsOf(quote: string): string[] {
  return [...new Set(quote.toLowerCase().match(/[a-z][a-z0-9]{2,}/gu))];
}

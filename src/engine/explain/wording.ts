/** Two ways of saying a thing, compared by the characters and words that they share. */
import type { Span } from '../../domain/analysis.ts';
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
  for (let i = 0; i < a.length; i++) if (b.includes(a[i]!)) count++;
  return count;
}

/** One word in common can be chance (器械, 验证), unless the ask is no more than that word. */
export function agree(asked: Wording, offered: Wording): boolean {
  const alike = likeness(asked, offered);
  return alike >= LEAST_ALIKE || (alike > 0 && alike === asked.units.size);
}

/** The same number of different things is nothing in common. */
const NUMERALS = new Set(Array.from('一二三四五六七八九十百千万亿两几数', (han) => han.charCodeAt(0)));

function unitsOf(quote: string): Units {
  const text = quote.toLowerCase();
  const words = [...new Set(text.match(/[a-z][a-z0-9]{2,}/gu))];
  const pairs: number[] = [];
  for (let i = 1; i < text.length; i++) {
    const [first, second] = [text.charCodeAt(i - 1), text.charCodeAt(i)];
    if (!isHan(first) || !isHan(second) || NUMERALS.has(first) || NUMERALS.has(second)) continue;
    const pair = first * 0x10000 + second;
    if (!pairs.includes(pair)) pairs.push(pair);
  }
  return { pairs, words, size: pairs.length + words.length };
}

function isHan(code: number): boolean {
  return code >= 0x3400 && code < 0xa000;
}

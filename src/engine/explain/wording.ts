/** Two ways of saying a thing, compared by the characters and words that they share. */
import type { Span } from '../../domain/analysis.ts';
import type { Phrase } from './phrases.ts';

/** Units in common from which on two wordings speak of the same thing. */
const LEAST_ALIKE = 2;

/** A phrase, the clause that it is cut from, and what it can be compared by. */
export interface Wording {
  readonly phrase: Phrase;
  readonly span: Span;
  readonly units: ReadonlySet<string>;
}

export function wordingOf(phrase: Phrase, span: Span): Wording {
  return { phrase, span, units: unitsOf(phrase.quote) };
}

/** How much two wordings say alike: pairs of Han characters and English words that both have. */
export function likeness(a: Wording, b: Wording): number {
  const [few, many] = a.units.size < b.units.size ? [a.units, b.units] : [b.units, a.units];
  let count = 0;
  for (const unit of few) if (many.has(unit)) count++;
  return count;
}

/** One word in common can be chance (器械, 验证), unless the ask is no more than that word. */
export function agree(asked: Wording, offered: Wording): boolean {
  const alike = likeness(asked, offered);
  return alike >= LEAST_ALIKE || (alike > 0 && alike === asked.units.size);
}

/** The same number of different things is nothing in common. */
const NUMERALS = new Set('一二三四五六七八九十百千万亿两几数');

function unitsOf(quote: string): Set<string> {
  const text = quote.toLowerCase();
  const units = new Set(text.match(/[a-z][a-z0-9]{2,}/gu));
  for (let i = 1; i < text.length; i++) {
    if (isHan(text.charCodeAt(i)) && isHan(text.charCodeAt(i - 1))) {
      if (!NUMERALS.has(text[i - 1]!) && !NUMERALS.has(text[i]!)) units.add(text.slice(i - 1, i + 1));
    }
  }
  return units;
}

function isHan(code: number): boolean {
  return code >= 0x3400 && code < 0xa000;
}

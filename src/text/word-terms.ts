/** Terms of words and of pairs of neighbouring Han characters. The same few thousand words make up most texts: what is known of one is kept. */
import type { Segmenter, Token } from './segmenter.ts';
import { stem } from './stem.ts';
import { STOP_WORDS, TRADE_WORDS } from './stop-words.ts';
import type { TermAt } from './terms.ts';

const PART_COUNT = 0.5;
const SINGLE_HAN_COUNT = 0.3;
/** A word of the trade, and pairs inside it, count this share. */
const TRADE_SHARE = 0.4;
/** So many words, and so many pairs, are remembered before all are forgotten. */
const REMEMBERED = 50_000;

/** What a word gives wherever it stands; the places of its terms count from its start. */
interface WordTerms {
  readonly terms: readonly TermAt[];
  /** What each pair that ends in it counts; 0 where it is a word of the genre. */
  readonly pairCount: number;
}

/** Each word by its spelling: the kind of a token follows from that. */
export type WordTermsOf = (token: Token) => WordTerms;

export function createWordTerms(segmenter: Segmenter): WordTermsOf {
  const remembered = new Map<string, WordTerms>();
  return (token) => {
    const known = remembered.get(token.text);
    if (known) return known;
    const paired = token.kind === 'han' && !STOP_WORDS.has(token.text);
    const made = { terms: termsOf(token, segmenter), pairCount: paired ? shareOf(token.text) : 0 };
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(token.text, made);
    return made;
  };
}

function termsOf({ text, kind }: Token, segmenter: Segmenter): TermAt[] {
  const whole = { start: 0, end: text.length };
  if (kind === 'number' || STOP_WORDS.has(text)) return [];
  if (kind === 'latin') return text.length < 2 ? [] : [{ term: stem(text), count: shareOf(text), ...whole }];
  if (text.length === 1) return [{ term: text, count: SINGLE_HAN_COUNT, ...whole }];
  const parts = segmenter.parts(text).filter((part) => !STOP_WORDS.has(part));
  return [
    { term: text, count: shareOf(text), ...whole },
    ...parts.map((part) => {
      const start = Math.max(0, text.indexOf(part));
      return { term: part, count: PART_COUNT * shareOf(part), start, end: start + part.length };
    }),
  ];
}

function shareOf(word: string): number {
  return TRADE_WORDS.has(word) ? TRADE_SHARE : 1;
}

/** The terms of all words, then the pairs inside runs of neighbouring Han words; a word of the genre interrupts the run. */
export function addHanTerms(terms: TermAt[], tokens: readonly Token[], words: WordTermsOf): void {
  const known = tokens.map(words);
  for (let i = 0; i < tokens.length; i++) {
    const { start: offset } = tokens[i]!;
    for (const { term, count, start, end } of known[i]!.terms)
      terms.push({ term, count, start: offset + start, end: offset + end });
  }
  let previous = '';
  let previousAt = -1;
  for (let i = 0; i < tokens.length; i++) {
    const { text, start } = tokens[i]!;
    const count = known[i]!.pairCount;
    if (count === 0) {
      previousAt = -1;
      continue;
    }
    for (let j = 0; j < text.length; j++) {
      const at = start + j;
      const char = text[j]!;
      if (previousAt >= 0 && previousAt === at - 1)
        terms.push({ term: pairOf(previous, char), count, start: at - 1, end: at + 1 });
      previous = char;
      previousAt = at;
    }
  }
}

/** Pairs by their two codes: a new string each time would have to be hashed each time. */
const pairs = new Map<number, Map<number, string>>();
let remembered = 0;

function pairOf(first: string, second: string): string {
  let behind = pairs.get(first.charCodeAt(0));
  if (!behind) {
    behind = new Map();
    pairs.set(first.charCodeAt(0), behind);
  }
  const known = behind.get(second.charCodeAt(0));
  if (known !== undefined) return known;
  const pair = `#${first}${second}`;
  if (++remembered > REMEMBERED) {
    pairs.clear();
    remembered = 0;
  }
  behind.set(second.charCodeAt(0), pair);
  return pair;
}

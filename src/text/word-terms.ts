/**
 * Terms of words, and of pairs of neighbouring Han characters or English words. The same few thousand words make up
 * most texts: what is known of one is kept.
 */
import { wordsIn } from './compound-words.ts';
import type { Segmenter, Token } from './segmenter.ts';
import { stem } from './stem.ts';
import { STOP_WORDS, saysNothing, TRADE_WORDS } from './stop-words.ts';
import type { TermAt } from './term-at.ts';

const PART_COUNT = 0.5;
const SINGLE_HAN_COUNT = 0.3;
/** A word of the trade, and pairs inside it, count this share. */
const TRADE_SHARE = 0.4;
/**
 * Two neighbouring English words (#heat transfer) count half a word: apart, heat and transfer stand in many texts.
 * With 0.25 to 0.6 Cranfield's queries rank within 0.006 of each other.
 */
const WORD_PAIR_COUNT = 0.5;
/** A pair with half of such a character (𠮷) cannot be written to a file and read again: words with one have no pairs. */
const BEYOND_FIRST_PLANE = /[\u{10000}-\u{10ffff}]/u;
/** So many words are remembered, and as many before them: each takes half a kilobyte. */
const WORDS_REMEMBERED = 10_000;
/** So many pairs are remembered before all are forgotten. */
const PAIRS_REMEMBERED = 50_000;

/** What a word gives wherever it stands; the places of its terms count from its start. */
interface WordTerms {
  readonly terms: readonly TermAt[];
  /** What each pair that ends in it counts; 0 where it is a word of the genre. */
  readonly pairCount: number;
  /** The pairs inside it, from the first character on. */
  readonly pairs: readonly string[];
}

/** Each word by its spelling: the kind of a token follows from that. */
export type WordTermsOf = (token: Token) => WordTerms;

export function createWordTerms(segmenter: Segmenter): WordTermsOf {
  let remembered = new Map<string, WordTerms>();
  /** Those of before: what comes again is taken over, the rest forgotten. */
  let before = remembered;
  const remember = (word: string, terms: WordTerms): WordTerms => {
    if (remembered.size >= WORDS_REMEMBERED) {
      before = remembered;
      remembered = new Map();
    }
    remembered.set(word, terms);
    return terms;
  };
  return (token) => {
    const known = remembered.get(token.text);
    if (known) return known;
    const earlier = before.get(token.text);
    if (earlier) return remember(token.text, earlier);
    const paired = token.kind === 'han' && !saysNothing(token.text) && !BEYOND_FIRST_PLANE.test(token.text);
    return remember(token.text, {
      terms: termsOf(token, segmenter),
      pairCount: paired ? shareOf(token.text) : 0,
      pairs: paired ? pairsIn(token.text) : [],
    });
  };
}

function termsOf({ text, kind }: Token, segmenter: Segmenter): TermAt[] {
  const whole = { start: 0, end: text.length };
  if (kind === 'number' || saysNothing(text)) return [];
  if (kind === 'latin') return englishTerms(text);
  if (text.length === 1) return [{ term: text, count: SINGLE_HAN_COUNT, ...whole }];
  const parts = segmenter.parts(text).filter((part) => !saysNothing(part));
  return [
    { term: text, count: shareOf(text), ...whole },
    ...parts.map((part) => {
      const start = Math.max(0, text.indexOf(part));
      return { term: part, count: PART_COUNT * shareOf(part), start, end: start + part.length };
    }),
  ];
}

/** Those of its words, where it is a compound. */
function englishTerms(token: string): TermAt[] {
  return wordsIn(token)
    .filter(({ text }) => text.length > 1 && !STOP_WORDS.has(text))
    .map(({ text, start, end }) => ({ term: stem(text), count: shareOf(text), start, end }));
}

function shareOf(word: string): number {
  return TRADE_WORDS.has(word) ? TRADE_SHARE : 1;
}

/** The terms of all words, then pairs of neighbours; a word of the genre stands between them. */
export function addTerms(terms: TermAt[], tokens: readonly Token[], words: WordTermsOf): void {
  const known = tokens.map(words);
  for (let i = 0; i < tokens.length; i++) {
    const { start: offset } = tokens[i]!;
    for (const { term, count, start, end } of known[i]!.terms)
      terms.push({ term, count, start: offset + start, end: offset + end });
  }
  addHanPairs(terms, tokens, known);
  addEnglishPairs(terms, tokens, known);
}

/** Inside runs of Han words, and from word to word. */
function addHanPairs(terms: TermAt[], tokens: readonly Token[], known: readonly WordTerms[]): void {
  let last: Token | undefined;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const { pairCount: count, pairs: inside } = known[i]!;
    if (count === 0) {
      last = undefined;
      continue;
    }
    const { text, start } = token;
    if (last?.end === start) {
      const term = pairOf(last.text.charCodeAt(last.text.length - 1), text.charCodeAt(0));
      terms.push({ term, count, start: start - 1, end: start + 1 });
    }
    for (let j = 0; j < inside.length; j++)
      terms.push({ term: inside[j]!, count, start: start + j, end: start + j + 2 });
    last = token;
  }
}

/** Of words a blank or a hyphen apart. */
function addEnglishPairs(terms: TermAt[], tokens: readonly Token[], known: readonly WordTerms[]): void {
  let last: TermAt | undefined;
  for (let i = 0; i < tokens.length; i++) {
    const { kind, start: offset } = tokens[i]!;
    if (kind !== 'latin') {
      last = undefined;
      continue;
    }
    for (const { term, count, start, end } of known[i]!.terms) {
      const word = { term, count, start: offset + start, end: offset + end };
      if (last && last.end + 1 === word.start)
        terms.push({
          term: `#${last.term} ${term}`,
          count: WORD_PAIR_COUNT,
          start: last.start,
          end: word.end,
        });
      last = word;
    }
  }
}

function pairsIn(word: string): string[] {
  const pairs: string[] = [];
  for (let i = 1; i < word.length; i++) pairs.push(pairOf(word.charCodeAt(i - 1), word.charCodeAt(i)));
  return pairs;
}

/** Pairs by their two codes in one number: a new string each time would have to be hashed each time. */
const pairs = new Map<number, string>();

function pairOf(first: number, second: number): string {
  const codes = (first << 16) | second;
  const known = pairs.get(codes);
  if (known !== undefined) return known;
  const pair = `#${String.fromCharCode(first, second)}`;
  if (pairs.size >= PAIRS_REMEMBERED) pairs.clear();
  pairs.set(codes, pair);
  return pair;
}

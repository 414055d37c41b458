/**
 * Index terms of a text. A word counts once, its parts half, so that 锂离子电池 meets 锂离子 电池; pairs of
 * neighbouring Han characters (`#锂离`) bridge different segmentations. An English phrase of the bilingual
 * vocabulary also gives the terms of its Chinese, so that both languages meet. Words of the genre are left out.
 */
import { generalEnglish, LONGEST_PHRASE } from './bilingual.ts';
import { foldText } from './fold.ts';
import type { PhraseBook } from './phrases.ts';
import type { ReadText } from './reader.ts';
import type { Segmenter, Token } from './segmenter.ts';
import { stem } from './stem.ts';
import { STOP_WORDS, TRADE_WORDS } from './stop-words.ts';

/** A term and where it stands in the folded text. */
export interface TermAt {
  readonly term: string;
  readonly count: number;
  readonly start: number;
  readonly end: number;
}

const PART_COUNT = 0.5;
const SINGLE_HAN_COUNT = 0.3;
/** The Chinese of an English phrase stands beside the English: each counts half. */
const TRANSLATED_SHARE = 0.5;
/** All the Chinese of a word of general English together; it is less sure than the profile's. */
const GENERAL_SHARE = 0.4;
/** A word of the trade, and pairs inside it, count this share. */
const TRADE_SHARE = 0.4;

export interface TermExtractor {
  /** Terms of the stretches that `keep` lets through (offsets in the folded text). */
  extract(read: ReadText, keep?: (start: number) => boolean): TermAt[];
}

/** `translations` finds English phrases; their meaning is the Chinese. */
export function createTermExtractor(segmenter: Segmenter, translations: PhraseBook<string>): TermExtractor {
  const translated = new Map<string, readonly TermAt[]>();
  const termsOf = (chinese: string): readonly TermAt[] => {
    const known = translated.get(chinese);
    if (known) return known;
    const tokens = segmenter.segment(foldText(chinese));
    const terms = [...tokens.flatMap((token) => wordTerms(token, segmenter)), ...pairTerms(tokens)];
    translated.set(chinese, terms);
    return terms;
  };
  return {
    extract(read, keep = () => true) {
      const tokens = read.tokens.filter((token) => keep(token.start));
      const hits = translations
        .find(read.folded.text, read.tokens)
        .filter((hit) => keep(hit.start) && !STOP_WORDS.has(read.folded.text.slice(hit.start, hit.end)));
      const meant = [
        ...hits.map(({ meanings, start, end }) => ({ words: meanings, start, end, share: TRANSLATED_SHARE })),
        ...generalMeanings(tokens, hits),
      ].flatMap(({ words, start, end, share: part }) =>
        words.flatMap(termsOf).map(({ term, count }) => ({ term, count: count * part, start, end })),
      );
      return [...tokens.flatMap((token) => wordTerms(token, segmenter)), ...pairTerms(tokens), ...meant];
    },
  };
}

interface Meant {
  readonly words: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly share: number;
}

/** English words that the profile's vocabulary leaves untranslated, the longest phrases first. */
function generalMeanings(
  tokens: readonly Token[],
  known: readonly { start: number; end: number }[],
): Meant[] {
  const english = tokens.filter(
    ({ kind, start, text }) =>
      kind === 'latin' &&
      text.length > 2 &&
      !STOP_WORDS.has(text) &&
      !known.some((hit) => hit.start <= start && start < hit.end),
  );
  if (english.length === 0) return [];
  const dictionary = generalEnglish();
  const stems = english.map(({ text }) => stem(text));
  const meant: Meant[] = [];
  for (let i = 0; i < english.length; ) {
    let length = neighbours(english, i, LONGEST_PHRASE);
    let words: readonly string[] = [];
    for (; length > 0; length--) {
      words = dictionary.chinese(stems.slice(i, i + length));
      if (words.length > 0) break;
    }
    if (words.length > 0) {
      const end = english[i + length - 1]!.end;
      meant.push({ words, start: english[i]!.start, end, share: GENERAL_SHARE / words.length });
    }
    i += Math.max(1, length);
  }
  return meant;
}

/** How many words from the i-th on stand one blank or hyphen apart, at most `limit`. */
function neighbours(words: readonly Token[], i: number, limit: number): number {
  let count = 1;
  while (count < limit && words[i + count]?.start === words[i + count - 1]!.end + 1) count++;
  return count;
}

function wordTerms(token: Token, segmenter: Segmenter): TermAt[] {
  const { start, end, text } = token;
  if (token.kind === 'number' || STOP_WORDS.has(text)) return [];
  if (token.kind === 'latin')
    return text.length < 2 ? [] : [{ term: stem(text), count: share(text), start, end }];
  if (text.length === 1) return [{ term: text, count: SINGLE_HAN_COUNT, start, end }];
  const parts = segmenter.parts(text).filter((part) => !STOP_WORDS.has(part));
  return [
    { term: text, count: share(text), start, end },
    ...parts.map((part) => {
      const at = start + Math.max(0, text.indexOf(part));
      return { term: part, count: PART_COUNT * share(part), start: at, end: at + part.length };
    }),
  ];
}

function share(word: string): number {
  return TRADE_WORDS.has(word) ? TRADE_SHARE : 1;
}

/** Pairs inside runs of neighbouring Han words; a word of the genre interrupts the run. */
function pairTerms(tokens: readonly Token[]): TermAt[] {
  const pairs: TermAt[] = [];
  let previous: { char: string; at: number } | undefined;
  for (const token of tokens) {
    if (token.kind !== 'han' || STOP_WORDS.has(token.text)) {
      previous = undefined;
      continue;
    }
    const count = share(token.text);
    for (let i = 0; i < token.text.length; i++) {
      const at = token.start + i;
      const char = token.text[i]!;
      if (previous && previous.at === at - 1) {
        pairs.push({ term: `#${previous.char}${char}`, count, start: at - 1, end: at + 1 });
      }
      previous = { char, at };
    }
  }
  return pairs;
}

/** Sums the counts of equal terms, in the order of their first appearance. */
export function countTerms(terms: readonly TermAt[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { term, count } of terms) counts.set(term, (counts.get(term) ?? 0) + count);
  return counts;
}

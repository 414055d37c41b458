/**
 * Index terms of a text. A word counts once, its parts half, so that 锂离子电池 meets 锂离子 电池; pairs of
 * neighbouring Han characters (`#锂离`) bridge different segmentations, pairs of English words (`#heat transfer`)
 * tell what they mean together. An English phrase of the bilingual vocabulary also gives the terms of its Chinese, so
 * that both languages meet. Words of the genre are left out.
 */
import { type BilingualDictionary, generalEnglish, LONGEST_PHRASE } from './bilingual.ts';
import { type InnerWord, wordsIn } from './compound-words.ts';
import { foldText } from './fold.ts';
import type { PhraseBook, PhraseHit } from './phrases.ts';
import type { FoundTerms, ReadText } from './reader.ts';
import { Recent } from './recent.ts';
import type { Segmenter, Token } from './segmenter.ts';
import { stem } from './stem.ts';
import { STOP_WORDS } from './stop-words.ts';
import type { TermAt } from './term-at.ts';
import type { Thesaurus } from './thesaurus.ts';
import { addTerms, createWordTerms } from './word-terms.ts';

export type { TermAt } from './term-at.ts';

/** The Chinese of an English phrase stands beside the English: each counts half. */
const TRANSLATED_SHARE = 0.5;
/** All the Chinese of a word of general English together; it is less sure than the profile's. */
const GENERAL_SHARE = 0.4;
/** Translations whose terms are remembered before all are forgotten. */
const REMEMBERED = 2_000;

export interface TermExtractor {
  /** Terms of the stretches that `keep` lets through (offsets in the folded text); of the whole text unless told. */
  extract(read: ReadText, keep?: Keep): readonly TermAt[];
  /** Concepts of the thesaurus that the stretches name, in either language. */
  concepts(read: ReadText, keep?: Keep): readonly TermAt[];
  /** Where a word, or a part of one, first stands. Such terms come before all others of `extract`. */
  firstOfWords(term: string, read: ReadText, keep?: Keep): TermAt | undefined;
}

type Keep = (start: number) => boolean;

/** `translations` finds English phrases; their meaning is the Chinese. `english` is asked for at the first English text. */
export function createTermExtractor(
  segmenter: Segmenter,
  translations: PhraseBook<string>,
  thesaurus: Thesaurus,
  english: () => BilingualDictionary = generalEnglish,
): TermExtractor {
  const words = createWordTerms(segmenter);
  const translated = new Map<string, readonly TermAt[]>();
  const termsOf = (chinese: string): readonly TermAt[] => {
    const known = translated.get(chinese);
    if (known) return known;
    const terms: TermAt[] = [];
    addTerms(terms, segmenter.segment(foldText(chinese)), words);
    if (translated.size >= REMEMBERED) translated.clear();
    translated.set(chinese, terms);
    return terms;
  };
  const termsIn = (tokens: readonly Token[], hits: readonly PhraseHit<string>[]): TermAt[] => {
    const terms: TermAt[] = [];
    addTerms(terms, tokens, words);
    const meant = [
      ...hits.map(({ meanings, start, end }) => ({ words: meanings, start, end, share: TRANSLATED_SHARE })),
      ...generalMeanings(tokens, hits, english),
    ];
    for (const { words: chinese, start, end, share: part } of meant)
      for (const { term, count } of chinese.flatMap(termsOf))
        terms.push({ term, count: count * part, start, end });
    return terms;
  };
  const findAll = (read: ReadText): FoundTerms => {
    const { folded, tokens, found } = read;
    if (found?.by === words) return found;
    const hits = translations
      .find(folded, tokens)
      .filter((hit) => !STOP_WORDS.has(folded.text.slice(hit.start, hit.end)));
    read.found = { by: words, hits, terms: termsIn(tokens, hits), concepts: undefined };
    return read.found;
  };
  const conceptsOf = ({ folded, tokens }: ReadText, hits: FoundTerms['hits']): TermAt[] => {
    const terms = thesaurus.conceptsIn(folded, tokens);
    for (const { meanings, start, end } of hits)
      for (const chinese of meanings)
        for (const { term, count } of thesaurus.conceptsOf(chinese))
          terms.push({ term, count: count * TRANSLATED_SHARE, start, end });
    return terms;
  };
  const firstTokens = new Recent(({ tokens }: ReadText) => {
    const first = new Map<string, number>();
    for (let i = tokens.length - 1; i >= 0; i--)
      for (const { term } of words(tokens[i]!).terms) first.set(term, i);
    return first;
  });
  return {
    concepts(read, keep) {
      const found = findAll(read);
      found.concepts ??= conceptsOf(read, found.hits);
      return keep ? keptOf(found.concepts, keep) : found.concepts;
    },
    extract(read, keep) {
      const all = findAll(read);
      if (!keep) return all.terms;
      const tokens = read.tokens.filter((token) => keep(token.start));
      const hits = all.hits.filter((hit) => keep(hit.start));
      const complete = tokens.length === read.tokens.length && hits.length === all.hits.length;
      return complete ? all.terms : termsIn(tokens, hits);
    },
    firstOfWords(term, read, keep) {
      const { tokens } = read;
      for (let i = firstTokens.of(read).get(term) ?? tokens.length; i < tokens.length; i++) {
        const token = tokens[i]!;
        const found = words(token).terms.find((each) => each.term === term);
        if (found && (!keep || keep(token.start)))
          return { ...found, start: token.start + found.start, end: token.start + found.end };
      }
      return undefined;
    },
  };
}

/** Those of one word stand together: whether it counts is asked once. */
function keptOf(terms: readonly TermAt[], keep: Keep): TermAt[] {
  let at = -1;
  let kept = false;
  return terms.filter(({ start }) => {
    if (start !== at) {
      at = start;
      kept = keep(start);
    }
    return kept;
  });
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
  general: () => BilingualDictionary,
): Meant[] {
  const english = tokens
    .filter(({ kind }) => kind === 'latin')
    .flatMap((token) =>
      wordsIn(token.text).map(({ text, start, end }) => ({
        text,
        start: token.start + start,
        end: token.start + end,
      })),
    )
    .filter(
      ({ start, text }) =>
        text.length > 2 &&
        !STOP_WORDS.has(text) &&
        !known.some((hit) => hit.start <= start && start < hit.end),
    );
  if (english.length === 0) return [];
  const dictionary = general();
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
function neighbours(words: readonly InnerWord[], i: number, limit: number): number {
  let count = 1;
  while (count < limit && words[i + count]?.start === words[i + count - 1]!.end + 1) count++;
  return count;
}

/**
 * Finds the phrases of a vocabulary in a text: longest match first, left to right. A short Han phrase must
 * begin and end where words do (无人机空|中试|飞 is no 中试); a Latin one must not sit inside a word. In Latin
 * phrases a hyphen is as good as a blank.
 */
import { patternOf } from '../domain/phrase-pattern.ts';
import { foldWord } from './fold.ts';
import { HanPhrases } from './han-phrases.ts';
import { LatinPhrases } from './latin-phrases.ts';
import { separately, withoutOverlap } from './overlaps.ts';
import { patternOfName } from './patterns/name-pattern.ts';
import { createPatternSet, type PatternSet } from './patterns/pattern-set.ts';
import type { PhraseHit } from './phrase-hit.ts';
import type { Token } from './segmenter.ts';
import { stem } from './stem.ts';

export type { PhraseHit } from './phrase-hit.ts';

export interface PhraseBook<Meaning> {
  /** Non-overlapping hits in the order of the text, offsets in the folded text. */
  find(text: string, tokens: readonly Token[]): PhraseHit<Meaning>[];
}

/** From this length on, a Han phrase is trusted without regard to the segmentation around it. */
const TRUSTED_LENGTH = 4;

export interface PhraseBookOptions<Meaning> {
  /** Han phrases of at least so many characters need not stand at word boundaries; 4 unless told. */
  readonly trustedLength?: number;
  /** What English words match by; their stems unless told (nitration and nitrate share one). */
  readonly form?: (word: string) => string;
  /** Meanings of different keys may overlap (a phrase of one masks only its own); one key for all unless told. */
  readonly key?: (meaning: Meaning) => string;
  /** Regular expressions (g and u flags) whose matches count as phrases. */
  readonly patterns?: readonly (readonly [RegExp, Meaning])[];
}

/**
 * Several meanings of one phrase are kept together. English phrases also match in their other word forms; an
 * entry between slashes is a pattern (see domain/phrase-pattern.ts).
 */
export function createPhraseBook<Meaning>(
  entries: Iterable<readonly [string, Meaning]>,
  { trustedLength = TRUSTED_LENGTH, form = stem, key, patterns = [] }: PhraseBookOptions<Meaning> = {},
): PhraseBook<Meaning> {
  const han = new HanPhrases<Meaning>(trustedLength);
  const latin = new LatinPhrases<Meaning>(form);
  const allPatterns = [...patterns];
  for (const [phrase, meaning] of entries) {
    const folded = foldWord(phrase);
    if (folded === '') continue;
    const pattern = patternOf(phrase) ?? patternOfName(folded);
    if (pattern) allPatterns.push([pattern, meaning]);
    else if (/\p{Script=Han}/u.test(folded)) han.add(folded, meaning);
    else latin.add(folded, meaning);
  }
  const set = createPatternSet(allPatterns.map(([pattern]) => pattern));
  return {
    find(text, tokens) {
      const hits = [...han.find(text, tokens), ...latin.find(text, tokens)];
      findPatterns(hits, set, text, (number) => allPatterns[number]![1]);
      return key ? separately(hits, key) : withoutOverlap(hits);
    },
  };
}

function findPatterns<Meaning>(
  hits: PhraseHit<Meaning>[],
  set: PatternSet,
  text: string,
  meaningOf: (pattern: number) => Meaning,
): void {
  for (const { pattern, start, end } of set.find(text))
    hits.push({ start, end, meanings: [meaningOf(pattern)] });
}

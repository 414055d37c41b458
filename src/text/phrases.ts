/**
 * Finds the phrases of a vocabulary in a text: longest match first, left to right. A short Han phrase must
 * begin and end where words do (无人机空|中试|飞 is no 中试); a Latin one must not sit inside a word. In Latin
 * phrases a hyphen is as good as a blank.
 */
import { patternOf } from '../domain/phrase-pattern.ts';
import { Concordance, type Searched } from './concordance.ts';
import { foldWord } from './fold.ts';
import { HanPhrases } from './han-phrases.ts';
import { LatinPhrases } from './latin-phrases.ts';
import { separately, withoutOverlap } from './overlaps.ts';
import { patternOfName } from './patterns/name-pattern.ts';
import { createPatternSet } from './patterns/pattern-set.ts';
import type { PhraseHit } from './phrase-hit.ts';
import type { Token } from './segmenter.ts';
import { stem } from './stem.ts';

export type { PhraseHit } from './phrase-hit.ts';

export interface PhraseBook<Meaning> {
  /** Non-overlapping hits in the order of the text, offsets in the folded text. */
  find(folded: Searched, tokens: readonly Token[]): PhraseHit<Meaning>[];
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
  /** Together with whose other words its own are looked for; apart from all others unless told. */
  readonly concordance?: Concordance | undefined;
}

/**
 * Several meanings of one phrase are kept together. English phrases also match in their other word forms; an
 * entry between slashes is a pattern (see domain/phrase-pattern.ts).
 */
export function createPhraseBook<Meaning>(
  entries: Iterable<readonly [string, Meaning]>,
  {
    trustedLength = TRUSTED_LENGTH,
    form = stem,
    key,
    patterns = [],
    concordance = new Concordance(),
  }: PhraseBookOptions<Meaning> = {},
): PhraseBook<Meaning> {
  const han = new HanPhrases<Meaning>(concordance.vocabulary(), trustedLength);
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
  const set = createPatternSet(
    allPatterns.map(([pattern]) => pattern),
    concordance,
  );
  return {
    find(folded, tokens) {
      const hits = han.find(folded, tokens);
      for (const hit of latin.find(folded.text, tokens)) hits.push(hit);
      for (const { pattern, start, end } of set.find(folded))
        hits.push({ start, end, meanings: [allPatterns[pattern]![1]] });
      return key ? separately(hits, key) : withoutOverlap(hits);
    },
  };
}

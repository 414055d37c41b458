/** The labelled texts that sectors are learnt from: the profile's examples, the names of its sectors and fields, its vocabulary. */

import type { ReadText } from '../../text/reader.ts';
import { countTerms, type TermAt } from '../../text/terms.ts';
import type { Knowledge } from '../knowledge.ts';

export interface SectorText {
  /** Terms, and the characters of its Chinese words. */
  readonly counts: ReadonlyMap<string, number>;
  /** Sectors and outside fields with their shares, summing to 1. */
  readonly shares: readonly (readonly [string, number])[];
  readonly weight: number;
}

/** The name of a sector is an example of it. */
const NAME_WEIGHT = 1;
/** A vocabulary entry is a text of a word or two: so many of them weigh as one example. */
const VOCABULARY_WEIGHT = 0.3;
const CONTEXT_WEIGHT = 0.4;

export function* sectorTexts({ profile, reader, terms }: Knowledge): Generator<SectorText> {
  const text = (words: string, shares: SectorText['shares'], weight: number): SectorText => {
    const read = reader.read(words);
    return { counts: withCharacters(read, terms.extract(read)), shares, weight };
  };
  for (const { code, zh: name } of profile.sectors) {
    yield text(name, [[code, 1]], NAME_WEIGHT);
    for (const { zh, en, strength } of profile.terms[code] ?? []) {
      const weight = VOCABULARY_WEIGHT * (strength === 'strong' ? 1 : CONTEXT_WEIGHT);
      for (const word of [zh, en]) yield text(word, [[code, 1]], weight);
    }
  }
  for (const field of profile.outside) {
    for (const word of [...field.terms.zh, ...field.terms.en])
      yield text(word, [[field.code, 1]], VOCABULARY_WEIGHT);
  }
  for (const example of profile.examples) yield text(example.text, sharesOf(example.sectors), 1);
}

/** The primary sector counts twice as much as the next, that twice as much as the one after it. */
function sharesOf(sectors: readonly string[]): [string, number][] {
  const all = 2 - 2 ** (1 - sectors.length);
  return sectors.map((code, i) => [code, 2 ** -i / all]);
}

const HAN = /\p{Script=Han}/u;

/**
 * The terms of a text and the characters of its Chinese words, named as in the index. Classes with few examples share
 * more characters than words with a new text: 0.571 → 0.586 right among 67, by cross-validation inside the training
 * part of 4,104 papers.
 */
export function withCharacters(
  { folded }: Pick<ReadText, 'folded'>,
  terms: readonly TermAt[],
): ReadonlyMap<string, number> {
  const counts = new Map(countTerms(terms));
  const places = new Set<number>();
  for (const { start, end } of terms) for (let at = start; at < end; at++) places.add(at);
  for (const at of places) {
    const character = folded.text[at]!;
    if (HAN.test(character)) counts.set(`#${character}`, (counts.get(`#${character}`) ?? 0) + 1);
  }
  return counts;
}

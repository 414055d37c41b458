/** The labelled texts that sectors are learnt from: the profile's examples, the names of its sectors and fields, its vocabulary. */
import type { Profile } from '../../domain/profile.ts';

export interface SectorText {
  readonly text: string;
  /** Sectors and outside fields with their shares, summing to 1. */
  readonly shares: readonly (readonly [string, number])[];
  readonly weight: number;
}

/** The name of a sector is an example of it. */
const NAME_WEIGHT = 1;
/** A vocabulary entry is a text of a word or two: so many of them weigh as one example. */
const VOCABULARY_WEIGHT = 0.3;
const CONTEXT_WEIGHT = 0.4;

export function* sectorTexts(profile: Profile): Generator<SectorText> {
  for (const { code, zh: name } of profile.sectors) {
    yield { text: name, shares: [[code, 1]], weight: NAME_WEIGHT };
    for (const { zh, en, strength } of profile.terms[code] ?? []) {
      const weight = VOCABULARY_WEIGHT * (strength === 'strong' ? 1 : CONTEXT_WEIGHT);
      for (const text of [zh, en]) yield { text, shares: [[code, 1]], weight };
    }
  }
  for (const field of profile.outside) {
    for (const text of [...field.terms.zh, ...field.terms.en])
      yield { text, shares: [[field.code, 1]], weight: VOCABULARY_WEIGHT };
  }
  for (const { text, sectors } of profile.examples) yield { text, shares: sharesOf(sectors), weight: 1 };
}

/** The primary sector counts twice as much as the next, that twice as much as the one after it. */
function sharesOf(sectors: readonly string[]): [string, number][] {
  const all = 2 - 2 ** (1 - sectors.length);
  return sectors.map((code, i) => [code, 2 ** -i / all]);
}

/** What was learnt about asks, kept for the processes to come: learning takes a second and more. */
import type { Profile } from '../../domain/profile.ts';
import { type KeptBytes, keptOrLearnt } from '../stored/kept-bytes.ts';
import { readSections, writeSections } from '../stored/sections.ts';
import { type LearntAsks, learnAsks } from './learn-asks.ts';

/** `version` says all that they are learnt from and by. */
export function keptAsks(profile: Profile, version: string, kept: KeptBytes | null): LearntAsks {
  return keptOrLearnt(kept, {
    name: `asks ${version}`,
    learn: () => learnAsks(profile),
    write: ({ codes, features, ...arrays }) =>
      writeSections({
        head: { codes },
        arrays: { ...arrays, features: new TextEncoder().encode(features.join('\n')) },
        records: {},
      }),
    read: (bytes) => {
      const sections = readSections(bytes);
      const features = new TextDecoder().decode(sections.array('features', 'Uint8Array'));
      return {
        codes: (sections.head as { codes: string[] }).codes,
        features: features === '' ? [] : features.split('\n'),
        idf: sections.array('idf', 'Float64Array'),
        weights: sections.array('weights', 'Float64Array'),
        leanings: sections.array('leanings', 'Float64Array'),
      };
    },
  });
}

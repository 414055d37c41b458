/** General English with its Chinese, kept: learning it takes a second and seventy megabytes of every process. */
import { type BilingualDictionary, generalEnglish, learnEnglish, openEnglish } from '../../text/bilingual.ts';
import { type KeptBytes, keptOrLearnt } from '../stored/kept-bytes.ts';
import { readSections, writeSections } from '../stored/sections.ts';

/** Nothing but the packages' dictionaries decides what is learnt. */
const NAME = 'general English';

export function keptEnglish(kept: KeptBytes | null): BilingualDictionary {
  if (kept === null) return generalEnglish();
  return openEnglish(
    keptOrLearnt(kept, {
      name: NAME,
      learn: learnEnglish,
      write: ({ phrases, words, best }) =>
        writeSections({
          head: {},
          arrays: {
            'phrases.codes': phrases.codes,
            'phrases.ends': phrases.ends,
            'words.codes': words.codes,
            'words.ends': words.ends,
            best,
          },
          records: {},
        }),
      read: (bytes) => {
        const sections = readSections(bytes);
        const table = (name: string) => ({
          codes: sections.array(`${name}.codes`, 'Uint16Array'),
          ends: sections.array(`${name}.ends`, 'Int32Array'),
        });
        return {
          phrases: table('phrases'),
          words: table('words'),
          best: sections.array('best', 'Int32Array'),
        };
      },
    }),
  );
}

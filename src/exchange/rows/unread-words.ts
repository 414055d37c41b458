/** Words where a code is expected that are not known: the record is taken, the words are kept and told. */
import { said } from '../../domain/explain-issues.ts';
import type { RecordKind } from '../../domain/import-report.ts';
import type { Bilingual } from '../../domain/match.ts';
import {
  namesSoughtLevel,
  readCarrierKind,
  readCarrierLevel,
  readResultCategory,
  readTransferMode,
} from '../../domain/reading/enumerations.ts';
import { isBlank, splitList } from '../../domain/reading/plain.ts';
import { readTrl } from '../../domain/reading/trl.ts';
import { expectationOf } from './expectations.ts';

interface Unread {
  readonly isUnread: (words: string) => boolean;
  /** What would have been read, and what it is taken as. */
  readonly told: Bilingual;
}

const NAMES_OTHER = /其他|其它|other/iu;

const TAKEN_AS_OTHER = { zh: '按“其他”登记', en: 'taken as other' };
const TAKEN_AS_UNKNOWN = { zh: '按未知登记', en: 'taken as unknown' };

const UNREAD: Record<RecordKind, Readonly<Record<string, Unread>>> = {
  carriers: {
    kind: {
      isUnread: (words) => readCarrierKind(words) === 'other' && !NAMES_OTHER.test(words),
      told: told('carriers', 'kind', 'a kind that is known', TAKEN_AS_OTHER),
    },
    level: {
      // words like 未认定 say that there is none
      isUnread: (words) =>
        namesSoughtLevel(words) ||
        (readCarrierLevel(words) === undefined && !/[无未非否]|\b(?:no|not|none)\b/iu.test(words)),
      told: told('carriers', 'level', 'a level that is held', {
        zh: '拟申报的级别和其他说法按未知登记',
        en: 'one that is applied for, and other words, are taken as unknown',
      }),
    },
  },
  results: {
    // a stage in words; in a spreadsheet it goes to the field of stages
    trl: {
      isUnread: (words) => readTrl(words) === undefined,
      told: {
        zh: `1 至 9 级，如 6、5-6级，阶段请填 stage；${TAKEN_AS_UNKNOWN.zh}`,
        en: `TRL 1 to 9, e.g. 6 or 5-6, a stage belongs into stage; ${TAKEN_AS_UNKNOWN.en}`,
      },
    },
    category: {
      isUnread: (words) => readResultCategory(words) === 'other' && !NAMES_OTHER.test(words),
      told: told('results', 'category', 'a category that is known', TAKEN_AS_OTHER),
    },
    transferModes: {
      isUnread: (words) =>
        splitList(words).some((mode) => {
          const read = readTransferMode(mode);
          return read === undefined ? !isBlank(mode) : read === 'other' && !NAMES_OTHER.test(mode);
        }),
      told: told('results', 'transferModes', 'ways that are known', {
        zh: '其他说法按“其他”或未知登记',
        en: 'other words are taken as other or unknown',
      }),
    },
  },
};

function told(kind: RecordKind, field: string, known: string, taken: Bilingual): Bilingual {
  return { zh: `${expectationOf(kind, field).zh}；${taken.zh}`, en: `${known}; ${taken.en}` };
}

/** What to say of the words; null where they were read, or say nothing. */
export function unreadWords(kind: RecordKind, field: string, words: string): Bilingual | null {
  const unread = UNREAD[kind][field];
  return unread !== undefined && !isBlank(words) && unread.isUnread(words) ? unread.told : null;
}

/** The same where the words are kept. */
export function unreadButKept(kind: RecordKind, field: string, words: string): string | null {
  const told = unreadWords(kind, field, words);
  return told && said({ zh: `${told.zh}，原文已存入备注`, en: `${told.en}, the text is kept in remarks` });
}

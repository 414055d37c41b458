/** Words where a code is expected that are not known: the record is taken, the words are kept and told. */
import type { RecordKind } from '../../domain/import-report.ts';
import {
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
  readonly said: string;
}

const NAMES_OTHER = /其他|其它|other/iu;

const TAKEN_AS_OTHER = { zh: '按“其他”登记', en: 'taken as other' };
const TAKEN_AS_UNKNOWN = { zh: '按未知登记', en: 'taken as unknown' };

const UNREAD: Record<RecordKind, Readonly<Record<string, Unread>>> = {
  carriers: {
    kind: {
      isUnread: (words) => readCarrierKind(words) === 'other' && !NAMES_OTHER.test(words),
      said: told('carriers', 'kind', 'a kind that is known', TAKEN_AS_OTHER),
    },
    level: {
      // such words say that there is none
      isUnread: (words) =>
        readCarrierLevel(words) === undefined && !/[无未非否拟申创培]|\b(?:no|not|none)\b/iu.test(words),
      said: told('carriers', 'level', 'a level that is known', TAKEN_AS_UNKNOWN),
    },
  },
  results: {
    // a stage in words; in a spreadsheet it goes to the field of stages
    trl: {
      isUnread: (words) => readTrl(words) === undefined,
      said: '1 至 9 级，如 6、5-6级，阶段请填 stage；按未知登记，原文已存入备注 · TRL 1 to 9, e.g. 6 or 5-6, a stage belongs into stage; taken as unknown, the text is kept in remarks',
    },
    category: {
      isUnread: (words) => readResultCategory(words) === 'other' && !NAMES_OTHER.test(words),
      said: told('results', 'category', 'a category that is known', TAKEN_AS_OTHER),
    },
    transferModes: {
      isUnread: (words) =>
        splitList(words).some((mode) => readTransferMode(mode) === 'other' && !NAMES_OTHER.test(mode)),
      said: told('results', 'transferModes', 'ways that are known', TAKEN_AS_OTHER),
    },
  },
};

function told(kind: RecordKind, field: string, known: string, taken: { zh: string; en: string }): string {
  const { zh } = expectationOf(kind, field);
  return `${zh}；${taken.zh}，原文已存入备注 · ${known}; ${taken.en}, the text is kept in remarks`;
}

/** What to say of the words; null where they were read, or say nothing. */
export function unreadWords(kind: RecordKind, field: string, words: string): string | null {
  const unread = UNREAD[kind][field];
  return unread !== undefined && !isBlank(words) && unread.isUnread(words) ? unread.said : null;
}

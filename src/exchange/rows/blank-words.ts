/** Words by which a cell says that it says nothing (暂无, 面议, N/A): read as unknown, and told. */
import { said } from '../../domain/explain-issues.ts';
import type { RecordKind } from '../../domain/import-report.ts';
import type { Bilingual } from '../../domain/match.ts';
import { isBlank, splitList } from '../../domain/reading/plain.ts';
import { expectationOf } from './expectations.ts';
import { AREA_FIELDS, COUNT_FIELDS, joinerOf, LEVEL_FIELDS, MONEY_FIELDS } from './field-forms.ts';

const FIGURES = new Set([...MONEY_FIELDS, ...AREA_FIELDS, ...COUNT_FIELDS, ...LEVEL_FIELDS]);
/** What to say of them; null for what is no such word, and for signs alone (—, /): by them a form is struck through. */
export function blankWords(kind: RecordKind, field: string, words: string): string | null {
  if (isBlank(words)) {
    if (!namesNothing(words)) return null;
    return said(FIGURES.has(field) ? noFigure(kind, field) : { zh: '按空白登记', en: 'taken as blank' });
  }
  const isList = joinerOf(field) === '；';
  if (!isList || !splitList(words).some(namesNothing)) return null;
  return said({ zh: '其中空白的一项不登记', en: 'an entry that says nothing is left out' });
}

function namesNothing(words: string): boolean {
  return isBlank(words) && /\p{L}/u.test(words);
}

function noFigure(kind: RecordKind, field: string): Bilingual {
  const figure = expectationOf(kind, field === 'trlRange' ? 'trlMin' : field);
  return { zh: `${figure.zh}；按未知登记，不按 0`, en: `${figure.en}; taken as unknown, not as 0` };
}

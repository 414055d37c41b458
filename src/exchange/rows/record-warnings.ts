/** What to look at in a record that is taken nevertheless, handed in by itself: the same that an import would say. */
import type { Finding } from '../../domain/errors.ts';
import { said, shown } from '../../domain/explain-issues.ts';
import type { RecordKind } from '../../domain/import-report.ts';
import { chineseHeading } from '../headings/chinese-heading.ts';
import { blankWords } from './blank-words.ts';
import type { CellWarning } from './cell.ts';
import { expectationOf } from './expectations.ts';
import { Reading } from './reading.ts';
import { type DraftOf, RECORD_FORMS, type RecordForm } from './record-forms.ts';
import { unreadButKept } from './unread-words.ts';

/** The draft of this input, what was not read of it put into its remarks. */
export function withWarnings<Kind extends RecordKind>(
  kind: Kind,
  input: unknown,
  draft: DraftOf[Kind],
): { draft: DraftOf[Kind]; warnings: Finding[] } {
  const reading = new Reading();
  reading.set('remarks', draft.remarks, { heading: 'remarks' });
  for (const cell of cellsOf(input)) {
    const blank = blankWords(kind, cell.heading, cell.value);
    if (blank !== null) reading.warn(cell, blank);
    const unread = unreadButKept(kind, cell.heading, cell.value);
    if (unread === null) continue;
    reading.warn(cell, unread);
    reading.leave(cell);
  }
  const { input: kept, warnings } = reading.finish();
  return {
    draft: { ...draft, ...kept },
    warnings: [...warnings, ...missing(RECORD_FORMS[kind], draft)].map(({ column, ...rest }) => ({
      field: column,
      heading: chineseHeading(kind, [column]),
      ...rest,
    })),
  };
}

/** Texts and lists of texts by their fields. */
export function cellsOf(input: unknown) {
  if (typeof input !== 'object' || input === null) return [];
  return Object.entries(input).flatMap(([heading, given]) => {
    const value: unknown = Array.isArray(given) ? given.join('；') : given;
    return typeof value === 'string' ? [{ heading, value, ...BARE }] : [];
  });
}

/** A field that is named as it is: no unit stands beside it, and no other has a claim on it. */
const BARE = { unit: undefined, labelled: false, preference: 0 };

/** The first of the fields of which a record should have one, where it has none of them. */
export function missing<Draft extends object>(
  { kind, wanted }: RecordForm<Draft>,
  draft: Draft,
  headingOf: (field: string) => string = (field) => field,
): CellWarning[] {
  const [first] = wanted;
  if (first === undefined || wanted.some((field) => draft[field] !== undefined)) return [];
  return [{ column: headingOf(first), found: shown(''), expected: said(expectationOf(kind, first)) }];
}

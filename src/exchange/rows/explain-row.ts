/** What the schema did not take of a row, said to the person who filled it. */
import type { z } from 'zod';
import type { ImportReport, RecordKind } from '../../domain/import-report.ts';
import { type CellWarning, type RowReading, shown } from './cell.ts';
import { expectation } from './expectations.ts';

type Issue = z.core.$ZodIssue;

/** One finding per field, the first issue of each; column headings as in the file. */
export function explainRow(
  kind: RecordKind,
  reading: RowReading,
  issues: readonly Issue[],
  columns: ImportReport['columns'],
): CellWarning[] {
  const fields = new Map(
    issues.map((issue) => [String(issue.path[0] ?? 'record'), issue] as const).reverse(),
  );
  return [...fields].reverse().map(([field, issue]) => {
    const value = reading.input[field];
    return {
      column: reading.headings.get(field) ?? headingOf(columns, field),
      found: shown(value ?? ''),
      expected: `${expectation(kind, field)}${tooLong(issue, value)}`,
    };
  });
}

/** The heading of a field's column, where the file has one. */
export function headingOf(columns: ImportReport['columns'], field: string): string {
  return columns.find((column) => column.field === field)?.heading ?? field;
}

/** How long the text is, where that is what is wrong. */
function tooLong(issue: Issue, value: unknown): string {
  if (issue.code !== 'too_big' || issue.origin !== 'string') return '';
  const length = issue.path.length === 1 && typeof value === 'string' ? value.length : undefined;
  const now = length === undefined ? ['', ''] : [`，现有 ${length} 字`, `, this has ${length}`];
  return `（不超过 ${issue.maximum} 字${now[0]} / at most ${issue.maximum} characters${now[1]}）`;
}

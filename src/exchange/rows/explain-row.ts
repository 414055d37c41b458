/** What the schema did not take of a row, said to the person who filled it. */
import type { Issue } from '../../domain/explain-issues.ts';
import type { ImportReport, RecordKind } from '../../domain/import-report.ts';
import { isChinese } from '../headings/chinese-heading.ts';
import type { CellWarning, RowReading } from './cell.ts';
import { explainRecord } from './explain-record.ts';

/** One finding for each thing that is wrong in a column; headings as in the file, with the Chinese one where that is English. */
export function explainRow(
  kind: RecordKind,
  reading: RowReading,
  issues: readonly Issue[],
  columns: ImportReport['columns'],
): CellWarning[] {
  const findings = explainRecord(kind, reading.input, issues).map(
    ({ field, heading = '', found, expected }) => {
      const [whole = field] = field.split(/[.[]/u);
      const own = reading.headings.get(field) ?? reading.headings.get(whole) ?? headingOf(columns, whole);
      const column = isChinese(own) ? own : `${heading} ${own}${field.slice(whole.length)}`.trim();
      return { column, found, expected };
    },
  );
  return findings.filter(
    ({ column, found }, i) =>
      findings.findIndex((other) => other.column === column && other.found === found) === i,
  );
}

/** The heading of a field's column, where the file has one. */
export function headingOf(columns: ImportReport['columns'], field: string): string {
  return columns.find((column) => column.field === field)?.heading ?? field;
}

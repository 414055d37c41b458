/** The columns of a sheet: what each is called in the file, and what it means. */
import type { RecordKind } from '../../domain/import-report.ts';
import { type HeadingUnit, headingUnit } from './normalise.ts';
import { type Recognised, recogniseContained, recogniseExactly } from './recognise.ts';

export interface Column {
  readonly index: number;
  /** As in the file; the two lines of a two-line heading joined by ` / `. */
  readonly heading: string;
  readonly recognised: Recognised | null;
  readonly unit: HeadingUnit | undefined;
}

/** A heading of one line, or of two: the upper names a group (知识产权), the lower its member (类型, 编号). */
export function readColumn(kind: RecordKind, index: number, upper: string, lower = ''): Column {
  const heading = upper === '' || lower === '' || upper === lower ? upper || lower : `${upper} / ${lower}`;
  return {
    index,
    heading,
    recognised: recogniseLines(kind, upper, lower),
    unit: headingUnit(`${upper} ${lower}`),
  };
}

/** Together before alone, exact before contained, and the member before its group. */
function recogniseLines(kind: RecordKind, upper: string, lower: string): Recognised | null {
  if (upper === '' || lower === '' || upper === lower) {
    return recogniseExactly(kind, upper || lower) ?? recogniseContained(kind, upper || lower);
  }
  return (
    recogniseExactly(kind, `${upper}${lower}`) ??
    recogniseExactly(kind, `${lower}${upper}`) ??
    recogniseExactly(kind, lower) ??
    recogniseContained(kind, `${upper}${lower}`) ??
    recogniseContained(kind, lower) ??
    recogniseExactly(kind, upper)
  );
}

/** The name under which a report shows the field of a column. */
export function reportedField(recognised: Recognised | null): string | null {
  if (!recognised) return null;
  if (recognised.field === 'trlRange') return 'trlMin, trlMax';
  if (recognised.field === 'city.district') return 'city';
  return recognised.field.startsWith('ip.') ? 'ip' : recognised.field;
}

/** The column with the best claim on a field; undefined where none means it. */
export function findColumn(columns: readonly Column[], field: string): Column | undefined {
  return columns
    .filter((column) => column.recognised?.field === field)
    .sort((a, b) => claim(a) - claim(b) || a.index - b.index)[0];
}

function claim({ recognised }: Column): number {
  return recognised ? recognised.preference + (recognised.exact ? 0 : 1_000) : Number.POSITIVE_INFINITY;
}

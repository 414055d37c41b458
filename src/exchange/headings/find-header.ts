/**
 * Finds the heading row of a sheet among its first rows: titles may stand above it, cells may be merged, and
 * it may have two lines (a group over its members).
 */
import type { RecordKind } from '../../domain/import-report.ts';
import type { MergedRange, Sheet, TableRow } from '../table.ts';
import { type Column, findColumn, readColumn } from './columns.ts';

export interface SheetLayout {
  readonly columns: readonly Column[];
  /** Number of the last heading row; data stands below. */
  readonly lastHeadingRow: number;
  /** Rows above the headings: titles, notes, a secrecy mark. */
  readonly above: readonly TableRow[];
}

/** Rows among which headings are looked for. */
const HEAD_ROWS = 20;

export const MANDATORY_FIELD: Record<RecordKind, string> = { results: 'title', carriers: 'name' };

/** Null where no row among the first 20 names the mandatory field. */
export function findHeader(kind: RecordKind, sheet: Sheet): SheetLayout | null {
  const head = headRows(sheet);
  const spread = head.map((row) => ({ number: row.number, cells: spreadMerges(row, head, sheet.merges) }));
  let best: { columns: Column[]; score: number; first: number; last: number } | null = null;
  for (const [i, row] of spread.entries()) {
    const single = columnsOf(kind, row.cells, []);
    const score = scoreOf(kind, single);
    if (score > (best?.score ?? 0)) best = { columns: single, score, first: i, last: i };
    const lower = spread[i + 1];
    const paired = lower && pairedColumns(kind, row, lower, head[i + 1]?.cells ?? [], sheet.merges);
    if (!paired || !lower) continue;
    // Two lines must tell more than either alone: a title above plain headings does not.
    const together = scoreOf(kind, paired);
    const alone = Math.max(score, scoreOf(kind, columnsOf(kind, lower.cells, [])));
    if (together > Math.max(alone, best?.score ?? 0))
      best = { columns: paired, score: together, first: i, last: i + 1 };
  }
  if (!best) return null;
  const below = best.first === best.last ? mergedDown(kind, spread, best, sheet.merges) : null;
  return {
    columns: below?.columns ?? best.columns,
    lastHeadingRow: head[below?.last ?? best.last]?.number ?? 0,
    above: head.slice(0, best.first),
  };
}

/** A heading that is merged with the cell below has two lines there too, whatever the second line of others says. */
function mergedDown(
  kind: RecordKind,
  spread: readonly TableRow[],
  { columns, first }: { readonly columns: readonly Column[]; readonly first: number },
  merges: readonly MergedRange[],
): { readonly columns: Column[]; readonly last: number } | null {
  const upper = spread[first]!;
  const lower = spread[first + 1];
  const mandatory = findColumn(columns, MANDATORY_FIELD[kind])?.index;
  const merged = merges.some(
    ({ top, bottom, left, right }) =>
      top === upper.number &&
      bottom === lower?.number &&
      mandatory !== undefined &&
      left <= mandatory &&
      mandatory <= right,
  );
  return lower && merged ? { columns: columnsOf(kind, upper.cells, lower.cells), last: first + 1 } : null;
}

function headRows(sheet: Sheet): TableRow[] {
  const rows: TableRow[] = [];
  for (const row of sheet.rows()) {
    if (rows.length === HEAD_ROWS) break;
    rows.push(row);
  }
  return rows;
}

/** Distinct fields, exact headings counting double; 0 where this cannot be a heading row. */
function scoreOf(kind: RecordKind, columns: readonly Column[]): number {
  const points = new Map<string, number>();
  for (const { recognised } of columns) {
    if (recognised)
      points.set(recognised.field, Math.max(points.get(recognised.field) ?? 0, recognised.exact ? 2 : 1));
  }
  const mandatory = points.get(MANDATORY_FIELD[kind]);
  if (mandatory === undefined) return 0;
  const alone = points.size === 1;
  if (alone && (mandatory === 1 || columns.length > 2)) return 0;
  return [...points.values()].reduce((sum, point) => sum + point, 0);
}

function columnsOf(kind: RecordKind, upper: readonly string[], lower: readonly string[]): Column[] {
  const width = Math.max(upper.length, lower.length);
  return Array.from({ length: width }, (_, i) => readColumn(kind, i, upper[i] ?? '', lower[i] ?? '')).filter(
    (column) => column.heading !== '',
  );
}

/** The two rows as one heading, or null where the lower one looks like data. */
function pairedColumns(
  kind: RecordKind,
  upper: TableRow,
  lower: TableRow,
  lowerOwn: readonly string[],
  merges: readonly MergedRange[],
): Column[] | null {
  if (isTitle(upper)) return null;
  const groups = groupsOver(upper, lower, merges);
  const own = lowerOwn.flatMap((text, i) => (text === '' ? [] : [{ text, i }]));
  if (own.length === 0 || own.some(({ text }) => text.length > 30)) return null;
  const columns = columnsOf(kind, groups, lower.cells);
  const alone = new Map(
    columnsOf(kind, upper.cells, []).map((column) => [column.index, column.recognised?.field]),
  );
  const gained = own.filter(({ i }) => {
    const field = columns.find((column) => column.index === i)?.recognised?.field;
    return field !== undefined && field !== alone.get(i);
  });
  return gained.length * 2 >= own.length ? columns : null;
}

/** One text at the very left and nothing beside it names no group. */
function isTitle({ cells }: TableRow): boolean {
  return cells[0] !== '' && cells.slice(1).every((cell) => cell === '');
}

/** Where a file has no merged cells (CSV), a group's name stands over its first member only: carried to the right. */
function groupsOver(upper: TableRow, lower: TableRow, merges: readonly MergedRange[]): string[] {
  const merged = merges.some((merge) => merge.top <= upper.number && merge.bottom >= upper.number);
  const groups: string[] = [];
  for (let i = 0; i < Math.max(upper.cells.length, lower.cells.length); i++) {
    const own = upper.cells[i] ?? '';
    const carried = !merged && own === '' && (lower.cells[i] ?? '') !== '' ? (groups[i - 1] ?? '') : '';
    groups.push(own || carried);
  }
  return groups;
}

/** A row with every merged cell showing the text of its range. */
function spreadMerges(row: TableRow, head: readonly TableRow[], merges: readonly MergedRange[]): string[] {
  const cells = [...row.cells];
  for (const merge of merges) {
    if (row.number < merge.top || row.number > merge.bottom) continue;
    const text = head.find((other) => other.number === merge.top)?.cells[merge.left] ?? '';
    for (let i = merge.left; i <= Math.min(merge.right, merge.left + 200); i++) {
      while (cells.length < i) cells.push('');
      cells[i] = text;
    }
  }
  return cells;
}

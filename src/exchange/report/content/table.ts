/** A table of the report as content: page, document and workbook each show it in their own way. */
import type { Bilingual } from '../../../domain/match.ts';

export interface Column {
  readonly head: Bilingual;
  /** `share`: three decimals; `count`: a whole number; `day`: YYYY-MM-DD. */
  readonly kind: 'text' | 'count' | 'share' | 'day';
  /** Width in characters of a workbook; in a document its share of the line. */
  readonly width: number;
  /** Only in a workbook, where there is room. */
  readonly wide?: true;
  /** A reviewer fills it, choosing from these words. */
  readonly choices?: readonly string[];
}

/** A cell that a workbook calculates itself; `row` is the row of the sheet, from 1. */
export interface Formula {
  readonly formula: (row: number) => string;
  /** What it comes to. */
  readonly value: number;
}

/** Words on a ground that says at a glance how bad it is. */
export interface Toned extends Bilingual {
  readonly tone: 'bad' | 'mid' | 'good';
}

export type Cell = string | number | Bilingual | Toned | Formula | null;

export function toneOf(cell: Cell): Toned['tone'] | null {
  return typeof cell === 'object' && cell !== null && 'tone' in cell ? cell.tone : null;
}

export interface ReportTable {
  /** Name of its sheet in a workbook, 31 characters at most. */
  readonly sheet: string;
  readonly title: Bilingual;
  /** How it is to be read. */
  readonly note: Bilingual | null;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Said where there are no rows. */
  readonly empty: Bilingual;
}

/** The columns and cells that have room outside a workbook. */
export function narrow(table: ReportTable): ReportTable {
  const kept = table.columns.map((column, i) => (column.wide ? -1 : i)).filter((i) => i >= 0);
  return {
    ...table,
    columns: kept.map((i) => table.columns[i]!),
    rows: table.rows.map((row) => kept.map((i) => row[i] ?? null)),
  };
}

/** A column, and what stands in it of a row; `at`: number of the row, from 0. */
export interface ColumnOf<Row> extends Column {
  readonly cell: (row: Row, at: number) => Cell;
}

const columnOf =
  (kind: Column['kind']) =>
  <Row>(zh: string, en: string, width: number, cell: ColumnOf<Row>['cell']): ColumnOf<Row> => ({
    head: { zh, en },
    kind,
    width,
    cell,
  });
export const text = columnOf('text');
export const count = columnOf('count');
export const share = columnOf('share');
export const day = columnOf('day');
export const wide = <Row>(column: ColumnOf<Row>): ColumnOf<Row> => ({ ...column, wide: true });

/** A row of cells for each of these. */
export function filled<Row>(
  rows: readonly Row[],
  columns: readonly ColumnOf<Row>[],
): Pick<ReportTable, 'columns' | 'rows'> {
  return { columns, rows: rows.map((row, at) => columns.map(({ cell }) => cell(row, at))) };
}

/** How a cell is printed in one language; numbers by the kind of their column. */
export function printed(cell: Cell, column: Column): Bilingual {
  if (cell === null) return { zh: '', en: '' };
  if (typeof cell === 'string') return { zh: cell, en: '' };
  if (typeof cell === 'number') return { zh: printedNumber(cell, column), en: '' };
  if ('formula' in cell) return { zh: printedNumber(cell.value, column), en: '' };
  return cell.zh === cell.en ? { zh: cell.zh, en: '' } : cell;
}

function printedNumber(value: number, column: Column): string {
  return column.kind === 'share' ? value.toFixed(3) : String(value);
}

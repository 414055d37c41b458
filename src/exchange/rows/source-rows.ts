/** Every row of a file with its cells by field: sheets in turn, or lines of JSON. */

import { DomainError } from '../../domain/errors.ts';
import { shown } from '../../domain/explain-issues.ts';
import type { RecordKind, RowFinding } from '../../domain/import-report.ts';
import { type Column, reportedField } from '../headings/columns.ts';
import { findHeader } from '../headings/find-header.ts';
import { sheetMoneyUnit } from '../headings/normalise.ts';
import { recogniseExactly } from '../headings/recognise.ts';
import { sheetMark } from '../readings/secrecy.ts';
import type { HiddenSheet, JsonRow, Sheet, Table } from '../table.ts';
import type { Cell } from './cell.ts';
import { dataRows } from './data-rows.ts';
import { MONEY_FIELDS } from './field-forms.ts';

export interface SourceRow {
  readonly number: number;
  readonly sheet?: string | undefined;
  /** By field; columns without one under null. Absent for rows that are not data, and for broken lines. */
  readonly cells?: ReadonlyMap<string | null, readonly Cell[]> | undefined;
  readonly role: 'data' | 'note' | 'broken';
  /** Secrecy mark of the whole sheet. */
  readonly sheetMark?: string | null | undefined;
}

export interface Source {
  /** Rows of the file, blank ones and headings included: what progress is measured against. */
  readonly total: number;
  readonly columns: readonly { readonly heading: string; readonly field: string | null }[];
  readonly findings: readonly RowFinding[];
  rows(): Generator<SourceRow>;
}

/** Throws `file.headings_missing` where no sheet has headings that name the mandatory field. */
export function openSource(kind: RecordKind, table: Table): Source {
  if (table.form === 'json') return jsonSource(kind, table);
  const opened = withoutExplanations(table.sheets).map((sheet) => ({
    sheet,
    layout: findHeader(kind, sheet),
  }));
  const readable = opened.flatMap(({ sheet, layout }) => (layout ? [{ sheet, layout }] : []));
  if (readable.length === 0) throw headingsMissing(kind, table.sheets);
  const unread = opened.filter(({ sheet, layout }) => !layout && firstCells(sheet) !== '');
  return {
    total: readable.reduce((sum, { sheet }) => sum + sheet.rowCount, 0),
    columns: distinct(readable.flatMap(({ layout }) => layout.columns.map(reported))),
    findings: [
      ...unread.map(({ sheet }) => noHeadings(kind, sheet)),
      ...(table.hidden ?? []).filter((sheet) => holdsRecords(kind, sheet)).map(hiddenRecords),
    ],
    *rows() {
      for (const { sheet, layout } of readable) {
        const unit = sheetMoneyUnit(layout.above);
        const byIndex = new Map(layout.columns.map((column) => [column.index, inUnit(column, unit)]));
        const mark = sheetMark(layout.above);
        for (const { number, role, cells } of dataRows(kind, sheet, layout)) {
          const row = { number, sheet: sheet.name, role, sheetMark: mark };
          yield role === 'data' ? { ...row, cells: cellsByField(cells, byIndex) } : row;
        }
      }
    },
  };
}

function inUnit(column: Column, unit: Column['unit']): Column {
  return MONEY_FIELDS.has(column.recognised?.field ?? '') ? { ...column, unit: column.unit ?? unit } : column;
}

function cellsByField(texts: readonly string[], columns: ReadonlyMap<number, Column>) {
  const cells = new Map<string | null, Cell[]>();
  texts.forEach((value, index) => {
    if (value === '') return;
    const column = columns.get(index);
    const { labelled = false, preference = 0, exact = true } = column?.recognised ?? {};
    const cell: Cell = {
      heading: column?.heading ?? `第 ${index + 1} 列`,
      value,
      unit: column?.unit,
      labelled,
      preference: exact ? preference : preference + 1_000,
    };
    put(cells, column?.recognised?.field ?? null, cell);
  });
  return cells;
}

function jsonSource(kind: RecordKind, table: Extract<Table, { form: 'json' }>): Source {
  const keys = new Set<string>();
  for (const { record } of table.rows()) for (const key of Object.keys(record ?? {})) keys.add(key);
  const fields = new Map([...keys].map((key) => [key, recogniseExactly(kind, key)]));
  return {
    total: table.rowCount,
    columns: [...fields].map(([heading, recognised]) => ({ heading, field: reportedField(recognised) })),
    findings: [],
    *rows() {
      for (const { number, record } of table.rows()) {
        yield record ? { number, role: 'data', cells: jsonCells(record) } : { number, role: 'broken' };
      }
    },
  };

  function jsonCells(record: NonNullable<JsonRow['record']>) {
    const cells = new Map<string | null, Cell[]>();
    for (const [heading, value] of Object.entries(record)) {
      const recognised = fields.get(heading) ?? null;
      const { labelled = false, preference = 0 } = recognised ?? {};
      put(cells, recognised?.field ?? null, { heading, value, unit: undefined, labelled, preference });
    }
    return cells;
  }
}

function put(cells: Map<string | null, Cell[]>, field: string | null, cell: Cell): void {
  const list = cells.get(field);
  if (list) list.push(cell);
  else cells.set(field, [cell]);
}

const MUST_NAME: Record<RecordKind, string> = {
  results:
    '首 20 行内要有表头，至少包含“成果名称” · headings within the first 20 rows, at least 成果名称 (title)',
  carriers:
    '首 20 行内要有表头，至少包含“载体名称” · headings within the first 20 rows, at least 载体名称 (name)',
};

function noHeadings(kind: RecordKind, sheet: Sheet): RowFinding {
  return {
    row: 1,
    sheet: sheet.name,
    column: '表头 headings',
    found: firstCells(sheet),
    expected: MUST_NAME[kind],
    severity: 'warning',
  };
}

/** Whether it looks like one; whatever else hides there, or cannot be read, keeps nothing else from being imported. */
function holdsRecords(kind: RecordKind, { name, open }: HiddenSheet): boolean {
  if (EXPLANATIONS.test(name ?? '')) return false;
  try {
    const sheet = open();
    return sheet !== null && findHeader(kind, sheet) !== null;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

/** A hidden sheet that looks like one of records: left out, as what hides there need not be meant for anybody. */
function hiddenRecords(sheet: HiddenSheet): RowFinding {
  return {
    row: 1,
    sheet: sheet.name,
    column: '工作表 sheet',
    found: '隐藏 hidden',
    expected:
      '隐藏的工作表未读入；如需导入，请先取消隐藏 · a hidden sheet is not read: show it to have it imported',
    severity: 'warning',
  };
}

function headingsMissing(kind: RecordKind, sheets: readonly Sheet[]): DomainError {
  const found = sheets.map(firstCells).find((text) => text !== '') ?? '';
  return new DomainError('file.headings_missing', `没有找到表头：${MUST_NAME[kind]}`, [
    { field: kind === 'results' ? 'title' : 'name', found: shown(found), expected: MUST_NAME[kind] },
  ]);
}

function firstCells(sheet: Sheet): string {
  for (const row of sheet.rows()) {
    const texts = row.cells.filter((cell) => cell !== '');
    if (texts.length > 0) return shown(texts.join(' | '));
  }
  return '';
}

const EXPLANATIONS = /说明|字段|instruction|explanation/iu;

/** The template's own sheet of explanations, and others of that name, unless there is nothing else. */
function withoutExplanations(sheets: readonly Sheet[]): readonly Sheet[] {
  const others = sheets.filter((sheet) => !EXPLANATIONS.test(sheet.name ?? ''));
  return others.length > 0 ? others : sheets;
}

function reported(column: Column) {
  return { heading: column.heading, field: reportedField(column.recognised) };
}

function distinct<T>(list: readonly T[]): T[] {
  return [...new Map(list.map((entry) => [JSON.stringify(entry), entry])).values()];
}

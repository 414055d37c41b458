/** The data rows of a sheet: below the headings, merged cells carried down, everything that is not data told apart. */
import type { RecordKind } from '../../domain/import-report.ts';
import { plain } from '../../domain/reading/plain.ts';
import { findColumn } from '../headings/columns.ts';
import { MANDATORY_FIELD, type SheetLayout } from '../headings/find-header.ts';
import { recogniseExactly } from '../headings/recognise.ts';
import type { MergedRange, Sheet, TableRow } from '../table.ts';
import { FORMULA_WITHOUT_VALUE } from '../xlsx/cell-text.ts';

export interface DataRow extends TableRow {
  /** `note`: footnotes, totals, the template's example, a repeated heading: counted, not read. */
  readonly role: 'data' | 'note';
}

export function* dataRows(kind: RecordKind, sheet: Sheet, layout: SheetLayout): Generator<DataRow> {
  const carry = carrier(sheet.merges);
  const mandatory = findColumn(layout.columns, MANDATORY_FIELD[kind])?.index ?? 0;
  for (const row of sheet.rows()) {
    const cells = carry(row);
    if (row.number <= layout.lastHeadingRow || isBlankRow(row, mandatory)) continue;
    const note = isNote(row, mandatory) || isExample(row, mandatory) || repeatsHeadings(kind, row, layout);
    yield { number: row.number, cells, role: note ? 'note' : 'data' };
  }
}

/** Nothing stands in it, or formulas alone that were filled in ahead, beside no name. */
function isBlankRow({ cells }: TableRow, mandatory: number): boolean {
  const filled = cells.filter((cell) => cell !== '');
  if ((cells[mandatory] ?? '') !== '') return false;
  return filled.every((cell) => cell === FORMULA_WITHOUT_VALUE);
}

/**
 * Fills cells that are really merged with one above. Only downwards and only in the range's first column: a
 * note merged over a whole row is one text, not one per column. Plain blanks stay blank.
 */
function carrier(merges: readonly MergedRange[]): (row: TableRow) => readonly string[] {
  const waiting = merges.filter((merge) => merge.bottom > merge.top).sort((a, b) => a.top - b.top);
  let open: (MergedRange & { readonly text: string })[] = [];
  let next = 0;
  return (row) => {
    for (let merge = waiting[next]; merge && merge.top <= row.number; merge = waiting[++next]) {
      if (merge.top === row.number) open.push({ ...merge, text: row.cells[merge.left] ?? '' });
    }
    open = open.filter((merge) => merge.bottom >= row.number);
    if (open.length === 0) return row.cells;
    const cells = [...row.cells];
    for (const { left, text } of open) {
      while (cells.length <= left) cells.push('');
      if (cells[left] === '') cells[left] = text;
    }
    return cells;
  };
}

const NOTE =
  /^(?:\*?\s*(?:注|备注|说明|填表说明|填报说明|填写说明|注意|注意事项|合计|总计|共计|小计|制表人|填表人|审核人|填报人|填报单位|notes?|total|remarks?)\s*(?:[:：\d一二三四五]|$)|※)/iu;

/** A number of records where a name would stand: 30项, 共12家, 30 items. */
const HOW_MANY =
  /^共?\s*\d+\s*(?:项|个|家|条|件|人|名|(?:items?|results?|projects?|records?|technologies|carriers?|in (?:all|total)))?$/iu;

/** A footnote or a total: it opens with such a word, and the mandatory cell is blank, a number or that very cell. */
function isNote(row: TableRow, mandatory: number): boolean {
  const first = row.cells.findIndex((cell) => cell !== '');
  if (!NOTE.test(plain(row.cells[first] ?? ''))) return false;
  const name = row.cells[mandatory] ?? '';
  return first === mandatory || name === '' || HOW_MANY.test(plain(name));
}

/** The mark of the template's example row, in its first cell or in the mandatory one. */
const EXAMPLE = /^[【[(（]?\s*(?:示例|样例|填写示例|example)\s*(?:[】\])）]|[:：])/iu;

function isExample(row: TableRow, mandatory: number): boolean {
  const first = row.cells.find((cell) => cell !== '') ?? '';
  return EXAMPLE.test(first) || EXAMPLE.test(row.cells[mandatory] ?? '');
}

/** Headings again: on each printed page, or in English under the Chinese ones. */
function repeatsHeadings(kind: RecordKind, row: TableRow, layout: SheetLayout): boolean {
  const own = row.cells.flatMap((text, index) => (text === '' ? [] : [{ text, index }]));
  const same = own.filter(({ text, index }) => {
    const column = layout.columns.find((candidate) => candidate.index === index);
    if (!column) return false;
    if (plain(text) === plain(column.heading)) return true;
    return column.recognised !== null && recogniseExactly(kind, text)?.field === column.recognised.field;
  });
  return same.length >= 2 && same.length * 5 >= own.length * 3;
}

/** Rows and merged cells of one worksheet. Rows are decoded one by one: the sheet is never one long string. */
import { MAX_COLUMNS, unreadable } from '../file-limits.ts';
import type { MergedRange, TableRow } from '../table.ts';
import { type CellContext, cellText } from './cell-text.ts';
import { attribute, elements, endsName, rootPrefix } from './xml.ts';

const LAST_ROW = 1_048_576;

export function worksheetPrefix(xml: Buffer): string {
  return rootPrefix(xml.toString('utf8', 0, 4_000), 'worksheet');
}

/** Number of `<row>` elements: what progress is measured against. */
export function countRows(xml: Buffer, prefix: string): number {
  let count = 0;
  for (const _ of rowSlices(xml, prefix)) count++;
  return count;
}

/** Rows in the order of the file; rows and columns that the file leaves out are gaps, not shifts. */
export function* sheetRows(xml: Buffer, context: CellContext): Generator<TableRow> {
  let previous = 0;
  for (const [start, end] of rowSlices(xml, context.prefix)) {
    const [row] = elements(xml.toString('utf8', start, end), context.prefix, 'row');
    if (!row) continue;
    const number = Number(attribute(row.attributes, 'r') ?? previous + 1);
    if (!Number.isInteger(number) || number < 1 || number > LAST_ROW) throw oddAddress();
    previous = number;
    yield { number, cells: rowCells(row.inner, context) };
  }
}

function rowCells(inner: string, context: CellContext): string[] {
  const cells: string[] = [];
  let column = -1;
  for (const cell of elements(inner, context.prefix, 'c')) {
    const address = attribute(cell.attributes, 'r');
    column = address === undefined ? column + 1 : columnOf(address);
    const text = cellText(cell, context).trim();
    if (text === '') continue;
    if (column >= MAX_COLUMNS) {
      throw unreadable(`工作表超过 ${MAX_COLUMNS} 列`, `a sheet has more than ${MAX_COLUMNS} columns`);
    }
    while (cells.length < column) cells.push('');
    cells[column] = text;
  }
  return cells;
}

/** The ranges of `mergeCells`, which stand after the rows. */
export function readMerges(xml: Buffer, prefix: string): MergedRange[] {
  const start = xml.lastIndexOf(`<${prefix}mergeCells`);
  const end = xml.lastIndexOf(`</${prefix}mergeCells>`);
  if (start < 0 || end < start) return [];
  return [...elements(xml.toString('utf8', start, end), prefix, 'mergeCell')].flatMap((merge) => {
    const [from, to] = (attribute(merge.attributes, 'ref') ?? '').split(':');
    if (!from || !to) return [];
    return [{ top: rowOf(from), left: columnOf(from), bottom: rowOf(to), right: columnOf(to) }];
  });
}

/** Byte ranges of the row elements; `<rowBreaks>` and the like are passed over. */
function* rowSlices(xml: Buffer, prefix: string): Generator<readonly [number, number]> {
  const open = Buffer.from(`<${prefix}row`);
  const close = Buffer.from(`</${prefix}row>`);
  let at = 0;
  for (;;) {
    const start = xml.indexOf(open, at);
    if (start < 0) return;
    const tagEnd = xml.indexOf('>', start);
    if (tagEnd < 0) throw cutOff();
    at = tagEnd + 1;
    if (!endsName(xml[start + open.length] ?? 0)) continue;
    if (xml[tagEnd - 1] !== 0x2f) {
      const end = xml.indexOf(close, at);
      if (end < 0) throw cutOff();
      at = end + close.length;
    }
    yield [start, at];
  }
}

/** `AB12` → 27. */
function columnOf(address: string): number {
  const letters = /^\$?([A-Z]{1,3})/u.exec(address)?.[1];
  if (!letters) throw oddAddress();
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function rowOf(address: string): number {
  return Number(/(\d+)$/u.exec(address)?.[1] ?? 0);
}

function cutOff() {
  return unreadable('工作表内容不完整', 'a sheet is cut off');
}

function oddAddress() {
  return unreadable('工作表的单元格地址有误', 'a sheet has cells with impossible addresses');
}

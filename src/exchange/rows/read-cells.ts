/** From the cells of a row to a record's input: each field read in the way that its cells are written. */
import type { RecordKind } from '../../domain/import-report.ts';
import { isBlank } from '../../domain/reading/plain.ts';
import { NOT_KEPT } from '../headings/rule.ts';
import { countText, readMoneyWan, withAreaUnit } from '../readings/amounts.ts';
import { readDate } from '../readings/dates.ts';
import { secrecyMark } from '../readings/secrecy.ts';
import type { Cell, RowReading } from './cell.ts';
import { AREA_FIELDS, COUNT_FIELDS, DATE_FIELDS, MONEY_FIELDS } from './field-forms.ts';
import {
  readAccepted,
  readCarrierTexts,
  readContact,
  readIpCells,
  readLead,
  readLevels,
} from './grouped-cells.ts';
import { readPlace } from './place-cells.ts';
import { Reading } from './reading.ts';
import { leaveUnknownParts } from './unknown-parts.ts';
import { unreadButKept } from './unread-words.ts';

/** A formula's error value: no text, and worth a look. */
const CELL_ERROR = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)$/u;

/** `cells` by field, in the order of columns; those under `null` have no field. */
export function readCells(kind: RecordKind, cells: ReadonlyMap<string | null, readonly Cell[]>): RowReading {
  const reading = new Reading();
  const said = new Map(
    [...cells].map(([field, list]) => [field, list.filter((cell) => says(cell, reading))]),
  );
  for (const [field, list] of said)
    for (const cell of list) if (field !== null) leaveUnknownParts(kind, field, cell, reading);
  const take = (field: string): readonly Cell[] => {
    const found = said.get(field) ?? [];
    said.delete(field);
    return found;
  };
  take(NOT_KEPT);
  readSecrecy(reading, take('secrecy'));
  readIpCells(reading, take);
  readContact(reading, take, kind === 'results' ? readLead(reading, take) : []);
  if (kind === 'results') readLevels(reading, take('trl'), take('stage'));
  else {
    readAccepted(reading, take('trlRange'));
    readCarrierTexts(reading, take);
    readPlace(reading, take('city'), take('city.district'));
  }
  for (const cell of said.get(null) ?? []) reading.leave(cell);
  for (const [field, list] of said)
    if (field !== null) reading.combine(field, readEach(kind, field, list, reading));
  return reading.finish();
}

function says(cell: Cell, reading: Reading): boolean {
  if (typeof cell.value !== 'string') return cell.value !== null && cell.value !== undefined;
  if (CELL_ERROR.test(cell.value)) {
    reading.warn(
      cell,
      '公式没有结果或结果有误，按空白处理；请用 Excel 打开并保存后重试 · the formula has no result, or an error: read as blank; open and save the file in Excel, then try again',
    );
    return false;
  }
  return !isBlank(cell.value);
}

/** Public is kept; any other mark makes the whole row secret. */
function readSecrecy(reading: Reading, cells: readonly Cell[]): void {
  for (const cell of cells) {
    const mark = secrecyMark(String(cell.value));
    if (mark) reading.secret ??= { column: cell.heading, mark };
    reading.set('secrecy', cell.value, cell);
  }
}

/** Values in the unit and form that the schema takes; what is no amount at all goes to `remarks` with a warning. */
function readEach(kind: RecordKind, field: string, cells: readonly Cell[], reading: Reading): Cell[] {
  return cells.flatMap((cell) => {
    if (typeof cell.value !== 'string') return [cell];
    if (AREA_FIELDS.has(field)) return [{ ...cell, value: withAreaUnit(cell.value, cell.unit) }];
    if (COUNT_FIELDS.has(field)) return [{ ...cell, value: countText(cell.value) }];
    if (DATE_FIELDS.has(field)) return [{ ...cell, value: readDate(cell.value) }];
    const unread = unreadButKept(kind, field, cell.value);
    if (unread !== null) {
      reading.warn(cell, unread);
      reading.leave(cell);
    }
    if (!MONEY_FIELDS.has(field)) return [cell];
    const amount = readMoneyWan(cell.value, cell.unit);
    if (amount !== null) return [{ ...cell, value: amount }];
    reading.warn(
      cell,
      '一个金额，如 50 万元；原文已存入备注 · one amount, e.g. 50万元; the text is kept in remarks',
    );
    reading.leave(cell);
    return [];
  });
}

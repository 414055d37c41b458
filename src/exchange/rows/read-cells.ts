/** From the cells of a row to a record's input: each field read in the way that its cells are written. */
import { said } from '../../domain/explain-issues.ts';
import type { RecordKind } from '../../domain/import-report.ts';
import type { Bilingual } from '../../domain/match.ts';
import { isBlank, plain } from '../../domain/reading/plain.ts';
import { NOT_KEPT } from '../headings/rule.ts';
import { readAreaM2, readCount, readMoneyWan } from '../readings/amounts.ts';
import { readDate } from '../readings/dates.ts';
import { readBound } from '../readings/maturity.ts';
import { isUndecided, secrecyMark } from '../readings/secrecy.ts';
import { blankWords } from './blank-words.ts';
import type { Cell, RowReading } from './cell.ts';
import { readContact, readPeople } from './contact-cells.ts';
import { AREA_FIELDS, COUNT_FIELDS, DATE_FIELDS, LEVEL_FIELDS, MONEY_FIELDS } from './field-forms.ts';
import { readAccepted, readCarrierTexts, readIpCells, readLevels } from './grouped-cells.ts';
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
    [...cells].map(([field, list]) => [field, list.filter((cell) => says(kind, field, cell, reading))]),
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
  const people = kind === 'results' ? (['lead', 'team'] as const) : [];
  readContact(
    reading,
    take,
    people.flatMap((field) => readPeople(reading, field, take)),
  );
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

function says(kind: RecordKind, field: string | null, cell: Cell, reading: Reading): boolean {
  if (typeof cell.value !== 'string') return cell.value !== null && cell.value !== undefined;
  if (CELL_ERROR.test(cell.value)) {
    reading.warn(
      cell,
      '公式没有结果或结果有误，按空白处理；请用 Excel 打开并保存后重试 · the formula has no result, or an error: read as blank; open and save the file in Excel, then try again',
    );
    return false;
  }
  if (field === 'secrecy') return isUndecided(cell.value) || !isBlank(cell.value);
  const blank = field === NOT_KEPT ? null : blankWords(kind, field ?? '', cell.value);
  if (blank !== null) reading.warnOnce(cell, blank);
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

/** Values in the unit and form that the schema takes; what is no number at all goes to `remarks` with a warning. */
function readEach(kind: RecordKind, field: string, cells: readonly Cell[], reading: Reading): Cell[] {
  return cells.flatMap((cell) => {
    if (typeof cell.value !== 'string') return [cell];
    if (DATE_FIELDS.has(field)) return [{ ...cell, value: readDate(cell.value) }];
    const unread = unreadButKept(kind, field, cell.value);
    if (unread !== null) {
      reading.warnOnce(cell, unread);
      reading.leave(cell);
    }
    const read = FIGURES.find(({ fields }) => fields.has(field));
    if (read === undefined) return [cell];
    const figure = read.figure(cell.value, cell.unit, field);
    if (figure !== null) return [{ ...cell, value: figure }];
    // a number that it may not be is for the schema to refuse
    const wrong = LEVEL_FIELDS.has(field) ? /\d/u : BARE_NUMBER;
    if (cell.unit !== '外币' && wrong.test(plain(cell.value))) return [cell];
    reading.warnOnce(
      cell,
      said({ zh: `${read.one.zh}，原文已存入备注`, en: `${read.one.en}; the text is kept in remarks` }),
    );
    reading.leave(cell);
    return [];
  });
}

const BARE_NUMBER = /^[-+]?\d+(?:\.\d+)?$/u;

/** How a field of numbers is read: null where the text is no single one. */
interface FigureForm {
  readonly fields: ReadonlySet<string>;
  readonly figure: (cell: string, unit: Cell['unit'], field: string) => number | null;
  readonly one: Bilingual;
}

const FIGURES: readonly FigureForm[] = [
  {
    fields: MONEY_FIELDS,
    figure: readMoneyWan,
    one: { zh: '一个金额，如 50 万元；按未知登记', en: 'one amount, e.g. 50万元; taken as unknown' },
  },
  {
    fields: AREA_FIELDS,
    figure: readAreaM2,
    one: { zh: '一个面积，如 3500、1.2万㎡；按未知登记', en: 'one area in m², e.g. 3500; taken as unknown' },
  },
  {
    fields: COUNT_FIELDS,
    figure: readCount,
    one: { zh: '一个整数，如 12；按未知登记', en: 'one whole number, e.g. 12; taken as unknown' },
  },
  {
    fields: LEVEL_FIELDS,
    figure: (cell, _, field) => readBound(cell, field === 'trlMin' ? 'low' : 'high'),
    one: { zh: '一个等级，如 TRL4；按未知登记', en: 'one level, e.g. TRL4; taken as unknown' },
  },
];

/** Who to ask: cells of one column or of several, and the numbers that stand beside names elsewhere. */
import { CONTACT_LENGTHS } from '../../domain/contact.ts';
import { said } from '../../domain/explain-issues.ts';
import { type ContactParts, readContactCell, withoutNumbers } from '../readings/contact-cell.ts';
import type { Cell } from './cell.ts';
import { CONTACT_PARTS } from './field-forms.ts';
import type { Take } from './grouped-cells.ts';
import type { Reading } from './reading.ts';

/** A telephone beside the name of who leads, or works on, a result is contact, which is not for everybody: those cells. */
export function readPeople(reading: Reading, field: 'lead' | 'team', take: Take): Cell[] {
  const cells = take(field).map((cell) => ({ cell, names: namesAlone(cell.value) }));
  const mixed = cells.filter(({ cell, names }) => String(names) !== String(cell.value).trim());
  reading.combine(
    field,
    cells.flatMap((each) => {
      if (!mixed.includes(each)) return [each.cell];
      return String(each.names) === '' ? [] : [{ ...each.cell, value: each.names }];
    }),
  );
  return mixed.map(({ cell }) => cell);
}

/** A list of a JSON file stays one. */
function namesAlone(value: unknown): unknown {
  if (!Array.isArray(value)) return withoutNumbers(String(value));
  return value.map((entry) => withoutNumbers(String(entry))).filter((name) => name !== '');
}

/** `also`: cells of other columns that hold a contact. Where they name somebody else, each keeps the own number. */
export function readContact(reading: Reading, take: Take, also: readonly Cell[]): void {
  const whole = take('contact');
  const structured = whole.find((cell) => typeof cell.value === 'object');
  const contact: Record<string, unknown> = { ...(structured?.value as object | undefined) };
  for (const cell of whole) if (typeof cell.value !== 'object') addEach(contact, read(reading, cell));
  const columns = CONTACT_PARTS.map((part) => ({ part, cells: take(`contact.${part}`) }));
  for (const { part, cells } of columns) {
    const [cell, ...others] = cells;
    if (!cell) continue;
    const { asItStands, ...more } = readContactCell(others.length === 0 ? String(cell.value) : '');
    const isFree = (name: string) =>
      name === part ||
      (contact[name] === undefined &&
        columns.every((column) => column.part !== name || column.cells.length === 0));
    const says = Object.keys(more);
    if (!asItStands && says.some((name) => name !== part) && says.every(isFree)) addEach(contact, more);
    else addEach(contact, { [part]: [cell, ...others].map(({ value }) => String(value)).join('；') });
    reading.headings.set(`contact.${part}`, cell.heading);
  }
  for (const cell of also) {
    const parts: Record<string, unknown> = { ...read(reading, cell) };
    const { name } = contact;
    if (name === undefined || parts['name'] === undefined || parts['name'] === name)
      Object.assign(contact, { ...parts, ...contact });
    else contact['name'] = `${name}；${String(cell.value).trim()}`;
  }
  const cells = [...whole, ...columns.flatMap((column) => column.cells), ...also];
  const kept = structured ? contact : fitting(reading, contact, cells);
  if (cells[0]) reading.set('contact', kept, cells[0]);
}

/** What several cells say of one part stands one behind the other. */
function addEach(contact: Record<string, unknown>, parts: Readonly<Record<string, string>>): void {
  for (const [part, text] of Object.entries(parts)) {
    const known = contact[part];
    if (known === undefined) contact[part] = text;
    else if (!String(known).includes(text)) contact[part] = `${known}；${text}`;
  }
}

function read(reading: Reading, cell: Cell): Omit<ContactParts, 'asItStands'> {
  const { asItStands, ...parts } = readContactCell(String(cell.value).trim());
  if (asItStands)
    reading.warn(
      cell,
      said({
        zh: '每人一个号码，如“张三 138…；李四 139…”；原文已存入联系人，不公开',
        en: 'each person with one number; kept as it stands in the contact, which is not public',
      }),
    );
  return parts;
}

/** What is longer than a contact takes goes to `remarks`, which are not public either. */
function fitting(reading: Reading, contact: Record<string, unknown>, cells: readonly Cell[]) {
  const long = CONTACT_PARTS.filter((part) => String(contact[part] ?? '').length > CONTACT_LENGTHS[part]);
  if (long.length === 0) return contact;
  for (const cell of cells) {
    const most = CONTACT_LENGTHS[long[0] ?? 'name'];
    reading.warn(
      cell,
      said({
        zh: `不超过 ${most} 字；原文已存入备注，不公开`,
        en: `at most ${most} characters; the text is kept in remarks, which are not public`,
      }),
    );
    reading.leave(cell);
  }
  return Object.fromEntries(Object.entries(contact).filter(([part]) => !long.some((name) => name === part)));
}

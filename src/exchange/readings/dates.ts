/** Dates as ISO text, from what spreadsheets keep. */
import { plain } from '../../domain/reading/plain.ts';
import { serialToIso } from '../xlsx/date-formats.ts';

/** Serials of 1954–2064: numbers that a date column holds where its style was lost; years and 202106 are not among them. */
const FIRST_SERIAL = 20_000;
const LAST_SERIAL = 60_000;

/** `44321` → `2021-05-05`; `2021年5月` and other words stay as they are. */
export function readDate(cell: string): string {
  const text = plain(cell);
  if (!/^\d{5}(?:\.\d+)?$/u.test(text)) return cell.trim();
  const serial = Number(text);
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return cell.trim();
  return serialToIso(serial, 'day') ?? cell.trim();
}

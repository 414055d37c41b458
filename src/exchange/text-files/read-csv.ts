/** CSV: separated by comma, semicolon or tab; quoted cells may hold line breaks. */
import { CsvError, parse } from 'csv-parse/sync';
import { unreadable } from '../file-limits.ts';
import { unescapeFormula } from '../safe-cells.ts';
import type { Sheet, TableRow } from '../table.ts';

const DELIMITERS = [',', ';', '\t'] as const;

/** One sheet. Its row numbers count records, as a spreadsheet does that opens the file. */
export function readCsv(text: string): Sheet {
  const rows = parseRecords(text).map(
    (cells, i): TableRow => ({ number: i + 1, cells: cells.map((cell) => unescapeFormula(cell.trim())) }),
  );
  return { rowCount: rows.length, merges: [], rows: () => rows };
}

function parseRecords(text: string): string[][] {
  try {
    return parse(text, {
      delimiter: sniffDelimiter(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = String(error['lines'] ?? '?');
    throw unreadable(`CSV 第 ${line} 行附近引号不成对`, `CSV: quotes do not close near line ${line}`);
  }
}

/**
 * The separator that divides most of the first lines into the same number of cells, outside quotes: one that merely
 * occurs often may stand inside cells (关键词1;关键词2). Comma where none divides any.
 */
function sniffDelimiter(text: string): string {
  const head = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/gu, '');
  const lines = head.split(/\r?\n/u).slice(0, 20);
  const found = DELIMITERS.map((delimiter) => ({
    delimiter,
    ...commonest(lines.map((line) => line.split(delimiter).length - 1).filter((count) => count > 0)),
  }));
  return found.reduce((best, next) =>
    next.lines > best.lines || (next.lines === best.lines && next.count > best.count) ? next : best,
  ).delimiter;
}

/** The number that occurs most, the larger of two that occur as often, and how often. */
function commonest(counts: readonly number[]): { readonly count: number; readonly lines: number } {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  let best = { count: 0, lines: 0 };
  for (const [count, lines] of times)
    if (lines > best.lines || (lines === best.lines && count > best.count)) best = { count, lines };
  return best;
}

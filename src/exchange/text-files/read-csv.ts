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

/** The separator that occurs most in the first lines, outside quotes; comma where none does. */
function sniffDelimiter(text: string): string {
  const head = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/gu, '');
  const lines = head.split(/\r?\n/u).slice(0, 20);
  const counts = DELIMITERS.map((delimiter) => ({
    delimiter,
    count: lines.reduce((sum, line) => sum + line.split(delimiter).length - 1, 0),
  }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).delimiter;
}

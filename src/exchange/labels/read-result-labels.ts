/** How people read results, from a CSV: `resultId,primarySector,neededCapabilities,trlLow,trlHigh`; lists are parted by semicolons. */
import { parse } from 'csv-parse/sync';
import { DomainError } from '../../domain/errors.ts';
import type { ResultLabels } from '../../domain/judged-reading.ts';

const NEEDED = ['resultId', 'primarySector', 'neededCapabilities'] as const;
/** What stands where the result lies outside all sectors. */
const OUTSIDE = new Set(['', 'none', 'other']);

/** Throws `file.headings_missing`, or `record.invalid` with the line. Other columns are left alone. */
export function readResultLabels(filename: string, text: string): ResultLabels[] {
  const rows: Record<string, string>[] = parse(text, {
    columns: true,
    bom: true,
    skip_empty_lines: true,
    trim: true,
  });
  const missing = NEEDED.filter((heading) => rows[0]?.[heading] === undefined);
  if (missing.length > 0) {
    throw new DomainError(
      'file.headings_missing',
      `${filename}：缺少列 columns missing: ${missing.join(', ')}`,
    );
  }
  return rows.map((row, i) => {
    if (!row['resultId']) throw invalid(filename, i, 'resultId', '', '成果标识 the id of a result');
    const sector = row['primarySector'] ?? '';
    return {
      resultId: row['resultId'],
      sector: OUTSIDE.has(sector.toLowerCase()) ? undefined : sector,
      asked: (row['neededCapabilities'] ?? '')
        .split(/[;；]/u)
        .map((code) => code.trim())
        .filter(Boolean),
      trl: readLevels(filename, i, row),
    };
  });
}

function readLevels(filename: string, i: number, row: Record<string, string>): ResultLabels['trl'] {
  const words = [row['trlLow'] ?? '', row['trlHigh'] ?? ''];
  if (words.every((word) => word === '')) return undefined;
  const [low, high] = words.map(Number);
  if ([low, high].every((level) => Number.isInteger(level) && level! >= 1 && level! <= 9) && low! <= high!)
    return { low: low!, high: high! };
  throw invalid(filename, i, 'trlLow, trlHigh', words.join(', '), '1–9，低不高于高 1 to 9, low ≤ high');
}

/** `i` counts rows below the headings. */
function invalid(filename: string, i: number, field: string, found: string, expected: string): DomainError {
  return new DomainError('record.invalid', `${filename}：第 ${i + 2} 行有误 row ${i + 2} is wrong`, [
    { field, found, expected },
  ]);
}

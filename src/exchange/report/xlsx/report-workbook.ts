import type { Profile } from '../../../domain/profile.ts';
import type { RoundReport } from '../../../domain/round.ts';
import { readReport } from '../content/reader.ts';
import { WORKBOOK_TABLES } from '../content/workbook-tables.ts';
import { sheetOf } from './sheet.ts';
import { sheetFeatures } from './sheet-features.ts';
import { undated } from './undated.ts';

/** A round's report as a workbook to sort, filter and fill in: a sheet for each table. Same report, same bytes. */
export async function roundReportWorkbook(report: RoundReport, profile: Profile): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const reader = readReport(report, profile);
  const tables = WORKBOOK_TABLES.map((table) => table(reader)).filter((table) => table !== null);
  const workbook = writeXlsxFile(tables.map(sheetOf), { features: [sheetFeatures(tables)] });
  return undated(new Uint8Array(await workbook.toBuffer()));
}

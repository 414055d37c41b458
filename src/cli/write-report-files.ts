import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RoundReport } from '../domain/round.ts';
import { roundReportHtml, roundReportPdf, roundReportWorkbook, SHEETS_PRINTED } from '../exchange/index.ts';
import type { Application } from '../usecases/application.ts';
import { MOST_WHOLE } from '../usecases/write-report.ts';
import { writeReportJson } from './collect-report.ts';

/** Writes the report as JSON and, unless it is very large, as page, document (with so many sheets) and workbook; returns the paths. */
export async function writeReportFiles(
  application: Application,
  report: RoundReport,
  folder: string,
  sheets = SHEETS_PRINTED,
): Promise<string[]> {
  const { profile } = application;
  await mkdir(folder, { recursive: true });
  const base = join(folder, report.roundId);
  await writeReportJson(application, report.roundId, `${base}.json`);
  if (report.totals.results > MOST_WHOLE) return [`${base}.json`];
  await writeFile(`${base}.html`, roundReportHtml(report, profile));
  await writeFile(`${base}.xlsx`, await roundReportWorkbook(report, profile));
  await writeFile(`${base}.pdf`, await roundReportPdf(report, profile, { sheets }));
  return ['json', 'html', 'xlsx', 'pdf'].map((kind) => `${base}.${kind}`);
}

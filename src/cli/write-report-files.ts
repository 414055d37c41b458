import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RoundReport } from '../domain/round.ts';
import { roundReportHtml } from '../exchange/index.ts';
import type { Application } from '../usecases/application.ts';
import { MOST_WHOLE, writeReportJson } from './collect-report.ts';

/** Writes the report as JSON and, unless it is very large, as a page to read; returns the paths. */
export async function writeReportFiles(
  application: Application,
  report: RoundReport,
  folder: string,
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const base = join(folder, report.roundId);
  await writeReportJson(application, report.roundId, `${base}.json`);
  if (report.totals.results > MOST_WHOLE) return [`${base}.json`];
  await writeFile(`${base}.html`, roundReportHtml(report, application.profile));
  return [`${base}.json`, `${base}.html`];
}

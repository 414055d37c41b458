import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../disk/make-folder.ts';
import type { RoundReport } from '../domain/round.ts';
import { roundReportHtml, roundReportPdf, roundReportWorkbook, SHEETS_PRINTED } from '../exchange/index.ts';
import type { Application } from '../usecases/application.ts';
import { MOST_WHOLE } from '../usecases/write-report.ts';
import { writeReportJson } from './collect-report.ts';
import { note, print } from './output/terminal.ts';

/** What of the options asks for files. */
export interface FileWishes {
  /** Of the PDF; undefined where nobody asked. */
  readonly sheets?: number | undefined;
  /** The report is printed as JSON: the paths are not. */
  readonly json?: boolean | undefined;
}

/** Writes the files and says which; of a very large report also why there is no PDF, whatever was asked for. */
export async function reportInFiles(
  application: Pick<Application, 'profile' | 'usecases'>,
  report: RoundReport,
  folder: string,
  { sheets, json = false }: FileWishes,
): Promise<void> {
  const paths = await writeReportFiles(application, report, folder, sheets);
  if (!json) print(`\n报告 report:\n${paths.map((path) => `  ${path}`).join('\n')}`);
  const { results } = report.totals;
  if (results <= MOST_WHOLE) return;
  const zh = `本轮有 ${results} 项成果，超过 ${MOST_WHOLE} 项的报告只写 JSON，没有 PDF、XLSX 和网页`;
  const en = `The round has ${results} results: beyond ${MOST_WHOLE} its report is written as JSON only, not as PDF, XLSX or page`;
  note(
    `提示 note: ${zh}${sheets === undefined ? '' : '，--sheets 不起作用'} · ${en}${sheets === undefined ? '' : '; --sheets does nothing'}`,
  );
}

/** As JSON and, unless it is very large, as page, document (with so many sheets) and workbook; returns the paths. */
async function writeReportFiles(
  application: Pick<Application, 'profile' | 'usecases'>,
  report: RoundReport,
  folder: string,
  sheets = SHEETS_PRINTED,
): Promise<string[]> {
  const { profile } = application;
  makeFolder(folder);
  const base = join(folder, report.roundId);
  await writeReportJson(application, report.roundId, `${base}.json`);
  if (report.totals.results > MOST_WHOLE) return [`${base}.json`];
  await writeFile(`${base}.html`, roundReportHtml(report, profile));
  await writeFile(`${base}.xlsx`, await roundReportWorkbook(report, profile));
  await writeFile(`${base}.pdf`, await roundReportPdf(report, profile, { sheets }));
  return ['json', 'html', 'xlsx', 'pdf'].map((kind) => `${base}.${kind}`);
}

import { z } from 'zod';
import { DomainError } from '../domain/errors.ts';
import type { Profile } from '../domain/profile.ts';
import type { RoundReport } from '../domain/round.ts';
import { roundReportHtml, roundReportPdf, roundReportWorkbook, SHEETS_PRINTED } from '../exchange/index.ts';
import { getReport, getReportHead } from './get-report.ts';
import type { Ports } from './ports.ts';

/** For commands, which know no exchange. */
export { SHEETS_PRINTED };

/** How many placement sheets a PDF prints whole, as people say it: Infinity for `all`. */
export const SheetsSchema = z
  .string()
  .regex(/^(?:\d{1,4}|all)$/u, '0 至 9999 的整数或 all · a whole number up to 9999, or all')
  .transform((text) => (text === 'all' ? Number.POSITIVE_INFINITY : Number(text)));

export const REPORT_FILES = ['html', 'pdf', 'xlsx'] as const;
export type ReportFile = (typeof REPORT_FILES)[number];

const WRITERS: Readonly<
  Record<
    ReportFile,
    (report: RoundReport, profile: Profile, sheets: number | undefined) => string | Promise<Uint8Array>
  >
> = {
  html: roundReportHtml,
  pdf: (report, profile, sheets) => roundReportPdf(report, profile, sheets === undefined ? {} : { sheets }),
  xlsx: roundReportWorkbook,
};

/** Beyond this many results a report is for machines: as JSON, which is streamed. */
export const MOST_WHOLE = 5_000;

/**
 * The report of a finished round as a file; `sheets`: how many placement sheets a PDF prints whole. Throws what
 * getReport throws, or `report.too_large`.
 */
export async function writeReport(
  ports: Pick<Ports, 'store' | 'engine' | 'profile'>,
  { roundId, kind, sheets }: { roundId: string; kind: ReportFile; sheets?: number | undefined },
): Promise<Uint8Array> {
  const { results } = (await getReportHead(ports, roundId)).totals;
  if (results > MOST_WHOLE)
    throw new DomainError(
      'report.too_large',
      `本轮有 ${results} 项成果，超过 ${MOST_WHOLE} 项只提供 JSON · The round has ${results} results: beyond ${MOST_WHOLE} its report comes as JSON only`,
    );
  const written = await WRITERS[kind](await getReport(ports, roundId), ports.profile, sheets);
  return typeof written === 'string' ? new TextEncoder().encode(written) : written;
}

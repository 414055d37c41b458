import { roundReportHtml } from '../exchange/index.ts';
import { getReport } from './get-report.ts';
import type { Ports } from './ports.ts';

/** The report of a finished round as one page of HTML. Throws what getReport throws. */
export async function writeReportPage(
  ports: Pick<Ports, 'store' | 'engine' | 'profile'>,
  roundId: string,
): Promise<string> {
  return roundReportHtml(await getReport(ports, roundId), ports.profile);
}

/** A report read once: written as JSON while it is read, and kept in memory as far as a screen or a page needs it. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { ReportEntry, RoundReport } from '../domain/round.ts';
import type { Application } from '../usecases/application.ts';
import { MOST_WHOLE } from '../usecases/write-report.ts';
import { print } from './output/terminal.ts';
import { SummaryEntries } from './summary-entries.ts';

/** The whole report; of a large one, entries with just what a summary on the screen shows. */
export async function collectReport({ usecases }: Application, roundId: string): Promise<RoundReport> {
  const { head, entries } = await usecases.openReport(roundId);
  const whole = head.totals.results <= MOST_WHOLE;
  const summary = new SummaryEntries();
  const kept: ReportEntry[] = [];
  for await (const batch of entries)
    kept.push(...(whole ? batch : batch.map((entry) => summary.slim(entry))));
  return { ...head, entries: kept };
}

export async function writeReportJson(
  { usecases }: Pick<Application, 'usecases'>,
  roundId: string,
  path: string,
): Promise<void> {
  await pipeline(await usecases.reportAsJson(roundId), createWriteStream(path));
}

/** Piece by piece: a large report is never in memory whole. */
export async function printReportJson({ usecases }: Application, roundId: string): Promise<void> {
  for await (const piece of await usecases.reportAsJson(roundId)) {
    if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
  }
  print();
}

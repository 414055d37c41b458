/** A report read once: written as JSON while it is read, and kept in memory as far as a screen or a page needs it. */
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Match } from '../domain/match.ts';
import type { ReportEntry, RoundReport } from '../domain/round.ts';
import type { Application } from '../usecases/application.ts';
import { MOST_WHOLE } from '../usecases/write-report.ts';

/** The whole report; of a large one each match without its components, limits and shortfalls. */
export async function collectReport({ usecases }: Application, roundId: string): Promise<RoundReport> {
  const { head, entries } = await usecases.openReport(roundId);
  const whole = head.totals.results <= MOST_WHOLE;
  const kept: ReportEntry[] = [];
  for await (const batch of entries) kept.push(...(whole ? batch : batch.map(slim)));
  return { ...head, entries: kept };
}

export async function writeReportJson(
  { usecases }: Application,
  roundId: string,
  path: string,
): Promise<void> {
  await pipeline(await usecases.reportAsJson(roundId), createWriteStream(path));
}

function slim(entry: ReportEntry): ReportEntry {
  return { ...entry, matches: entry.matches.map(withoutSheet) };
}

function withoutSheet(match: Match): Match {
  const { whyNot: _, ...rest } = match;
  return { ...rest, components: [], limits: [], shortfalls: [] };
}

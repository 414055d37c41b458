import { DomainError } from '../domain/errors.ts';
import type { ReportEntry, ReportHead, RoundReport } from '../domain/round.ts';
import { findRound, requireRound } from './find-round.ts';
import type { Ports } from './ports.ts';
import { reportEntries } from './report-entries.ts';

/** The report of a finished round, whole. Throws as getReportHead does. */
export async function getReport(
  ports: Pick<Ports, 'store' | 'engine' | 'profile'>,
  roundId: string,
): Promise<RoundReport> {
  const { head, entries } = await openReport(ports, roundId);
  const all: ReportEntry[] = [];
  for await (const some of entries) all.push(...some);
  return { ...head, entries: all };
}

/** The report of a finished round, its entries one batch after the other. Throws as getReportHead does. */
export async function openReport(
  ports: Pick<Ports, 'store' | 'engine' | 'profile'>,
  roundId: string,
): Promise<{ head: ReportHead; entries: AsyncGenerator<ReportEntry[]> }> {
  const head = await getReportHead(ports, roundId);
  const round = await requireRound(ports.store, roundId);
  const part = await ports.store.rounds.part(roundId, 'assignment');
  if (!part) throw new Error(`the plan of placements of round ${roundId} is gone`);
  return { head, entries: reportEntries(ports, round, part) };
}

/** The report as JSON, in pieces: a large one is never in memory whole. Throws as getReportHead does, before the first. */
export async function reportAsJson(
  ports: Pick<Ports, 'store' | 'engine' | 'profile'>,
  roundId: string,
): Promise<AsyncGenerator<string>> {
  const { head, entries } = await openReport(ports, roundId);
  return pieces();

  async function* pieces(): AsyncGenerator<string> {
    yield `${JSON.stringify(head).slice(0, -1)},"entries":[`;
    let first = true;
    for await (const batch of entries) {
      for (const entry of batch) {
        yield `${first ? '' : ','}${JSON.stringify(entry)}`;
        first = false;
      }
    }
    yield ']}';
  }
}

/** Throws `round.not_found`, `round.not_finished` or, after a failure, `report.not_found`. */
export async function getReportHead({ store }: Pick<Ports, 'store'>, roundId: string): Promise<ReportHead> {
  const report = await store.rounds.report(roundId);
  if (report) return report;
  const { state, error, progress } = await findRound({ store }, roundId);
  if (state === 'running') {
    const far = `${progress.done}/${progress.total}`;
    throw new DomainError(
      'round.not_finished',
      `轮次 ${roundId} 尚未结束（${far}）· The round is not finished (${far})`,
    );
  }
  throw new DomainError(
    'report.not_found',
    `轮次 ${roundId} 没有报告：${error ?? state} · The round has no report: ${error ?? state}`,
  );
}

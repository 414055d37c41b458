import { DomainError } from '../domain/errors.ts';
import type { RoundReport } from '../domain/round.ts';
import { findRound } from './find-round.ts';
import type { Ports } from './ports.ts';

/** The report of a finished round. Throws `round.not_found`, `round.not_finished` or, after a failure, `report.not_found`. */
export async function getReport({ store }: Pick<Ports, 'store'>, roundId: string): Promise<RoundReport> {
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

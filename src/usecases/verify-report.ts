import type { FrozenRound } from '../domain/frozen-round.ts';
import type { JobProgress } from '../domain/job.ts';
import type { RoundReport } from '../domain/round.ts';
import { type Disagreement, firstDisagreement } from './first-disagreement.ts';
import type { Ports } from './ports.ts';
import { replayRound } from './replay-round.ts';

export interface Verification {
  readonly roundId: string;
  /** Hash of the report as it is recomputed. */
  readonly hash: string;
  /** Null where the report says exactly what follows from its inputs. */
  readonly disagreement: Disagreement | null;
}

/**
 * Recomputes a report from the inputs of its round, every score, quote, total and constraint, and compares it field by
 * field. Throws as replayRound does.
 */
export async function verifyReport(
  ports: Pick<Ports, 'engine' | 'profile' | 'openScratch'>,
  report: unknown,
  frozen: FrozenRound,
  progress?: (progress: JobProgress) => void,
): Promise<Verification> {
  const expected: RoundReport = await replayRound(ports, frozen, progress);
  return {
    roundId: expected.roundId,
    hash: expected.hash,
    disagreement: firstDisagreement(report, expected),
  };
}

/** What every adapter keeps to about rounds: which still take something in, and how a kept one is read. */
import { DEFAULT_TERMS } from '../../domain/assignment.ts';
import { NO_EMBEDDER } from '../../domain/embedding-use.ts';
import {
  REPORT_FORMAT,
  type ReportHead,
  type Round,
  type RoundPlan,
  type RoundState,
} from '../../domain/round.ts';

/** A failed round can still come to its end, once its dead jobs have been revived. */
export const NOT_ENDED: RoundState[] = ['running', 'failed'];

/** Plans from before there was an embedder, models were kept or placements planned do not speak of them. */
type LaterFields = 'embedding' | 'model' | 'assignment' | 'previous';
export type KeptPlan = Omit<RoundPlan, LaterFields> & Partial<Pick<RoundPlan, LaterFields>>;

interface RoundRow {
  readonly state: RoundState;
  readonly plan: KeptPlan;
  readonly createdAt: number;
  readonly finishedAt: number | null;
}

export function roundOf(row: RoundRow): Round {
  return {
    ...row.plan,
    embedding: row.plan.embedding ?? NO_EMBEDDER,
    model: row.plan.model ?? null,
    assignment: row.plan.assignment ?? DEFAULT_TERMS,
    previous: row.plan.previous ?? null,
    state: row.state,
    createdAt: new Date(row.createdAt).toISOString(),
    finishedAt: row.finishedAt === null ? null : new Date(row.finishedAt).toISOString(),
  };
}

/** Null where it is of an earlier format. */
export function readableReport(report: ReportHead | null | undefined): ReportHead | null {
  return report?.format === REPORT_FORMAT ? report : null;
}

/** What every ledger keeps to: which states count as open, how a kept job is shown, which trees are refused. */
import type { JobProgress, JobRequest, JobState, JobView } from '../../domain/job.ts';

export const OPEN_STATES: JobState[] = ['waiting', 'ready', 'active', 'handed_over'];
/** Not yet with any queue. */
export const PENDING_STATES: JobState[] = ['waiting', 'ready'];

/** Starting anew forgets all of these. */
export const NO_LEASE = { owner: null, leaseUntil: null, handedOverAt: null };

/** How every job begins, whatever it is. */
export const FRESH = { ...NO_LEASE, state: 'ready' as const, attempts: 0, progress: null, error: null };

export function freshRow({ name, payload, maxAttempts }: JobRequest, standalone: boolean, now: number) {
  return { ...FRESH, name, payload, standalone, maxAttempts, runAt: now, updatedAt: now };
}

interface JobRow {
  readonly key: string;
  readonly name: string;
  readonly state: JobState;
  readonly attempts: number;
  readonly maxAttempts: number;
  readonly progress: JobProgress | null;
  readonly error: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export function jobViewOf(row: JobRow): JobView {
  return {
    key: row.key,
    name: row.name,
    state: row.state,
    attempts: row.attempts,
    maxAttempts: row.maxAttempts,
    progress: row.progress,
    error: row.error,
    createdAt: new Date(row.createdAt).toISOString(),
    updatedAt: new Date(row.updatedAt).toISOString(),
  };
}

export function waitsForItself(parentKey: string, childKey: string): Error {
  return new Error(`job ${parentKey} would wait for itself through ${childKey}`);
}

/** In BullMQ a job has one parent: within one tree it would hang behind the second. */
export function hasTwoParents(key: string): Error {
  return new Error(
    `job ${key} would have two parents in one tree, which a queue on Redis cannot hold: let one wait for the other`,
  );
}

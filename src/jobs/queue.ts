/**
 * The queue port. Jobs come into being only with a write of the store (outbox); a queue takes them from the
 * ledger, runs them through handlers, and reports back to the ledger.
 */
import type { JobProgress } from '../domain/job.ts';

export interface JobContext {
  readonly key: string;
  readonly attempt: number;
  /** Aborted when the lease is lost, the job is cancelled or the process stops. */
  readonly signal: AbortSignal;
  progress(progress: JobProgress): Promise<void>;
}

/** Runs one job. Throwing means another try; throwing UnrecoverableJobError means no other try. */
export type JobHandler = (payload: unknown, context: JobContext) => Promise<void>;
export type JobHandlers = ReadonlyMap<string, JobHandler>;

/** The job cannot succeed however often it is tried: it is buried at once. */
export class UnrecoverableJobError extends Error {
  override readonly name = 'UnrecoverableJobError';
}

export interface Queue {
  /** Starts working. A job name without a handler here stops the start. */
  work(handlers: JobHandlers, options: { concurrency: number }): Promise<void>;
  /** Hint that the ledger has new jobs; without it they are found by polling. */
  wake(): void;
  /** Resolves when no job is open (for demonstrations and tests). Rejects when `signal` aborts. */
  drained(signal?: AbortSignal): Promise<void>;
  /** Throws where the queue's server cannot be reached. */
  ping(): Promise<void>;
  /** Takes no new job, lets running ones end for `graceMs`, then aborts them; they are tried again later. */
  stop(graceMs: number): Promise<void>;
}

/** What becomes of a job whose run failed; the same under every queue. */
import { DomainError } from '../../domain/errors.ts';
import { UnrecoverableJobError } from '../queue.ts';

export interface Backoff {
  /** Upper bound of the first delay, in ms; it doubles with every attempt. */
  readonly baseMs: number;
  /** Upper bound of every delay, in ms. */
  readonly capMs: number;
  /** In [0, 1). */
  readonly random: () => number;
}

export const DEFAULT_BACKOFF: Backoff = { baseMs: 500, capMs: 60_000, random: Math.random };

/**
 * Milliseconds to wait before the try after `attempt` (1 for the first). Full jitter: anything between nothing and
 * the exponential bound, so that jobs which failed together do not come back together.
 * M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
 */
export function backoffMs(attempt: number, { baseMs, capMs, random }: Backoff): number {
  return Math.floor(random() * Math.min(capMs, baseMs * 2 ** (attempt - 1)));
}

/** Whether another try would meet the same error. */
export function isUnrecoverable(error: unknown): boolean {
  if (error instanceof UnrecoverableJobError) return true;
  return error instanceof DomainError && error.code === 'job.payload_invalid';
}

export interface Attempt {
  readonly attempt: number;
  readonly maxAttempts: number;
}

export function isLastTry(error: unknown, { attempt, maxAttempts }: Attempt): boolean {
  return isUnrecoverable(error) || attempt >= maxAttempts;
}

/** What is kept of an error in the ledger: one line for a person, never a stack. */
export function errorText(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.slice(0, 2_000) || 'error without a message';
}

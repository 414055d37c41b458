/** Waiting for the ledger to hold no open job. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { JobLedger } from '../../domain/job.ts';

const LOOK_EVERY_MS = 50;

/** Resolves when no job is open. Rejects where the queue is stopped, or the caller waits no more, with that reason. */
export async function untilDrained(
  ledger: JobLedger,
  stopped: AbortSignal,
  waiting?: AbortSignal,
): Promise<void> {
  const signal = waiting ? AbortSignal.any([stopped, waiting]) : stopped;
  while ((await ledger.openCount()) > 0) {
    await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => signal.throwIfAborted());
  }
}

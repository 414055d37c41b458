/** Waiting for the ledger to hold no open job. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { JobLedger } from '../../domain/job.ts';

const LOOK_EVERY_MS = 50;

/** Resolves when no job is open. Rejects with the reason of the first of `signals` that aborts. */
export async function untilDrained(ledger: JobLedger, signals: readonly AbortSignal[]): Promise<void> {
  const signal = AbortSignal.any([...signals]);
  while ((await ledger.openCount()) > 0) {
    await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => signal.throwIfAborted());
  }
}

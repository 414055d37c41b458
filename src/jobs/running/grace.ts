/** Letting running jobs end. */
import { setTimeout as sleep } from 'node:timers/promises';

/** How long a job that was told to stop may take to notice, in ms. */
export const SETTLE_MS = 1_000;

/** Waits until all of `runs` have ended, `ms` at most. Whether they have. */
export async function endedWithin(runs: Iterable<Promise<unknown>>, ms: number): Promise<boolean> {
  const timer = new AbortController();
  const ended = Promise.allSettled(runs).then(() => true);
  const late = sleep(ms, false, { signal: timer.signal }).catch(() => false);
  try {
    return await Promise.race([ended, late]);
  } finally {
    timer.abort();
  }
}

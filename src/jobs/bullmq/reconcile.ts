/**
 * Jobs that the ledger believes to be with Redis and Redis does not have (flushed, restarted without its file), or
 * has ended without the ledger hearing of it. A job in a long queue is found in Redis and left alone.
 */
import type { JobLedger } from '../../domain/job.ts';
import type { QueueLog } from '../queue-log.ts';
import type { RedisJobs } from './redis-jobs.ts';

/** Jobs looked up at one time. */
const PAGE = 200;

export interface ReconcileTerms {
  readonly ledger: JobLedger;
  readonly redis: RedisJobs;
  readonly log: QueueLog;
  readonly now: () => number;
}

export async function reconcile(terms: ReconcileTerms): Promise<void> {
  let after: string | undefined;
  let lost = 0;
  do {
    const page = await terms.ledger.list({ state: 'handed_over', limit: PAGE, ...(after ? { after } : {}) });
    const findings = await Promise.all(page.map(({ key }) => settle(key, terms)));
    lost += findings.filter((finding) => finding === 'lost').length;
    after = page.length === PAGE ? page.at(-1)?.key : undefined;
  } while (after);
  if (lost > 0) await takeBack(lost, terms);
}

async function settle(key: string, { ledger, redis, log, now }: ReconcileTerms): Promise<'kept' | 'lost'> {
  const { state, failedReason } = await redis.look(key);
  if (state !== 'unknown' && state !== 'failed' && state !== 'completed') return 'kept';
  // Asked again: it may have ended in the meantime, and the ledger hears of an end before Redis.
  if ((await ledger.find(key))?.state !== 'handed_over') return 'kept';
  if (state !== 'failed') return 'lost';
  log.error({ job: key, reason: failedReason }, 'a job failed for good');
  await ledger.bury(key, failedReason ?? 'failed without a reason', now());
  return 'kept';
}

/** Taking back jobs that Redis still has does no harm: they are recognised when they are handed over again. */
async function takeBack(lost: number, { ledger, log, now }: ReconcileTerms): Promise<void> {
  const taken = await ledger.takeBack(now() + 1, now());
  log.warn({ lost, taken }, 'redis has lost jobs; they are handed over again');
}

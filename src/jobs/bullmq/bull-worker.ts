/** BullMQ's worker, set up so that nothing is lost with a process. */
import { Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { QueueLog } from '../queue-log.ts';
import { type Backoff, backoffMs } from '../running/retry-policy.ts';
import { type JobData, QUEUE_NAME } from './redis-jobs.ts';
import type { RunningJobs } from './running-jobs.ts';

/** A job whose process died is run again; how often is decided by its attempts, not here. */
const ANY_NUMBER_OF_STALLS = 1_000_000;

export interface WorkerTerms {
  readonly redis: Redis;
  readonly prefix: string;
  readonly concurrency: number;
  readonly lockMs: number;
  readonly stalledEveryMs: number;
  readonly backoff: Backoff;
  readonly log: QueueLog;
}

export function startWorker(running: RunningJobs, terms: WorkerTerms): Worker<JobData, void> {
  const { redis, prefix, concurrency, lockMs, stalledEveryMs, backoff, log } = terms;
  const worker = new Worker<JobData, void>(QUEUE_NAME, (job, token) => running.process(job, token), {
    connection: redis,
    prefix,
    concurrency,
    lockDuration: lockMs,
    stalledInterval: stalledEveryMs,
    maxStalledCount: ANY_NUMBER_OF_STALLS,
    settings: { backoffStrategy: (attempt) => backoffMs(attempt, backoff) },
  });
  worker.on('lockRenewalFailed', (jobIds) => running.interrupt(jobIds, 'lease_lost'));
  worker.on('stalled', (jobId) =>
    log.warn({ jobId }, 'a job whose process gave no sign of life is run again'),
  );
  worker.on('error', (error) => log.warn({ err: error }, 'error of the worker on redis'));
  return worker;
}

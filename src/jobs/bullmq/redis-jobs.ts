/** The jobs as they are in Redis: looked up, added and removed by the keys of the ledger. */
import { type FlowJob, FlowProducer, type Job, type JobsOptions, Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { JobRequest } from '../../domain/job.ts';
import type { QueueLog } from '../queue-log.ts';
import { jobIdOf } from './job-id.ts';

export const QUEUE_NAME = 'jobs';
/** Name under which the worker knows our own backoff. */
export const BACKOFF_NAME = 'full-jitter';

/** Ended jobs stay in Redis for people to look at; the ledger does not need them. Seconds. */
const KEEP_COMPLETED_S = 24 * 3_600;
const KEEP_FAILED_S = 7 * 24 * 3_600;

export interface JobData {
  readonly key: string;
  readonly payload: unknown;
}
export type RedisJob = Job<JobData, void>;

export interface RedisJobState {
  /** `unknown` where Redis does not have the job. */
  readonly state: Awaited<ReturnType<Queue['getJobState']>>;
  readonly failedReason: string | null;
  /** Full Redis key of the job that waits for it. */
  readonly parentKey: string | null;
}

const ABSENT: RedisJobState = { state: 'unknown', failedReason: null, parentKey: null };

export class RedisJobs {
  readonly #queue: Queue<JobData, void>;
  readonly #flows: FlowProducer;

  constructor(redis: Redis, prefix: string, log: QueueLog) {
    const onError = (error: Error) => log.warn({ err: error }, 'error of the connection to redis');
    this.#queue = new Queue<JobData, void>(QUEUE_NAME, { connection: redis, prefix });
    this.#queue.on('error', onError);
    this.#flows = new FlowProducer({ connection: redis, prefix });
    this.#flows.on('error', onError);
  }

  async look(key: string): Promise<RedisJobState> {
    const job = await this.#queue.getJob(jobIdOf(key));
    if (!job) return ABSENT;
    return {
      state: await job.getState(),
      failedReason: job.failedReason ?? null,
      parentKey: job.parentKey ?? null,
    };
  }

  /** The name by which a child in Redis knows this job as its parent. */
  redisKeyOf(key: string): string {
    return this.#queue.toKey(jobIdOf(key));
  }

  /** Adds what is not there yet, all in one step. */
  async add(tree: JobRequest): Promise<void> {
    if (tree.after?.length) await this.#flows.add(flowOf(tree));
    else await this.#queue.add(tree.name, dataOf(tree), optionsOf(tree));
  }

  /** Removes a job and all that it waits for in Redis. False where one of them is being worked on. */
  async remove(key: string): Promise<boolean> {
    const job = await this.#queue.getJob(jobIdOf(key));
    if (!job) return true;
    if (await job.isActive()) return false;
    return (await this.#queue.remove(jobIdOf(key), { removeChildren: true })) === 1;
  }

  async close(): Promise<void> {
    await Promise.all([this.#queue.close(), this.#flows.close()]);
  }
}

function flowOf(request: JobRequest): FlowJob {
  return {
    name: request.name,
    queueName: QUEUE_NAME,
    data: dataOf(request),
    opts: optionsOf(request),
    children: (request.after ?? []).map(flowOf),
  };
}

function dataOf({ key, payload }: JobRequest): JobData {
  return { key, payload };
}

function optionsOf({ key, maxAttempts }: JobRequest): JobsOptions {
  return {
    jobId: jobIdOf(key),
    attempts: maxAttempts,
    backoff: { type: BACKOFF_NAME },
    failParentOnFailure: true,
    removeOnComplete: { age: KEEP_COMPLETED_S },
    removeOnFail: { age: KEEP_FAILED_S },
  };
}

/**
 * The queue on Redis, for workers on several processes or machines. The ledger stays the record of what is to be
 * done and what is done; Redis only decides who does what when, and may lose everything without a job being lost.
 */
import type { Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { JobHandlers, Queue } from '../queue.ts';
import { untilDrained } from '../running/drained.ts';
import { endedWithin, SETTLE_MS } from '../running/grace.ts';
import { HEAVY_JOBS, JOB_NAMES, requireHandlers } from '../running/handlers.ts';
import { HeavyLane, inHeavyLane } from '../running/heavy-lane.ts';
import type { QueueOptions } from '../running/queue-options.ts';
import { DEFAULT_BACKOFF } from '../running/retry-policy.ts';
import { startWorker } from './bull-worker.ts';
import { connectRedis, pingRedis, type RedisSettings } from './redis-connection.ts';
import { RedisJobs } from './redis-jobs.ts';
import { Relay } from './relay.ts';
import { RunningJobs } from './running-jobs.ts';

export interface BullQueueOptions extends QueueOptions {
  readonly redisUrl: string;
  /** Begins the name of everything in Redis; one per installation. */
  readonly prefix?: string;
  /** How often the ledger is asked for jobs that other processes wrote, in ms. */
  readonly relayEveryMs?: number;
  /** How often the ledger is compared with what Redis has, in ms. */
  readonly reconcileEveryMs?: number;
  /** How long a job stays with a process that gives no sign of life, in ms. */
  readonly lockMs?: number;
  /** How often such jobs are looked for, in ms. */
  readonly stalledEveryMs?: number;
  readonly connectionOptions?: RedisSettings;
}

const DEFAULTS = {
  prefix: 'jianyuan',
  relayEveryMs: 500,
  reconcileEveryMs: 10_000,
  lockMs: 30_000,
  stalledEveryMs: 5_000,
  backoff: DEFAULT_BACKOFF,
  names: JOB_NAMES,
  heavy: HEAVY_JOBS,
};

/** Connects at once; without Redis it waits for it. */
export function createBullQueue(options: BullQueueOptions): Queue {
  return new BullQueue({ ...DEFAULTS, ...options });
}

class BullQueue implements Queue {
  readonly #options: BullQueueOptions & typeof DEFAULTS;
  readonly #redis: Redis;
  readonly #jobs: RedisJobs;
  readonly #relay: Relay;
  readonly #stopped = new AbortController();
  #working: { worker: Worker; running: RunningJobs } | null = null;

  constructor(options: BullQueueOptions & typeof DEFAULTS) {
    this.#options = options;
    this.#redis = connectRedis(options.redisUrl, options.log, options.connectionOptions);
    this.#jobs = new RedisJobs(this.#redis, options.prefix, options.log);
    this.#relay = new Relay({ ...options, redis: this.#jobs, now: Date.now });
  }

  async work(handlers: JobHandlers, { concurrency }: { concurrency: number }): Promise<void> {
    if (this.#working) throw new Error('the queue is working already');
    this.#stopped.signal.throwIfAborted();
    requireHandlers(this.#options.names, handlers);
    const running = new RunningJobs({
      ...this.#options,
      handlers: inHeavyLane(handlers, this.#options.heavy, this.#options.lane ?? new HeavyLane()),
      now: Date.now,
      watchEveryMs: this.#options.lockMs / 3,
    });
    this.#working = {
      running,
      worker: startWorker(running, { ...this.#options, concurrency, redis: this.#redis }),
    };
    this.#relay.ring();
  }

  /** Also starts the relay in a process that only writes jobs and runs none. */
  wake(): void {
    this.#relay.ring();
  }

  drained(signal?: AbortSignal): Promise<void> {
    return untilDrained(this.#options.ledger, this.#stopped.signal, signal);
  }

  ping(): Promise<void> {
    return pingRedis(this.#redis);
  }

  async stop(graceMs: number): Promise<void> {
    if (this.#stopped.signal.aborted) return;
    this.#stopped.abort(new Error('the queue was stopped'));
    await Promise.all([this.#relay.stop(graceMs), this.#stopWorking(graceMs)]);
    await endedWithin([this.#jobs.close()], SETTLE_MS);
    this.#redis.disconnect();
  }

  async #stopWorking(graceMs: number): Promise<void> {
    if (!this.#working) return;
    const { worker, running } = this.#working;
    const closed = worker.close();
    if (await endedWithin([closed], graceMs)) return;
    running.interruptAll('stopped');
    if (await endedWithin([closed], SETTLE_MS)) return;
    this.#options.log.warn(
      { jobs: running.keys },
      'jobs did not stop; they are run again when their lock ends',
    );
  }
}

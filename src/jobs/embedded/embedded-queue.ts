/**
 * The queue inside the process: claims jobs from the ledger and runs them here. Several processes may work on one
 * ledger; each claim is a lease, so what a dead process held comes back when its lease ends.
 */
import type { JobHandlers, Queue } from '../queue.ts';
import { untilDrained } from '../running/drained.ts';
import { HEAVY_JOBS, JOB_NAMES, requireHandlers } from '../running/handlers.ts';
import { HeavyLane, inHeavyLane } from '../running/heavy-lane.ts';
import type { QueueOptions } from '../running/queue-options.ts';
import { DEFAULT_BACKOFF } from '../running/retry-policy.ts';
import { WorkingLoop } from './working-loop.ts';

export interface EmbeddedQueueOptions extends QueueOptions {
  /** Names this process among those that work on the ledger; unique among them. */
  readonly owner: string;
  /** How long a job stays with a process that gives no sign of life, in ms. */
  readonly leaseMs?: number;
  /** How often the ledger is asked for jobs that other processes wrote, in ms. */
  readonly pollMs?: number;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
}

export function createEmbeddedQueue(options: EmbeddedQueueOptions): Queue {
  return new EmbeddedQueue(options);
}

class EmbeddedQueue implements Queue {
  readonly #options: EmbeddedQueueOptions;
  readonly #stopped = new AbortController();
  #loop: WorkingLoop | null = null;

  constructor(options: EmbeddedQueueOptions) {
    this.#options = options;
  }

  async work(handlers: JobHandlers, { concurrency }: { concurrency: number }): Promise<void> {
    const {
      leaseMs = 30_000,
      pollMs = 250,
      backoff = DEFAULT_BACKOFF,
      clock = Date.now,
      heavy = HEAVY_JOBS,
      lane = new HeavyLane(),
      ...rest
    } = this.#options;
    if (this.#loop) throw new Error('the queue is working already');
    this.#stopped.signal.throwIfAborted();
    requireHandlers(rest.names ?? JOB_NAMES, handlers);
    await this.#takeBackFromOtherQueue(clock());
    this.#loop = new WorkingLoop({
      ...rest,
      handlers: inHeavyLane(handlers, heavy, lane),
      concurrency,
      leaseMs,
      pollMs,
      backoff,
      clock,
      heavy,
      lane,
    });
  }

  /** What was given to an outside queue before the installation changed to this one is done here. */
  async #takeBackFromOtherQueue(now: number): Promise<void> {
    const { ledger, log } = this.#options;
    const jobs = await ledger.takeBack(now + 1, now);
    if (jobs > 0) log.warn({ jobs }, 'jobs of another queue are taken over');
  }

  wake(): void {
    this.#loop?.wake();
  }

  drained(signal?: AbortSignal): Promise<void> {
    return untilDrained(this.#options.ledger, this.#stopped.signal, signal);
  }

  /** The ledger is this queue's only server. */
  async ping(): Promise<void> {
    await this.#options.ledger.openCount();
  }

  async stop(graceMs: number): Promise<void> {
    this.#stopped.abort(new Error('the queue was stopped'));
    await this.#loop?.stop(graceMs);
  }
}

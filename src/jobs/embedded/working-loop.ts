/** Claims jobs while there is room for them, and sleeps while there is nothing to do. */
import type { ClaimedJob } from '../../domain/job.ts';
import { Bell } from '../running/bell.ts';
import { endedWithin, SETTLE_MS } from '../running/grace.ts';
import type { HeavyLane } from '../running/heavy-lane.ts';
import { Lease } from './lease.ts';
import { type RunTerms, runJob } from './run-job.ts';

/** Keeps a ledger that promises a due job and then gives none from being asked without a pause, in ms. */
const SHORTEST_SLEEP_MS = 10;
/** Longest pause after claims that failed one after the other, in ms. */
const LONGEST_PAUSE_MS = 10_000;

export interface LoopTerms extends RunTerms {
  readonly concurrency: number;
  readonly pollMs: number;
  /** Jobs that are left to other processes while the lane of this one is taken. */
  readonly heavy: readonly string[];
  readonly lane: HeavyLane;
}

interface Run {
  readonly lease: Lease;
  readonly ended: Promise<void>;
}

export class WorkingLoop {
  readonly #terms: LoopTerms;
  readonly #bell = new Bell();
  readonly #runs = new Map<string, Run>();
  readonly #ended: Promise<void>;
  #stopping = false;
  #failedClaims = 0;

  /** Starts at once. */
  constructor(terms: LoopTerms) {
    this.#terms = terms;
    this.#ended = this.#work();
  }

  wake(): void {
    this.#bell.ring();
  }

  /** Resolves when the running jobs have ended, or have been told to and given a moment. */
  async stop(graceMs: number): Promise<void> {
    this.#stopping = true;
    this.#bell.ring();
    await this.#ended;
    if (await endedWithin(this.#endings(), graceMs)) return;
    for (const { lease } of this.#runs.values()) lease.stop();
    if (await endedWithin(this.#endings(), SETTLE_MS)) return;
    this.#abandon();
  }

  async #work(): Promise<void> {
    while (!this.#stopping) {
      const sleepMs = await this.#fill();
      if (!this.#stopping && sleepMs > 0) await this.#bell.sleep(sleepMs);
    }
  }

  /** Starts what there is to start. How long there is nothing more to do, in ms. */
  async #fill(): Promise<number> {
    const { pollMs, log } = this.#terms;
    try {
      const room = this.#terms.concurrency - this.#runs.size;
      if (room > 0) await this.#claim(room);
      const idle = this.#runs.size < this.#terms.concurrency ? await this.#untilDue() : pollMs;
      this.#failedClaims = 0;
      return idle;
    } catch (error) {
      const pause = Math.min(LONGEST_PAUSE_MS, pollMs * 2 ** this.#failedClaims++);
      log.error({ err: error, againInMs: pause }, 'the ledger gave no jobs');
      return pause;
    }
  }

  async #claim(room: number): Promise<void> {
    const { ledger, owner, leaseMs, clock, heavy, lane } = this.#terms;
    const now = clock();
    const except = lane.taken ? heavy : [];
    const jobs = await ledger.claim({ owner, limit: room, leaseMs, now, except });
    for (const job of jobs) this.#start(job, now);
  }

  #start(job: ClaimedJob, claimedAt: number): void {
    // Its lease ended while this process was too busy to renew it. The run goes on: two would do the same work.
    if (this.#runs.has(job.key)) return;
    const lease = new Lease(job.key, claimedAt, this.#terms);
    const ended = runJob(job, lease, this.#terms).then(() => {
      this.#runs.delete(job.key);
      this.#bell.ring();
    });
    this.#runs.set(job.key, { lease, ended });
  }

  async #untilDue(): Promise<number> {
    const { ledger, clock, pollMs, lane } = this.#terms;
    // what is due may be what cannot run here now
    if (lane.taken) return pollMs;
    const due = await ledger.nextDue();
    if (due === null) return pollMs;
    return Math.min(pollMs, Math.max(SHORTEST_SLEEP_MS, due - clock()));
  }

  #endings(): Promise<void>[] {
    return [...this.#runs.values()].map((run) => run.ended);
  }

  /** A run that does not heed its signal keeps its lease until that ends: no second one starts beside it now. */
  #abandon(): void {
    for (const { lease } of this.#runs.values()) lease.release();
    this.#terms.log.warn(
      { jobs: [...this.#runs.keys()] },
      'jobs did not stop; they are run again when their lease ends',
    );
  }
}

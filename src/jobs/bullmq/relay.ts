/** Carries jobs from the ledger to Redis: when rung, and every so often for what other processes wrote. */
import type { JobLedger } from '../../domain/job.ts';
import type { QueueLog } from '../queue-log.ts';
import { Bell } from '../running/bell.ts';
import { endedWithin } from '../running/grace.ts';
import { handOver } from './hand-over.ts';
import { reconcile } from './reconcile.ts';
import type { RedisJobs } from './redis-jobs.ts';

/** Trees asked of the ledger at one time. */
const PAGE = 100;

export interface RelayTerms {
  readonly ledger: JobLedger;
  readonly redis: RedisJobs;
  readonly log: QueueLog;
  readonly relayEveryMs: number;
  readonly reconcileEveryMs: number;
  readonly now: () => number;
}

export class Relay {
  readonly #terms: RelayTerms;
  readonly #bell = new Bell();
  #loop: Promise<void> | null = null;
  #stopping = false;
  #reconciledAt = Number.NEGATIVE_INFINITY;

  constructor(terms: RelayTerms) {
    this.#terms = terms;
  }

  /** Starts where it has not, and carries at once. */
  ring(): void {
    if (this.#stopping) return;
    this.#loop ??= this.#work();
    this.#bell.ring();
  }

  /** Waits for what is being carried, `ms` at most: with Redis away it would take for ever. */
  async stop(ms: number): Promise<void> {
    this.#stopping = true;
    this.#bell.ring();
    if (this.#loop) await endedWithin([this.#loop], ms);
  }

  async #work(): Promise<void> {
    while (!this.#stopping) {
      try {
        await this.#reconcileIfTime();
        await this.#carry();
      } catch (error) {
        if (!this.#stopping) this.#terms.log.error({ err: error }, 'jobs could not be handed to redis');
      }
      if (!this.#stopping) await this.#bell.sleep(this.#terms.relayEveryMs);
    }
  }

  async #reconcileIfTime(): Promise<void> {
    const now = this.#terms.now();
    if (now - this.#reconciledAt < this.#terms.reconcileEveryMs) return;
    this.#reconciledAt = now;
    await reconcile(this.#terms);
  }

  /** Trees that must wait stand in the way of later ones: each page is larger by their number. */
  async #carry(): Promise<void> {
    let held = 0;
    while (!this.#stopping) {
      const limit = PAGE + held;
      const trees = await this.#terms.ledger.pendingTrees(limit, this.#terms.now());
      let given = 0;
      for (const tree of trees) {
        if (await handOver(tree, { ...this.#terms, now: this.#terms.now() })) given += 1;
      }
      held = trees.length - given;
      if (trees.length < limit || given === 0) return;
    }
  }
}

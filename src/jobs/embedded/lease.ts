/** Holding a job for as long as its handler runs. */
import type { JobLedger } from '../../domain/job.ts';
import type { QueueLog } from '../queue-log.ts';
import { JobInterrupted } from '../running/interruption.ts';

/** A lease is renewed so many times before it would run out. */
const BEATS_PER_LEASE = 3;

export interface LeaseTerms {
  readonly ledger: JobLedger;
  readonly owner: string;
  readonly leaseMs: number;
  readonly clock: () => number;
  readonly log: QueueLog;
}

export class Lease {
  readonly #key: string;
  readonly #terms: LeaseTerms;
  readonly #interruption = new AbortController();
  readonly #timer: NodeJS.Timeout;
  #endsAt: number;

  /** Renews the lease of a job that was claimed at `claimedAt` until `release`. */
  constructor(key: string, claimedAt: number, terms: LeaseTerms) {
    this.#key = key;
    this.#terms = terms;
    this.#endsAt = claimedAt + terms.leaseMs;
    this.#timer = setInterval(() => void this.#beat(), terms.leaseMs / BEATS_PER_LEASE);
  }

  get signal(): AbortSignal {
    return this.#interruption.signal;
  }

  stop(): void {
    this.#interruption.abort(new JobInterrupted('stopped'));
  }

  release(): void {
    clearInterval(this.#timer);
  }

  async #beat(): Promise<void> {
    const { ledger, owner, leaseMs, clock, log } = this.#terms;
    const now = clock();
    try {
      if (await ledger.heartbeat(this.#key, owner, leaseMs, now)) this.#endsAt = now + leaseMs;
      else this.#lose();
    } catch (error) {
      log.warn({ err: error, job: this.#key }, 'the lease of a job could not be renewed');
      if (clock() >= this.#endsAt) this.#lose();
    }
  }

  #lose(): void {
    this.release();
    this.#interruption.abort(new JobInterrupted('lease_lost'));
  }
}

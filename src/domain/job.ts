/**
 * Background jobs as records: what follows from a write is stored with the write (outbox), and worked off
 * by a queue. The ledger is kept by the store; a queue adapter works on it through this contract alone.
 */

export interface JobRequest {
  /** noun.verb, e.g. `records.analyse`. */
  readonly name: string;
  /** JSON; checked against the job's schema when it is defined and again by the worker. */
  readonly payload: unknown;
  /**
   * Idempotency key, derived from name and payload: the same work is kept once. Asking for it again changes
   * nothing, unless it is dead or cancelled: then it starts anew.
   */
  readonly key: string;
  readonly maxAttempts: number;
  /** Jobs that must be done before this one starts (a fan-out and its finish). */
  readonly after?: readonly JobRequest[] | undefined;
}

export const JOB_STATES = ['waiting', 'ready', 'active', 'handed_over', 'done', 'dead', 'cancelled'] as const;
/** `waiting`: for other jobs; `handed_over`: given to an outside queue; `dead`: attempts used up. */
export type JobState = (typeof JOB_STATES)[number];

export interface JobProgress {
  readonly done: number;
  readonly total: number;
  readonly note?: string | undefined;
}

export interface JobView {
  readonly key: string;
  readonly name: string;
  readonly state: JobState;
  readonly attempts: number;
  readonly maxAttempts: number;
  readonly progress: JobProgress | null;
  readonly error: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface ClaimedJob {
  readonly key: string;
  readonly name: string;
  readonly payload: unknown;
  /** 1 for the first try. */
  readonly attempt: number;
  readonly maxAttempts: number;
}

export interface Claim {
  readonly owner: string;
  /** At most so many. */
  readonly limit: number;
  readonly leaseMs: number;
  readonly now: number;
  /** Names of jobs that are left to others. */
  readonly except?: readonly string[];
}

/** Times are milliseconds since 1970; every method is atomic. */
export interface JobLedger {
  /** Keeps jobs that follow from no record: a setting of the program has changed. Else a write takes its jobs. */
  request(jobs: readonly JobRequest[], now: number): Promise<void>;
  /** Leases ready or lease-expired jobs, oldest first. Each claim counts as an attempt. */
  claim(claim: Claim): Promise<ClaimedJob[]>;
  /** Renews a lease; false where the job is no longer this owner's (then its work must stop). */
  heartbeat(key: string, owner: string, leaseMs: number, now: number): Promise<boolean>;
  progress(key: string, progress: JobProgress, now: number): Promise<void>;
  /** Marks a job done and makes a waiting parent ready when its last child is done. Repeating it changes nothing. */
  finish(key: string, now: number): Promise<void>;
  /** Puts a failed job back, to run at `runAt`. With an `owner`, only while the job is still this owner's. */
  retry(key: string, error: string, runAt: number, now: number, owner?: string): Promise<void>;
  /** Ends a job for good (dead letter); parents that wait for it are buried with it. `owner` as for `retry`. */
  bury(key: string, error: string, now: number, owner?: string): Promise<void>;
  /** Gives a dead job, and the parents buried with it, a new set of attempts. */
  revive(key: string, now: number): Promise<void>;
  /**
   * Cancels a job that is not done, all that it waits for (unless that is wanted by itself or by another job),
   * and the parents that wait for it. Returns how many were cancelled.
   */
  cancel(key: string, now: number): Promise<number>;
  /** Root jobs that no queue has yet, with the trees they wait for, oldest first. */
  pendingTrees(limit: number, now: number): Promise<JobRequest[]>;
  markHandedOver(keys: readonly string[], now: number): Promise<void>;
  /** Jobs handed over before `before` and still not ended become pending again (a queue that lost its data). */
  takeBack(before: number, now: number): Promise<number>;
  find(key: string): Promise<JobView | null>;
  list(query: { state?: JobState; name?: string; after?: string; limit: number }): Promise<JobView[]>;
  /** Number of jobs that are not ended (waiting, ready, active, handed over). */
  openCount(): Promise<number>;
  /** Earliest time at which a ready job may run or a lease ends; null where nothing is open. */
  nextDue(): Promise<number | null>;
}

import type { JobLedger } from '../../domain/job.ts';
import type { QueueLog } from '../queue-log.ts';
import type { HeavyLane } from './heavy-lane.ts';
import type { Backoff } from './retry-policy.ts';

/** What every queue is made with. */
export interface QueueOptions {
  readonly ledger: JobLedger;
  readonly log: QueueLog;
  readonly backoff?: Backoff;
  /** Jobs that must have a handler; all of the system's where not said. */
  readonly names?: readonly string[];
  /** Of these no two run at a time in the lane; the heavy ones of the system where not said. */
  readonly heavy?: readonly string[];
  /** The one of all threads of the process; one of its own where not said. */
  readonly lane?: HeavyLane;
}

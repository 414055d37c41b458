/** One run of one claimed job: handler, then the ledger. Never throws; what could not be kept is run again. */
import type { ClaimedJob } from '../../domain/job.ts';
import type { JobContext, JobHandlers } from '../queue.ts';
import { handlerOf } from '../running/handlers.ts';
import { interruptionOf } from '../running/interruption.ts';
import { ProgressReport } from '../running/progress-report.ts';
import { type Backoff, backoffMs, errorText, isLastTry } from '../running/retry-policy.ts';
import type { Lease, LeaseTerms } from './lease.ts';

export interface RunTerms extends LeaseTerms {
  readonly handlers: JobHandlers;
  readonly backoff: Backoff;
}

export async function runJob(job: ClaimedJob, lease: Lease, terms: RunTerms): Promise<void> {
  try {
    await tryJob(job, lease, terms);
  } catch (error) {
    terms.log.error(
      { err: error, job: job.key },
      'the end of a run could not be kept; the job is run again when its lease ends',
    );
  } finally {
    lease.release();
  }
}

async function tryJob(job: ClaimedJob, lease: Lease, terms: RunTerms): Promise<void> {
  const { ledger, clock, log } = terms;
  const progress = new ProgressReport((report) => ledger.progress(job.key, report, clock()), log);
  try {
    await handlerOf(job.name, terms.handlers)(job.payload, contextOf(job, lease, progress));
    if (interruptionOf(lease.signal) === 'lease_lost') return;
    await progress.flush();
  } catch (error) {
    await failed(job, error, lease, terms);
    return;
  } finally {
    progress.drop();
  }
  await ledger.finish(job.key, clock());
}

function contextOf(job: ClaimedJob, { signal }: Lease, progress: ProgressReport): JobContext {
  return {
    key: job.key,
    attempt: job.attempt,
    signal,
    progress: (report) => progress.report(report, signal),
  };
}

async function failed(job: ClaimedJob, error: unknown, lease: Lease, terms: RunTerms): Promise<void> {
  const { ledger, owner, backoff, clock, log } = terms;
  const now = clock();
  const interruption = interruptionOf(lease.signal);
  if (interruption === 'lease_lost') {
    log.warn({ job: job.key }, 'a job was cancelled or taken over while it ran');
  } else if (interruption === 'stopped') {
    await ledger.retry(job.key, errorText(lease.signal.reason), now, now, owner);
  } else if (isLastTry(error, job)) {
    log.error({ err: error, job: job.key, attempt: job.attempt }, 'a job failed for good');
    await ledger.bury(job.key, errorText(error), now, owner);
  } else {
    const wait = backoffMs(job.attempt, backoff);
    log.warn(
      { err: error, job: job.key, attempt: job.attempt, retryInMs: wait },
      'a job failed and is tried again',
    );
    await ledger.retry(job.key, errorText(error), now + wait, now, owner);
  }
}

/** The jobs that BullMQ's worker runs in this process: the ledger before, the handler, the ledger after. */
import { UnrecoverableError, WaitingError } from 'bullmq';
import type { JobLedger } from '../../domain/job.ts';
import type { JobContext, JobHandlers } from '../queue.ts';
import type { QueueLog } from '../queue-log.ts';
import { handlerOf } from '../running/handlers.ts';
import { type InterruptionCause, interruptionOf, JobInterrupted } from '../running/interruption.ts';
import { ProgressReport } from '../running/progress-report.ts';
import { errorText, isLastTry } from '../running/retry-policy.ts';
import { admission } from './admission.ts';
import { jobIdOf } from './job-id.ts';
import type { RedisJob } from './redis-jobs.ts';

export interface RunningTerms {
  readonly ledger: JobLedger;
  readonly handlers: JobHandlers;
  readonly log: QueueLog;
  readonly now: () => number;
  /** How often the ledger is asked whether a running job was cancelled, in ms. */
  readonly watchEveryMs: number;
}

export class RunningJobs {
  readonly #terms: RunningTerms;
  readonly #runs = new Map<string, AbortController>();

  constructor(terms: RunningTerms) {
    this.#terms = terms;
  }

  get keys(): string[] {
    return [...this.#runs.keys()];
  }

  interruptAll(why: InterruptionCause): void {
    for (const run of this.#runs.values()) run.abort(new JobInterrupted(why));
  }

  /** By the ids that Redis knows. */
  interrupt(jobIds: readonly string[], why: InterruptionCause): void {
    for (const [key, run] of this.#runs) {
      if (jobIds.includes(jobIdOf(key))) run.abort(new JobInterrupted(why));
    }
  }

  /** BullMQ's processor: returning completes the job in Redis, throwing fails it or has it tried again. */
  async process(job: RedisJob, token: string | undefined): Promise<void> {
    const { key } = job.data;
    const verdict = admission(await this.#terms.ledger.find(key), attemptOf(job));
    if (verdict.kind === 'skip') return;
    if (verdict.kind === 'refuse') return this.#bury(key, verdict.reason);
    const run = new AbortController();
    const watch = setInterval(() => void this.#watch(key, run), this.#terms.watchEveryMs);
    this.#runs.set(key, run);
    try {
      await this.#run(job, run.signal);
    } catch (error) {
      await this.#failed(job, token, error, run.signal);
    } finally {
      clearInterval(watch);
      this.#runs.delete(key);
    }
  }

  /** The ledger hears of the end before Redis does: a job done in Redis is done in the ledger. */
  async #run(job: RedisJob, signal: AbortSignal): Promise<void> {
    const { ledger, handlers, log, now } = this.#terms;
    const { key, payload } = job.data;
    const progress = new ProgressReport(async (report) => {
      await ledger.progress(key, report, now());
      await job.updateProgress(report);
    }, log);
    try {
      await handlerOf(job.name, handlers)(payload, contextOf(job, signal, progress));
      if (interruptionOf(signal) !== 'stopped') signal.throwIfAborted();
      await progress.flush();
    } finally {
      progress.drop();
    }
    await ledger.finish(key, now());
  }

  async #failed(
    job: RedisJob,
    token: string | undefined,
    error: unknown,
    signal: AbortSignal,
  ): Promise<void> {
    const { key } = job.data;
    const { attempt, maxAttempts } = attemptOf(job);
    const interruption = interruptionOf(signal);
    if (interruption === 'cancelled') return;
    if (interruption === 'lease_lost') throw signal.reason;
    if (interruption === 'stopped') {
      await job.moveToWait(token);
      throw new WaitingError();
    }
    if (isLastTry(error, { attempt, maxAttempts })) return this.#bury(key, errorText(error));
    this.#terms.log.warn({ err: error, job: key, attempt }, 'a job failed and is tried again');
    throw error;
  }

  async #bury(key: string, reason: string): Promise<never> {
    this.#terms.log.error({ job: key, reason }, 'a job failed for good');
    await this.#terms.ledger.bury(key, reason, this.#terms.now());
    throw new UnrecoverableError(reason);
  }

  async #watch(key: string, run: AbortController): Promise<void> {
    try {
      const view = await this.#terms.ledger.find(key);
      if (view?.state === 'cancelled') run.abort(new JobInterrupted('cancelled'));
    } catch (error) {
      this.#terms.log.warn({ err: error, job: key }, 'the ledger could not be asked about a running job');
    }
  }
}

/** A run that failed and one whose process died are both attempts; one that was stopped is not. */
function attemptOf(job: RedisJob): { attempt: number; maxAttempts: number } {
  return { attempt: job.attemptsMade + job.stalledCounter + 1, maxAttempts: job.opts.attempts ?? 1 };
}

function contextOf(job: RedisJob, signal: AbortSignal, progress: ProgressReport): JobContext {
  return {
    key: job.data.key,
    attempt: attemptOf(job).attempt,
    signal,
    progress: (report) => progress.report(report, signal),
  };
}

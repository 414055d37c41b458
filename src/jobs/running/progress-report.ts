/** Passes on the progress of one run: at once where the last report is old enough, else the newest one soon after. */
import type { JobProgress } from '../../domain/job.ts';
import type { QueueLog } from '../queue-log.ts';

export const PROGRESS_EVERY_MS = 250;

export class ProgressReport {
  readonly #write: (progress: JobProgress) => Promise<void>;
  readonly #log: QueueLog;
  #newest: JobProgress | null = null;
  #writtenAt = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(write: (progress: JobProgress) => Promise<void>, log: QueueLog) {
    this.#write = write;
    this.#log = log;
  }

  /** Rejects with the reason of `signal` where that is aborted. */
  async report(progress: JobProgress, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    this.#newest = progress;
    const wait = this.#writtenAt + PROGRESS_EVERY_MS - performance.now();
    if (wait <= 0) return this.flush();
    this.#timer ??= setTimeout(() => this.#flushLate(), wait);
  }

  /** Writes what has not been written yet. */
  flush(): Promise<void> {
    this.drop();
    this.#writing = this.#writing.catch(() => undefined).then(() => this.#writeNewest());
    return this.#writing;
  }

  /** Writes nothing of its own accord any more. */
  drop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #writeNewest(): Promise<void> {
    const progress = this.#newest;
    if (!progress) return;
    this.#newest = null;
    this.#writtenAt = performance.now();
    await this.#write(progress);
  }

  #flushLate(): void {
    this.flush().catch((error: unknown) => this.#log.warn({ err: error }, 'progress of a job was not kept'));
  }
}

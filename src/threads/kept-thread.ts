/** A thread that is started again when it crashes, after a pause that grows while it keeps crashing. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Order, ThreadData } from './messages.ts';
import { type OnAnswer, RunningThread, type StartWorker } from './running-thread.ts';

export interface ThreadLog {
  error(fields: object, message: string): void;
}

export interface KeptThreadOptions {
  readonly data: ThreadData;
  readonly log: ThreadLog;
  readonly startWorker: StartWorker;
  readonly onAnswer: OnAnswer;
  /** What it was doing is lost. */
  readonly onCrash: () => void;
}

const SHORTEST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

export class KeptThread {
  private readonly options: KeptThreadOptions;
  private readonly stopped = new AbortController();
  private running: RunningThread | null = null;
  private next: Promise<RunningThread>;
  private crashes = 0;

  /** Starts at once. */
  constructor(options: KeptThreadOptions) {
    this.options = options;
    this.next = this.start();
  }

  /** Resolves with a thread that is ready; rejects where the one that is starting crashes, and once it was stopped. */
  async ready(): Promise<RunningThread> {
    this.stopped.signal.throwIfAborted();
    return this.next;
  }

  /** Says it where there is somebody to hear it. */
  tell(order: Order): void {
    this.running?.tell(order);
  }

  async stop(graceMs: number): Promise<void> {
    this.stopped.abort();
    await this.running?.stop(graceMs);
  }

  private start(): Promise<RunningThread> {
    const { data, startWorker, onAnswer } = this.options;
    const thread = new RunningThread(startWorker(data), onAnswer);
    this.running = thread;
    void thread.ended.then((error) => {
      this.running = null;
      if (error && !this.stopped.signal.aborted) this.crashed(error);
    });
    const ready = thread.ready.then(() => {
      this.crashes = 0;
      return thread;
    });
    return heard(ready);
  }

  private crashed(error: Error): void {
    const { data, log, onCrash } = this.options;
    const againInMs = Math.min(LONGEST_PAUSE_MS, SHORTEST_PAUSE_MS * 2 ** this.crashes++);
    log.error({ err: error, thread: data.name, againInMs }, 'a thread ended and is started again');
    const { signal } = this.stopped;
    this.next = heard(sleep(againInMs, undefined, { signal }).then(() => this.start()));
    onCrash();
  }
}

/** Whoever waits for it sees that it fails; that nobody waits is no fault. */
function heard<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}

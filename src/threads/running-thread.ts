/** One thread as the program sees it: started, told things, stopped. */
import { Worker } from 'node:worker_threads';
import type { Order, Report, ThreadData } from './messages.ts';

export type StartWorker = (data: ThreadData) => Worker;

/** A thread that was told to stop has so much longer than its jobs before it is ended. */
const SETTLE_MS = 2_000;

/** Nothing of how this process was started is handed on: the file does what it needs itself. */
export const startWorker: StartWorker = (workerData) =>
  new Worker(new URL('../../bin/thread.js', import.meta.url), { workerData, execArgv: [] });

export type OnAnswer = (report: Exclude<Report, { report: 'ready' }>) => void;

export class RunningThread {
  /** Resolves when it can take its first question or job; rejects where it ends before. */
  readonly ready: Promise<void>;
  /** Resolves when it is gone: with what ended it, or null where it was told to stop. */
  readonly ended: Promise<Error | null>;
  private readonly worker: Worker;
  private isReady = false;
  private stopping = false;

  constructor(worker: Worker, onAnswer: OnAnswer) {
    this.worker = worker;
    let failure: Error | null = null;
    worker.on('error', (error) => {
      failure = error;
    });
    this.ended = new Promise((resolve) => {
      worker.once('exit', (code) => {
        resolve(failure ?? (this.stopping ? null : new Error(`the thread ended with exit code ${code}`)));
      });
    });
    this.ready = new Promise((resolve, reject) => {
      worker.on('message', (report: Report) => {
        if (report.report !== 'ready') return onAnswer(report);
        this.isReady = true;
        resolve();
      });
      void this.ended.then((error) => reject(error ?? new Error('the thread was stopped')));
    });
  }

  tell(order: Order): void {
    this.worker.postMessage(order);
  }

  /** Resolves when it has ended by itself, or was ended: at once before it was ready, else after its time. */
  async stop(graceMs: number): Promise<void> {
    this.stopping = true;
    if (this.isReady) this.tell({ order: 'stop', graceMs });
    const overdue = setTimeout(() => void this.worker.terminate(), this.isReady ? graceMs + SETTLE_MS : 0);
    await this.ended;
    clearTimeout(overdue);
  }
}

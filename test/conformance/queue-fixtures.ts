/** What every queue test needs: a real ledger in a file, queues on it, handlers that note what they did. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, vi } from 'vitest';
import type { JobLedger, JobRequest, JobState } from '../../src/domain/job.ts';
import type { JobHandler, Queue } from '../../src/jobs/queue.ts';
import type { QueueLog } from '../../src/jobs/queue-log.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import { enqueue, job } from './store-fixtures.ts';

export { job };

export const JOB = 'test.run';
export const HEAVY_JOB = 'test.heavy';
const PATIENCE_MS = 20_000;

/** How a child process is to build the queue under test. */
export interface QueueRecipe {
  readonly adapter: 'embedded' | 'bullmq';
  readonly redisUrl: string;
  readonly prefix: string;
}

export interface QueueParts {
  readonly ledger: JobLedger;
  readonly log: QueueLog;
  /** Milliseconds; the bound of the first wait between two tries. */
  readonly backoffBaseMs: number;
}

export interface QueueHarness {
  readonly recipe: () => QueueRecipe;
  readonly create: (recipe: QueueRecipe, parts: QueueParts) => Queue;
}

/** One test's world. */
export class Bench {
  readonly recipe: QueueRecipe;
  readonly log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  readonly #harness: QueueHarness;
  readonly #directory = mkdtempSync(join(tmpdir(), 'jianyuan-queue-'));
  readonly #queues: Queue[] = [];
  readonly #children: ChildProcess[] = [];
  #store: Store | null = null;

  constructor(harness: QueueHarness) {
    this.#harness = harness;
    this.recipe = harness.recipe();
  }

  get path(): string {
    return join(this.#directory, 'jobs.sqlite');
  }

  get store(): Store {
    if (!this.#store) throw new Error('the bench is not open');
    return this.#store;
  }

  get ledger(): JobLedger {
    return this.store.jobs;
  }

  async open(): Promise<this> {
    this.#store = await openSqliteStore({ path: this.path });
    return this;
  }

  queue({ ledger = this.ledger, backoffBaseMs = 40 }: Partial<QueueParts> = {}): Queue {
    const queue = this.#harness.create(this.recipe, { ledger, log: this.log, backoffBaseMs });
    this.#queues.push(queue);
    return queue;
  }

  /** A queue that runs `handler` for every test job. */
  async working(handler: JobHandler, concurrency = 4, parts: Partial<QueueParts> = {}): Promise<Queue> {
    const queue = this.queue(parts);
    await queue.work(new Map([JOB, HEAVY_JOB].map((name) => [name, handler])), { concurrency });
    return queue;
  }

  async enqueue(...jobs: JobRequest[]): Promise<void> {
    await enqueue(this.store, ...jobs);
  }

  /** Another process that takes a job and never ends it. Resolves when it has one. */
  async processThatHangs(): Promise<ChildProcess> {
    const script = fileURLToPath(new URL('./hanging-worker.ts', import.meta.url));
    const arg = JSON.stringify({ path: this.path, recipe: this.recipe });
    const child = spawn(process.execPath, ['--import', 'tsx', script, arg], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#children.push(child);
    await new Promise<void>((resolve, reject) => {
      child.stdout.once('data', () => resolve());
      child.once('exit', (code) => reject(new Error(`the other process ended with ${code}`)));
    });
    return child;
  }

  async expectState(key: string, state: JobState): Promise<void> {
    await eventually(async () => expect((await this.ledger.find(key))?.state, key).toBe(state));
  }

  async close(): Promise<void> {
    for (const child of this.#children) child.kill('SIGKILL');
    await Promise.all(this.#queues.map((queue) => queue.stop(0)));
    await this.store.close();
    rmSync(this.#directory, { recursive: true, force: true });
  }
}

export function heavyJob(key: string): JobRequest {
  return { ...job(key), name: HEAVY_JOB };
}

/** By their keys: handlers are not told names. */
export function isHeavy(key: string): boolean {
  return key.startsWith('h');
}

export async function eventually(check: () => Promise<void> | void): Promise<void> {
  await vi.waitFor(check, { timeout: PATIENCE_MS, interval: 20 });
}

/** A promise that the test keeps when it wants to. */
export class Gate {
  readonly passed: Promise<void>;
  open: () => void = () => undefined;

  constructor() {
    this.passed = new Promise((resolve) => {
      this.open = resolve;
    });
  }
}

/** Never ends by itself; rejects with the reason of the signal. */
export function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

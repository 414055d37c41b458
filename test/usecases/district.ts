/** A small district for tests: the real store in a folder of its own, the real embedded queue, the real use cases. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Embedder } from '../../src/embedders/embedder.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { loadProfile } from '../../src/exchange/index.ts';
import { createEmbeddedQueue } from '../../src/jobs/embedded/embedded-queue.ts';
import type { Queue } from '../../src/jobs/queue.ts';
import { type Backoff, DEFAULT_BACKOFF } from '../../src/jobs/running/retry-policy.ts';
import type { PoolFile } from '../../src/store/pool-files.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import { createLiveMatcher } from '../../src/usecases/live-matcher.ts';
import { createPoolCache, type Sharing } from '../../src/usecases/match-pool.ts';
import { createModelCache } from '../../src/usecases/model-cache.ts';
import { bindUseCases, type UseCases } from '../../src/usecases/use-cases.ts';
import { jobHandlers } from '../../workers/index.ts';
import { createTinyEngine } from './tiny-engine.ts';

export interface District {
  readonly store: Store;
  readonly queue: Queue;
  readonly usecases: UseCases;
  /** The database file. */
  readonly path: string;
  /** Works off all jobs, then stops working: whatever follows from a write has happened. */
  settle(): Promise<void>;
}

export interface DistrictOptions {
  readonly engine?: Engine;
  readonly embedder?: Embedder;
  /** Pauses between the tries of a job that fails; those of the program where not said. */
  readonly backoff?: Backoff;
  readonly path?: string;
  readonly maxUploadBytes?: number;
  /** Where the index is kept; nowhere where not said. */
  readonly file?: PoolFile;
  /** How the pools of rounds are shared with other processes; not at all where not said. */
  readonly sharing?: Sharing;
}

export const PROFILE = await loadProfile();

/** A folder that ends with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jianyuan-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export async function openDistrict(options: DistrictOptions = {}): Promise<District> {
  const {
    engine = createTinyEngine(),
    embedder = null,
    backoff = DEFAULT_BACKOFF,
    path = join(temporaryFolder(), 'district.sqlite'),
    maxUploadBytes = 1_000_000,
    file = null,
    sharing = null,
  } = options;
  const store = await openSqliteStore({ path });
  const models = createModelCache(store, engine);
  const log = { info() {}, warn() {}, error() {} };
  let owners = 0;
  const newQueue = () =>
    createEmbeddedQueue({ ledger: store.jobs, owner: `test-${++owners}`, log, pollMs: 10, backoff });
  const queue = newQueue();
  const usecases = bindUseCases({
    store,
    engine,
    profile: PROFILE,
    embedder,
    pools: createPoolCache({ store, engine }, models, sharing),
    matcher: createLiveMatcher({ store, engine, models, embedder, file, log }),
    openScratch: (clock) => openSqliteStore({ path: ':memory:', clock }),
    now: Date.now,
    random: Math.random,
    wake: () => queue.wake(),
    maxUploadBytes,
  });
  onTestFinished(async () => {
    await queue.stop(0);
    await store.close();
  });
  const settle = async () => {
    const working = newQueue();
    await working.work(jobHandlers(usecases), { concurrency: 2 });
    await working.drained();
    await working.stop(1_000);
  };
  return { store, queue, usecases, path, settle };
}

export function someResults(
  count: number,
): { id: string; title: string; university: string; abstract: string }[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `R${String(i).padStart(3, '0')}`,
    title: `成果之${i}：新型抗体药物`,
    university: '重庆大学',
    abstract: `第${i}项研究，已完成小试，寻求中试。`,
  }));
}

export function someCarriers(count: number): { id: string; name: string; description: string }[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `C${String(i).padStart(3, '0')}`,
    name: `第${i}孵化器`,
    description: `提供生物医药中试条件之${i}。`,
  }));
}

export async function fill({ usecases }: District, results: number, carriers: number): Promise<void> {
  for (const result of someResults(results)) await usecases.submitResult(result);
  for (const carrier of someCarriers(carriers)) await usecases.registerCarrier(carrier);
}

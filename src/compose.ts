/** Builds the application from the configuration: the one file that may import every room. */
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import type { Logger } from 'pino';
import { composeEngine, createLog } from './compose-engine.ts';
import type { Config, DatabaseConfig } from './config.ts';
import { DomainError } from './domain/errors.ts';
import type { Profile } from './domain/profile.ts';
import type { Embedder } from './embedders/embedder.ts';
import { watchEmbedder } from './embedders/health.ts';
import { createEmbeddedQueue } from './jobs/embedded/embedded-queue.ts';
import type { Queue } from './jobs/queue.ts';
import { HeavyLane, sharedLane } from './jobs/running/heavy-lane.ts';
import { diskPoolFile } from './store/files/pool-file.ts';
import { diskSharedParts } from './store/files/shared-parts.ts';
import { sqliteRows } from './store/sqlite/read-rows.ts';
import { openSqliteStore } from './store/sqlite/sqlite-store.ts';
import { UnusableDatabase } from './store/sqlite/unusable-database.ts';
import type { Store } from './store/store.ts';
import { createMatchThreads } from './threads/match-threads.ts';
import { createWorkThreads } from './threads/work-threads.ts';
import type { Application } from './usecases/application.ts';
import { createLiveMatcher } from './usecases/live-matcher.ts';
import { createPoolCache } from './usecases/match-pool.ts';
import type { Matcher } from './usecases/matcher.ts';
import { createModelCache } from './usecases/model-cache.ts';
import type { LiveSources } from './usecases/open-live-pool.ts';
import { bindUseCases } from './usecases/use-cases.ts';

export { createLog };

/** How long running jobs may go on when the application closes. */
const DEFAULT_GRACE_MS = 5_000;

/** How often the index catches up with the records by itself. */
const FOLLOW_MS = 500;

/** Whether questions and jobs are left to threads, or all is done in this one. */
export type Place = 'threads' | 'here';

/** What a thread has of its process: what that has read and checked already, and what all threads have in common. */
export interface FromProcess {
  readonly profile: Profile;
  readonly lane?: { readonly shared: SharedArrayBuffer; readonly me: number } | undefined;
}

/** Throws `config.invalid`, `profile.invalid`. */
export async function compose(
  config: Config,
  log: Logger = createLog(config),
  place: Place = 'here',
  { profile: known, lane }: Partial<FromProcess> = {},
): Promise<Application> {
  const { engine, profile } = await composeEngine(config, log, known);
  const embedder = await openEmbedder(config, log);
  const store = await openStore(config);
  const queue = await createQueue(config, {
    store,
    log,
    lane: new HeavyLane(lane?.shared, lane?.me),
  });
  const models = createModelCache(store, engine);
  const workers = createWorkThreads({ config, profile, log, openLane: sharedLane });
  const matcher = createMatcher(config, profile, { store, engine, models, embedder, log }, place);
  const usecases = bindUseCases({
    store,
    engine,
    profile,
    embedder,
    pools: createPoolCache({ store, engine }, models, {
      parts: diskSharedParts(config.data.roundPools),
      log,
    }),
    matcher,
    openScratch: (clock) => openSqliteStore({ path: ':memory:', clock }),
    now: Date.now,
    random: Math.random,
    wake: () => {
      queue.wake();
      workers.wake();
    },
    maxUploadBytes: config.http.maxUploadBytes,
  });
  return {
    store,
    queue,
    workers,
    matcher,
    engine,
    profile,
    embedder: watchEmbedder(embedder, log),
    usecases,
    close: async (graceMs = DEFAULT_GRACE_MS) => {
      await Promise.all([queue.stop(graceMs), workers.stop(graceMs), matcher.close()]);
      await store.close();
    },
  };
}

function createMatcher(
  config: Config,
  profile: Profile,
  sources: Omit<LiveSources, 'file'>,
  place: Place,
): Matcher {
  const { threads } = config.matching;
  if (place === 'threads' && threads > 0)
    return createMatchThreads({ config, profile, threads, log: sources.log });
  return createLiveMatcher({ ...sources, file: diskPoolFile(config.data.index) }, { followMs: FOLLOW_MS });
}

/** The driver of PostgreSQL is loaded only where it is used. Throws `config.invalid`. */
async function openStore({ data: { dir, database } }: Config): Promise<Store> {
  if (database.kind === 'sqlite') return openFile(database, dir);
  const { openPostgresStore } = await import('./store/postgres/postgres-store.ts');
  return openPostgresStore({ url: database.url });
}

/** What an operator must change where the file cannot be used: the variable, what it is now, what it should be. */
async function openFile(
  { path, setting }: Extract<DatabaseConfig, { kind: 'sqlite' }>,
  dir: string,
): Promise<Store> {
  try {
    return await openSqliteStore({ path });
  } catch (error) {
    if (!(error instanceof UnusableDatabase)) throw error;
    const { zh, en } = error.reason;
    const finding = {
      field: setting,
      found: setting === 'DATA_DIR' ? dir : path,
      expected:
        setting === 'DATA_DIR'
          ? '可读写的文件夹，没有则自动建立 · a folder to read and write, made where it is not there'
          : '可读写的 SQLite 文件，没有则自动建立 · a SQLite file to read and write, made where it is not there',
    };
    throw new DomainError(
      'config.invalid',
      `数据库无法打开：${path}，${zh} · The database cannot be opened: ${en}`,
      [finding],
    );
  }
}

/** Copies a SQLite file into the configured database, an empty one on PostgreSQL: how many rows of what. */
export async function copyStore(file: string, { data: { database } }: Config) {
  if (database.kind !== 'postgres')
    throw new DomainError(
      'config.invalid',
      'DATABASE_URL 须为 postgres://… · DATABASE_URL must be postgres://…',
    );
  const { putRows } = await import('./store/postgres/put-rows.ts');
  try {
    return await putRows(database.url, sqliteRows(file));
  } catch (error) {
    if (error instanceof UnusableDatabase) throw new DomainError('file.unreadable', error.message);
    throw error;
  }
}

/** BullMQ is loaded only where it is used: it takes longer to load than all the rest. */
async function createQueue(
  { queue }: Config,
  { store, log, lane }: { store: Store; log: Logger; lane: HeavyLane },
): Promise<Queue> {
  const { redisUrl, redisPrefix: prefix, leaseMs } = queue;
  if (redisUrl === null)
    return createEmbeddedQueue({ ledger: store.jobs, owner: ownerName(), leaseMs, log, lane });
  const { createBullQueue } = await import('./jobs/bullmq/bull-queue.ts');
  return createBullQueue({ redisUrl, prefix, lockMs: leaseMs, ledger: store.jobs, log, lane });
}

/** Loaded only where it is configured. Throws `config.invalid` where a model of the disk cannot be run. */
async function openEmbedder({ embedder }: Config, log: Logger): Promise<Embedder | null> {
  if (embedder === null) return null;
  if (embedder.kind === 'openai') {
    const { createOpenAiEmbedder } = await import('./embedders/openai/openai-embedder.ts');
    return createOpenAiEmbedder({ ...embedder, log });
  }
  const { openOnnxEmbedder } = await import('./embedders/onnx/onnx-embedder.ts');
  return openOnnxEmbedder(embedder);
}

/** Unique among all processes that work on one ledger. */
function ownerName(): string {
  return `${hostname()}:${process.pid}:${randomBytes(4).toString('hex')}`;
}

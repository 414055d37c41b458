/** Builds the application from the configuration: the one file that may import every room. */
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import pino, { type Logger } from 'pino';
import type { Config } from './config.ts';
import type { Embedder } from './embedders/embedder.ts';
import { watchEmbedder } from './embedders/health.ts';
import { createEngine } from './engine/create-engine.ts';
import { loadProfile } from './exchange/index.ts';
import { createEmbeddedQueue } from './jobs/embedded/embedded-queue.ts';
import type { Queue } from './jobs/queue.ts';
import { openSqliteStore } from './store/sqlite/sqlite-store.ts';
import type { Store } from './store/store.ts';
import type { Application } from './usecases/application.ts';
import { createPoolCache } from './usecases/match-pool.ts';
import { bindUseCases } from './usecases/use-cases.ts';

/** How long running jobs may go on when the application closes. */
const DEFAULT_GRACE_MS = 5_000;

/** Takes about a second: the engine learns the profile's vocabulary. Throws `config.invalid`, `profile.invalid`. */
export async function compose(config: Config, log: Logger = createLog(config)): Promise<Application> {
  const profile = await loadProfile(config.profileDir);
  const engine = createEngine(profile);
  const embedder = await openEmbedder(config, log);
  const store = await openSqliteStore({ path: config.data.database });
  const queue = await createQueue(config, store, log);
  const usecases = bindUseCases({
    store,
    engine,
    profile,
    embedder,
    pools: createPoolCache(store, engine, embedder),
    now: Date.now,
    random: Math.random,
    wake: () => queue.wake(),
    maxUploadBytes: config.http.maxUploadBytes,
  });
  return {
    store,
    queue,
    engine,
    profile,
    embedder: watchEmbedder(embedder, log),
    usecases,
    close: async (graceMs = DEFAULT_GRACE_MS) => {
      await queue.stop(graceMs);
      await store.close();
    },
  };
}

/** Log lines go to stderr, so that stdout stays the output of a command. */
export function createLog({ logLevel }: Pick<Config, 'logLevel'>): Logger {
  return pino({ level: logLevel, base: null }, pino.destination({ dest: 2, sync: true }));
}

/** BullMQ is loaded only where it is used: it takes longer to load than all the rest. */
async function createQueue({ queue }: Config, store: Store, log: Logger): Promise<Queue> {
  const { redisUrl, redisPrefix: prefix, leaseMs } = queue;
  if (redisUrl === null) return createEmbeddedQueue({ ledger: store.jobs, owner: ownerName(), leaseMs, log });
  const { createBullQueue } = await import('./jobs/bullmq/bull-queue.ts');
  return createBullQueue({ redisUrl, prefix, lockMs: leaseMs, ledger: store.jobs, log });
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

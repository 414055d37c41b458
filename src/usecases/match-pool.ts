/**
 * The engine's match pools of rounds, kept while they are in use, so that not each chunk of a round builds one
 * again. A pool depends on content hashes, the embedder's model and the corpus model alone, never on what the
 * records are now. It holds the carriers; results are handed in with each question.
 */
import { createHash } from 'node:crypto';
import { NO_EMBEDDER } from '../domain/embedding-use.ts';
import type { FrozenRecord } from '../domain/round.ts';
import type { MatchPool } from '../engine/engine.ts';
import type { CorpusModel } from '../engine/model/corpus-model.ts';
import { UnreadableSections } from '../engine/stored/sections.ts';
import { type SharedParts, UnusableFolder } from '../store/pool-files.ts';
import { carrierBatches } from './carrier-batches.ts';
import { createFrozenModels, type FrozenModels } from './frozen-models.ts';
import type { FrozenInputs } from './frozen-records.ts';
import type { Sources } from './load-records.ts';
import type { ModelCache } from './model-cache.ts';
import { gatherParts } from './pool-parts.ts';

export interface PoolInputs extends FrozenInputs {
  /** Fingerprint of the corpus model; null: the one that these records give. */
  readonly model: string | null;
}

export interface PoolCache {
  /** The pool of exactly these carriers, with the model that was planned. */
  frozen(inputs: PoolInputs): Promise<MatchPool>;
  /**
   * Lets go of all pools and of the models that they compare by; the next question builds its own. What was learnt
   * from frozen records stays as bytes, a tenth of a pool: learning it again takes minutes.
   */
  release(): void;
  /** Removes what was kept of a pool for other processes: its round has ended. */
  discard(inputs: PoolInputs): Promise<void>;
}

export interface PoolLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

/** How the processes of this machine share the making of a large pool. */
export interface Sharing {
  readonly parts: SharedParts;
  readonly log: PoolLog;
  /** Carriers of a part; pools of no more than that are built by each process alone. */
  readonly partSize?: number;
}

/** Takes about a second; with fewer, what each part costs by itself would count. */
const PART_SIZE = 2_000;

/** Pools kept at a time: a running round, and one that is on its way out. */
const KEPT = 2;

export function createPoolCache(
  sources: Sources,
  models: ModelCache,
  sharing: Sharing | null = null,
): PoolCache {
  const pools = new Map<string, Promise<MatchPool>>();
  const frozenModels = createFrozenModels(sources);
  return {
    frozen: (inputs) => {
      const key = fingerprint(inputs);
      const pool = pools.get(key) ?? openPool(sources, { models, frozenModels, sharing }, inputs, key);
      pools.delete(key);
      pools.set(key, pool);
      // A failed build is not kept: the next caller tries again, and this one sees the error.
      pool.catch(() => pools.delete(key));
      forgetOldest(pools);
      return pool;
    },
    release: () => {
      pools.clear();
      models.release();
    },
    discard: async (inputs) => {
      for (const embedding of [inputs.embedding, NO_EMBEDDER])
        if (sharing) await removeParts(sharing, partsKey(sources, fingerprint({ ...inputs, embedding })));
    },
  };
}

function forgetOldest(pools: Map<string, unknown>): void {
  for (const key of pools.keys()) {
    if (pools.size <= KEPT) return;
    pools.delete(key);
  }
}

/** Results count only where the model is learnt from them. */
function fingerprint({ results, carriers, embedding, model }: PoolInputs): string {
  const hash = createHash('sha256');
  hash.update(`e${embedding.model ?? ''}\nm${model ?? ''}\n`);
  if (model === null) for (const { id, hash: content } of results) hash.update(`r${id}\0${content}\n`);
  for (const { id, hash: content } of carriers) hash.update(`c${id}\0${content}\n`);
  return hash.digest('hex');
}

/** What was computed by another engine is another thing. */
function partsKey({ engine }: Sources, pool: string): string {
  return createHash('sha256').update(`${engine.version}\n${pool}`).digest('hex').slice(0, 32);
}

interface Makers {
  readonly models: ModelCache;
  readonly frozenModels: FrozenModels;
  readonly sharing: Sharing | null;
}

/** In the order of ids, wherever records came from, so that terms which the model has not seen are numbered alike. */
async function openPool(
  sources: Sources,
  { models, frozenModels, sharing }: Makers,
  inputs: PoolInputs,
  key: string,
): Promise<MatchPool> {
  const model = inputs.model === null ? await frozenModels.of(inputs) : await models.open(inputs.model);
  const carriers = [...inputs.carriers].sort((a, b) => (a.id < b.id ? -1 : 1));
  const build = (some: readonly FrozenRecord[]) => buildPool(sources, model, inputs, some);
  if (sharing === null || carriers.length <= (sharing.partSize ?? PART_SIZE)) return build(carriers);
  return (
    (await openShared(sources, sharing, partsKey(sources, key), { model, carriers, build })) ??
    build(carriers)
  );
}

/** Null where the parts on the disk are damaged, which the log says: they are removed. */
async function openShared(
  { engine }: Sources,
  sharing: Sharing,
  key: string,
  {
    model,
    carriers,
    build,
  }: {
    readonly model: CorpusModel;
    readonly carriers: readonly FrozenRecord[];
    readonly build: (some: readonly FrozenRecord[]) => Promise<MatchPool>;
  },
): Promise<MatchPool | null> {
  const started = performance.now();
  const { parts, log, partSize = PART_SIZE } = sharing;
  const { bytes, made } = await gatherParts(
    parts,
    key,
    Math.ceil(carriers.length / partSize),
    async (part) => (await build(carriers.slice(part * partSize, (part + 1) * partSize))).write(null),
    ({ message }) =>
      log.warn(
        { reason: message },
        'the folder of pools cannot be used; this process makes the pool of the round alone',
      ),
  );
  try {
    const pool = engine.joinPools(bytes).restore(model);
    const ms = Math.round(performance.now() - started);
    log.info({ carriers: carriers.length, parts: bytes.length, made, ms }, 'pool of a round ready');
    return pool;
  } catch (error) {
    if (!(error instanceof UnreadableSections)) throw error;
    log.warn({ reason: error.message }, 'the stored pool of a round cannot be read and is built anew');
    await removeParts(sharing, key);
    return null;
  }
}

/** Files that stay cost room on the disk, no round. */
async function removeParts({ parts, log }: Sharing, key: string): Promise<void> {
  try {
    await parts.remove(key);
  } catch (error) {
    if (!(error instanceof UnusableFolder)) throw error;
    log.warn({ reason: error.message }, 'files of a pool cannot be removed');
  }
}

/** Carriers go in some at a time: their readings are much larger than what is kept of them. */
async function buildPool(
  sources: Sources,
  model: CorpusModel,
  { embedding }: PoolInputs,
  carriers: readonly FrozenRecord[],
): Promise<MatchPool> {
  const pool = sources.engine.pool({
    carriers: [],
    results: [],
    model,
    meanings: embedding.model === null ? 'words' : 'embedder',
    keepTexts: false,
  });
  for await (const batch of carrierBatches(sources, carriers, embedding.model))
    for (const carrier of batch) pool.putCarrier(carrier);
  return pool;
}

/**
 * The engine's match pools, built from frozen records and kept while they are in use, so that neither each chunk
 * of a round nor each recommendation builds one again. A pool depends on content hashes, the embedder's model and
 * the corpus model alone, never on what the records are now.
 */
import { createHash } from 'node:crypto';
import type { Embedder } from '../embedders/embedder.ts';
import type { Engine, MatchPool } from '../engine/engine.ts';
import type { Store } from '../store/store.ts';
import { type FrozenInputs, loadFrozenInputs } from './frozen-records.ts';
import { createModelCache, type ModelCache } from './model-cache.ts';
import { findUnembedded } from './unembedded.ts';

export interface PoolInputs extends FrozenInputs {
  /** Fingerprint of the corpus model; null: the one that these records give. */
  readonly model: string | null;
}

export interface PoolCache {
  /** The pool of exactly these contents. */
  frozen(inputs: PoolInputs): Promise<MatchPool>;
  /**
   * The pool of all records as they are now, with the current corpus model, and with the embedder's vectors once
   * all records have one.
   */
  live(): Promise<MatchPool>;
}

/** Pools kept at a time: a running round, the live one, and one that is on its way out. */
const KEPT = 3;

export function createPoolCache(
  store: Store,
  engine: Engine,
  embedder: Pick<Embedder, 'model'> | null,
): PoolCache {
  const models = createModelCache(store, engine);
  const pools = new Map<string, Promise<MatchPool>>();
  let current: { revisions: string; pool: Promise<MatchPool> } | null = null;

  const frozen = (inputs: PoolInputs): Promise<MatchPool> => {
    const key = fingerprint(inputs);
    const pool = pools.get(key) ?? buildPool(store, engine, models, inputs);
    pools.delete(key);
    pools.set(key, pool);
    // A failed build is not kept: the next caller tries again, and this one sees the error.
    pool.catch(() => pools.delete(key));
    forgetOldest(pools);
    return pool;
  };

  const live = async (): Promise<MatchPool> => {
    // Revisions are read before the records: a write in between only makes the next call build again.
    const model = await models.current();
    const revisions = `${await revisionsOf(store, embedder)}:${model}`;
    if (current?.revisions === revisions) return current.pool;
    const pool = currentInputs(store, embedder).then((inputs) => frozen({ ...inputs, model }));
    const mine = { revisions, pool };
    current = mine;
    pool.catch(() => {
      if (current === mine) current = null;
    });
    return pool;
  };

  return { frozen, live };
}

/** Changes whenever a record or a vector does. */
async function revisionsOf(store: Store, embedder: Pick<Embedder, 'model'> | null): Promise<string> {
  const vectors = embedder === null ? 0 : await store.embeddings.count(embedder.model);
  return `${await store.results.revision()}:${await store.carriers.revision()}:${vectors}`;
}

async function currentInputs(store: Store, embedder: Pick<Embedder, 'model'> | null): Promise<FrozenInputs> {
  const records = { results: await store.results.refs(), carriers: await store.carriers.refs() };
  const { use } = await findUnembedded(store, embedder, records);
  return { ...records, embedding: use };
}

function forgetOldest(pools: Map<string, unknown>): void {
  for (const key of pools.keys()) {
    if (pools.size <= KEPT) return;
    pools.delete(key);
  }
}

function fingerprint({ results, carriers, embedding, model }: PoolInputs): string {
  const hash = createHash('sha256');
  hash.update(`e${embedding.model ?? ''}\nm${model ?? ''}\n`);
  for (const { id, hash: content } of results) hash.update(`r${id}\0${content}\n`);
  for (const { id, hash: content } of carriers) hash.update(`c${id}\0${content}\n`);
  return hash.digest('hex');
}

async function buildPool(
  store: Store,
  engine: Engine,
  models: ModelCache,
  inputs: PoolInputs,
): Promise<MatchPool> {
  const model = inputs.model === null ? undefined : await models.open(inputs.model);
  return engine.pool({ ...(await loadFrozenInputs(store, engine, inputs)), model });
}

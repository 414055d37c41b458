/**
 * The engine's match pools of rounds, kept while they are in use, so that not each chunk of a round builds one
 * again. A pool depends on content hashes, the embedder's model and the corpus model alone, never on what the
 * records are now. It holds the carriers; results are handed in with each question.
 */
import { createHash } from 'node:crypto';
import type { MatchPool } from '../engine/engine.ts';
import { createFrozenModels, type FrozenModels } from './frozen-models.ts';
import { FROZEN_TERMS, type FrozenInputs } from './frozen-records.ts';
import { loadCarriers, type Sources } from './load-records.ts';
import type { ModelCache } from './model-cache.ts';
import { pause } from './pause.ts';

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
}

/** Readings of carriers held at a time: so few that they are gone before V8 takes them for something that stays. */
const BATCH = 10;

/** Pools kept at a time: a running round, and one that is on its way out. */
const KEPT = 2;

export function createPoolCache(sources: Sources, models: ModelCache): PoolCache {
  const pools = new Map<string, Promise<MatchPool>>();
  const frozenModels = createFrozenModels(sources);
  return {
    frozen: (inputs) => {
      const key = fingerprint(inputs);
      const pool = pools.get(key) ?? buildPool(sources, { models, frozenModels }, inputs);
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

/**
 * Carriers go in some at a time: their readings are much larger than what is kept of them. In the order of ids,
 * wherever the records came from, so that terms which the model has not seen are numbered alike.
 */
async function buildPool(
  sources: Sources,
  { models, frozenModels }: { models: ModelCache; frozenModels: FrozenModels },
  inputs: PoolInputs,
): Promise<MatchPool> {
  const { carriers, embedding } = inputs;
  const pool = sources.engine.pool({
    carriers: [],
    results: [],
    model: inputs.model === null ? await frozenModels.of(inputs) : await models.open(inputs.model),
    meanings: embedding.model === null ? 'words' : 'embedder',
    keepTexts: false,
  });
  const inOrder = [...carriers].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (let from = 0; from < inOrder.length; from += BATCH) {
    const batch = inOrder.slice(from, from + BATCH);
    const terms = { ...FROZEN_TERMS, vectorsOf: embedding.model };
    for (const carrier of await loadCarriers(sources, batch, terms)) pool.putCarrier(carrier);
    await pause();
  }
  return pool;
}

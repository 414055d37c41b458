/** Records as they stood when a round was started. */
import type { EmbeddingUse } from '../domain/embedding-use.ts';
import type { FrozenRecord } from '../domain/round.ts';
import type { Engine, PoolInput } from '../engine/engine.ts';
import type { Store } from '../store/store.ts';
import { type LoadTerms, loadCarriers, loadResults } from './load-records.ts';

export interface FrozenInputs {
  readonly results: readonly FrozenRecord[];
  readonly carriers: readonly FrozenRecord[];
  /** The model whose vectors every record comes with; null: none does. */
  readonly embedding: Pick<EmbeddingUse, 'model'>;
}

/**
 * The records as they stood, in the order asked for, each with its analysis: the stored one of this version of
 * the analyser, or one made now and kept. Throws where a content or a vector is gone: a round must not silently
 * lose a record, nor compare some by their vectors and others without.
 */
export async function loadFrozenInputs(
  store: Store,
  engine: Engine,
  { results, carriers, embedding }: FrozenInputs,
): Promise<PoolInput> {
  const terms: LoadTerms = {
    vectorsOf: embedding.model,
    vectorsRequired: true,
    mostRead: Number.POSITIVE_INFINITY,
  };
  const sources = { store, engine };
  return {
    results: await loadResults(sources, results, terms),
    carriers: await loadCarriers(sources, carriers, terms),
  };
}

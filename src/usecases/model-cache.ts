/** Corpus models from the store, decoded once: their lexicons are large, and every pool of a model shares them. */
import type { Engine } from '../engine/engine.ts';
import type { CorpusModel } from '../engine/model/corpus-model.ts';
import type { Store } from '../store/store.ts';

export interface ModelCache {
  /** Fingerprint of the model that is in use now; null where none of this analyser was trained yet. */
  current(): Promise<string | null>;
  /** Throws where the model is not in the store, `model.unreadable` or `model.other_analyser`. */
  open(fingerprint: string): Promise<CorpusModel>;
  /** Lets go of all models; who asks again reads one again. */
  release(): void;
}

/** Models kept at a time: the current one, and that of a running round. */
const KEPT = 2;

export function createModelCache(store: Pick<Store, 'models'>, engine: Engine): ModelCache {
  const models = new Map<string, Promise<CorpusModel>>();
  return {
    current: async () => (await store.models.current(engine.analyser))?.fingerprint ?? null,
    open: (fingerprint) => {
      const model = models.get(fingerprint) ?? readModel(store, engine, fingerprint);
      models.delete(fingerprint);
      models.set(fingerprint, model);
      // what could not be read is not kept: the next caller tries again, and this one sees the error
      model.catch(() => models.delete(fingerprint));
      for (const oldest of models.keys()) if (models.size > KEPT) models.delete(oldest);
      return model;
    },
    release: () => models.clear(),
  };
}

async function readModel(
  store: Pick<Store, 'models'>,
  engine: Engine,
  fingerprint: string,
): Promise<CorpusModel> {
  const bytes = await store.models.bytes(fingerprint);
  if (!bytes) throw new Error(`the corpus model ${fingerprint} is not in the store`);
  return engine.readModel(bytes);
}

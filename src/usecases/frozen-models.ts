/** Corpus models that rounds learn from their own records, as the bytes of a model file: small, and soon read again. */
import { createHash } from 'node:crypto';
import type { CorpusModel } from '../engine/model/corpus-model.ts';
import { learnFrozen } from './learn-frozen.ts';
import type { Sources } from './load-records.ts';
import type { BothSides } from './unembedded.ts';

export interface FrozenModels {
  /** The model that these records give by themselves: learnt once, then read. */
  of(records: BothSides): Promise<CorpusModel>;
}

/** That of the round learnt last is kept. */
export function createFrozenModels(sources: Sources): FrozenModels {
  let last: { readonly key: string; readonly bytes: Uint8Array } | null = null;
  return {
    of: async (records) => {
      const key = contentsKey(records);
      if (last?.key === key) return sources.engine.readModel(last.bytes);
      const model = await learnFrozen(sources, records);
      last = { key, bytes: sources.engine.writeModel(model) };
      return model;
    },
  };
}

function contentsKey({ results, carriers }: BothSides): string {
  const hash = createHash('sha256');
  for (const { id, hash: content } of results) hash.update(`r${id}\0${content}\n`);
  for (const { id, hash: content } of carriers) hash.update(`c${id}\0${content}\n`);
  return hash.digest('hex');
}

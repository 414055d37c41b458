/** Records by content hash together with what was read out of their texts, and their vectors where they are used. */
import type { Analysis } from '../domain/analysis.ts';
import { carrierEmbeddingText, resultEmbeddingText } from '../domain/embedding-text.ts';
import type { EmbeddingUse } from '../domain/embedding-use.ts';
import type { FrozenRecord } from '../domain/round.ts';
import type { Analysed, Engine, PoolInput } from '../engine/engine.ts';
import type { AnalysisStore, EmbeddingStore, RecordStore, Store } from '../store/store.ts';
import { embeddingTextHash } from './embedding-texts.ts';
import { pause } from './pause.ts';

/** Records fetched at a time: bounds what one read holds up. */
const BATCH = 500;

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
  inputs: FrozenInputs,
): Promise<PoolInput> {
  const { analyses, embeddings } = store;
  const { analyser } = engine;
  const { model } = inputs.embedding;
  const shared = { analyses, analyser, embeddings, model };
  const results = {
    ...shared,
    records: store.results,
    analyse: engine.analyseResult.bind(engine),
    embeddingText: resultEmbeddingText,
  };
  const carriers = {
    ...shared,
    records: store.carriers,
    analyse: engine.analyseCarrier.bind(engine),
    embeddingText: carrierEmbeddingText,
  };
  return {
    results: await loadFrozen(results, inputs.results),
    carriers: await loadFrozen(carriers, inputs.carriers),
  };
}

interface FrozenSource<T extends { id: string }> {
  readonly records: Pick<RecordStore<T, unknown>, 'versions'>;
  readonly analyses: AnalysisStore;
  readonly analyser: string;
  readonly analyse: (record: T) => Analysis;
  readonly embeddings: EmbeddingStore;
  readonly model: string | null;
  readonly embeddingText: (record: T) => string;
}

async function loadFrozen<T extends { id: string }>(
  source: FrozenSource<T>,
  refs: readonly FrozenRecord[],
): Promise<Analysed<T>[]> {
  const loaded: Analysed<T>[] = [];
  for (let start = 0; start < refs.length; start += BATCH) {
    const batch = await loadBatch(source, refs.slice(start, start + BATCH));
    loaded.push(...(source.model === null ? batch : await withVectors(source, source.model, batch)));
  }
  return loaded;
}

async function loadBatch<T extends { id: string }>(
  source: FrozenSource<T>,
  refs: readonly FrozenRecord[],
): Promise<Analysed<T>[]> {
  const hashes = refs.map((ref) => ref.hash);
  const [versions, analyses] = [
    await source.records.versions(hashes),
    await source.analyses.find(hashes, source.analyser),
  ];
  const fresh: { hash: string; analysis: Analysis }[] = [];
  const loaded: Analysed<T>[] = [];
  for (const { id, hash } of refs) {
    const record = versions.get(hash);
    if (!record) throw new Error(`the content ${hash} of record ${id} is not in the store`);
    let analysis = analyses.get(hash);
    if (!analysis) {
      analysis = source.analyse(record);
      fresh.push({ hash, analysis });
      await pause();
    }
    loaded.push({ record, analysis });
  }
  if (fresh.length > 0) await source.analyses.save(fresh);
  return loaded;
}

async function withVectors<T extends { id: string }>(
  { embeddings, embeddingText }: FrozenSource<T>,
  model: string,
  batch: readonly Analysed<T>[],
): Promise<Analysed<T>[]> {
  const textHashes = batch.map(({ record }) => embeddingTextHash(embeddingText(record)));
  const vectors = await embeddings.find(textHashes, model);
  return batch.map((analysed, i) => {
    const embedding = vectors.get(textHashes[i]!);
    if (!embedding) throw new Error(`no vector of ${model} for record ${analysed.record.id} in the store`);
    return { ...analysed, embedding };
  });
}

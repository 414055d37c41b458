/** Records by content hash together with what was read out of their texts, and their vectors where they are used. */
import type { Analysis } from '../domain/analysis.ts';
import type { Carrier } from '../domain/carrier.ts';
import { carrierEmbeddingText, resultEmbeddingText } from '../domain/embedding-text.ts';
import type { ResearchResult } from '../domain/research-result.ts';
import type { FrozenRecord } from '../domain/round.ts';
import type { Analysed, Engine } from '../engine/engine.ts';
import type { RecordStore, Store } from '../store/store.ts';
import { embeddingTextHash } from './embedding-texts.ts';
import { pause } from './pause.ts';

/** Records fetched at a time: bounds what one read holds up. */
const BATCH = 500;

export interface LoadTerms {
  /** The embedder's model whose vectors the records come with; null: none. */
  readonly vectorsOf: string | null;
  /** Whether a record without a vector is an error, or simply comes without. */
  readonly vectorsRequired: boolean;
  /** How many texts that nobody has read yet are read now; the records of the others are left out. */
  readonly mostRead: number;
}

export interface Sources {
  readonly store: Store;
  readonly engine: Engine;
}

/** In the order asked for. Throws where a content, or a required vector, is not in the store. */
export function loadResults(
  sources: Sources,
  refs: readonly FrozenRecord[],
  terms: LoadTerms,
): Promise<Analysed<ResearchResult>[]> {
  return loadAll(sources, refs, terms, {
    records: sources.store.results,
    analyse: (result) => sources.engine.analyseResult(result),
    embeddingText: resultEmbeddingText,
  });
}

/** In the order asked for. Throws where a content, or a required vector, is not in the store. */
export function loadCarriers(
  sources: Sources,
  refs: readonly FrozenRecord[],
  terms: LoadTerms,
): Promise<Analysed<Carrier>[]> {
  return loadAll(sources, refs, terms, {
    records: sources.store.carriers,
    analyse: (carrier) => sources.engine.analyseCarrier(carrier),
    embeddingText: carrierEmbeddingText,
  });
}

/** What differs between the two kinds. */
interface Kind<T extends { id: string }> {
  readonly records: Pick<RecordStore<T, unknown>, 'versions'>;
  readonly analyse: (record: T) => Analysis;
  readonly embeddingText: (record: T) => string;
}

async function loadAll<T extends { id: string }>(
  sources: Sources,
  refs: readonly FrozenRecord[],
  terms: LoadTerms,
  kind: Kind<T>,
): Promise<Analysed<T>[]> {
  const loaded: Analysed<T>[] = [];
  let mostRead = terms.mostRead;
  for (let start = 0; start < refs.length; start += BATCH) {
    const batch = await loadBatch(sources, refs.slice(start, start + BATCH), mostRead, kind);
    mostRead -= batch.read;
    loaded.push(...(await withVectors(sources.store, batch.loaded, terms, kind)));
  }
  return loaded;
}

async function loadBatch<T extends { id: string }>(
  { store, engine }: Sources,
  refs: readonly FrozenRecord[],
  mostRead: number,
  { records, analyse }: Kind<T>,
): Promise<{ loaded: Analysed<T>[]; read: number }> {
  const analyses = await store.analyses.find(
    refs.map(({ hash }) => hash),
    engine.analyser,
  );
  const unread = refs.filter(({ hash }) => !analyses.has(hash)).slice(0, mostRead);
  const wanted = new Set([...analyses.keys(), ...unread.map(({ hash }) => hash)]);
  const versions = await records.versions([...wanted]);
  const fresh = new Map<string, Analysis>();
  const loaded: Analysed<T>[] = [];
  for (const { id, hash } of refs) {
    if (!wanted.has(hash)) continue;
    const record = versions.get(hash);
    if (!record) throw new Error(`the content ${hash} of record ${id} is not in the store`);
    let analysis = analyses.get(hash) ?? fresh.get(hash);
    if (!analysis) {
      analysis = analyse(record);
      fresh.set(hash, analysis);
      await pause();
    }
    loaded.push({ record, analysis });
  }
  if (fresh.size > 0) await store.analyses.save([...fresh].map(([hash, analysis]) => ({ hash, analysis })));
  return { loaded, read: fresh.size };
}

async function withVectors<T extends { id: string }>(
  { embeddings }: Store,
  batch: readonly Analysed<T>[],
  { vectorsOf: model, vectorsRequired }: LoadTerms,
  { embeddingText }: Kind<T>,
): Promise<readonly Analysed<T>[]> {
  if (model === null) return batch;
  const textHashes = batch.map(({ record }) => embeddingTextHash(embeddingText(record)));
  const vectors = await embeddings.find(textHashes, model);
  return batch.map((analysed, i) => {
    const embedding = vectors.get(textHashes[i]!);
    if (embedding) return { ...analysed, embedding };
    if (!vectorsRequired) return analysed;
    throw new Error(`no vector of ${model} for record ${analysed.record.id} in the store`);
  });
}

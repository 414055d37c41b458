/** Records by content hash together with what was read out of their texts. */
import type { Analysis } from '../domain/analysis.ts';
import type { FrozenRecord } from '../domain/round.ts';
import type { Analysed, Engine, PoolInput } from '../engine/engine.ts';
import type { AnalysisStore, RecordStore, Store } from '../store/store.ts';
import { pause } from './pause.ts';

/** Records fetched at a time: bounds what one read holds up. */
const BATCH = 500;

export interface FrozenInputs {
  readonly results: readonly FrozenRecord[];
  readonly carriers: readonly FrozenRecord[];
}

/**
 * The records as they stood, in the order asked for, each with its analysis: the stored one of this version of
 * the analyser, or one made now and kept. Throws where a content is gone: a round must not silently lose a record.
 */
export async function loadFrozenInputs(
  store: Store,
  engine: Engine,
  inputs: FrozenInputs,
): Promise<PoolInput> {
  const { analyses } = store;
  const { analyser } = engine;
  const results = { records: store.results, analyses, analyser, analyse: engine.analyseResult.bind(engine) };
  const carriers = {
    records: store.carriers,
    analyses,
    analyser,
    analyse: engine.analyseCarrier.bind(engine),
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
}

async function loadFrozen<T extends { id: string }>(
  source: FrozenSource<T>,
  refs: readonly FrozenRecord[],
): Promise<Analysed<T>[]> {
  const loaded: Analysed<T>[] = [];
  for (let start = 0; start < refs.length; start += BATCH) {
    loaded.push(...(await loadBatch(source, refs.slice(start, start + BATCH))));
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

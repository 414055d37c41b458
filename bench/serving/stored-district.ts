/**
 * A data folder as a long-running installation leaves it: records, model and index, and nothing to be analysed.
 * Made once and kept beside the corpus.
 */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { loadConfig } from '../../src/config.ts';
import type { ResearchResult } from '../../src/domain/research-result.ts';
import { createEngine } from '../../src/engine/create-engine.ts';
import type { Analysed, Engine } from '../../src/engine/engine.ts';
import { POOL_FORM } from '../../src/engine/stored/stored-pool.ts';
import { loadProfile } from '../../src/exchange/index.ts';
import { diskPoolFile } from '../../src/store/files/pool-file.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import type { RecordStore } from '../../src/store/store.ts';
import { LivePool } from '../../src/usecases/live-pool.ts';
import { createModelCache } from '../../src/usecases/model-cache.ts';
import { keepLivePool, recordsNow } from '../../src/usecases/open-live-pool.ts';
import { readAnalysed } from '../corpus/parts.ts';
import { type Corpus, prepareCorpus } from '../corpus.ts';

/** Results that the corpus holds; more are the same texts under other ids. */
const DISTINCT_RESULTS = 10_000;
/** Records that the model is learnt from, of each kind: as in the other benches. */
const LEARNT_FROM = { carriers: 15_000, results: 2_000 };
const SAVED_AT_A_TIME = 1_000;

export async function prepareDistrict(sizes: Omit<Corpus, 'folder'>): Promise<string> {
  const { carriers, results } = sizes;
  const corpus = await prepareCorpus({ carriers, results: Math.min(results, DISTINCT_RESULTS) });
  const engine = createEngine(await loadProfile());
  const version = engine.version.slice(-8);
  const folder = join(corpus.folder, `district-${carriers}-${results}-${version}-${POOL_FORM}`);
  if (existsSync(folder)) return folder;
  process.stderr.write(`filling ${folder}\n`);
  const draft = `${folder}.${process.pid}`;
  await mkdir(draft);
  try {
    await fill(engine, draft, corpus, results);
    await rename(draft, folder);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return folder;
}

async function fill(engine: Engine, folder: string, corpus: Corpus, count: number): Promise<void> {
  const { data } = loadConfig({ DATA_DIR: folder });
  const carriers = readAnalysed(corpus.folder, 'carriers', corpus.carriers);
  const distinct = readAnalysed(corpus.folder, 'results', corpus.results);
  const store = await openSqliteStore({ path: data.database.shown });
  try {
    await saveAll(store.carriers, carriers);
    await saveAll(store.results, copies(distinct, count));
    const model = engine.train(
      [...distinct.slice(0, LEARNT_FROM.results), ...carriers.slice(0, LEARNT_FROM.carriers)].map(
        ({ analysis }) => analysis,
      ),
    );
    const records = carriers.length + count;
    await store.models.save({ ...engine.describeModel(model), records }, engine.writeModel(model));
    const pool = engine.pool({ carriers, results: [], model, keepTexts: false });
    for (const result of copies(distinct, count)) pool.putResult(result);
    const models = createModelCache(store, engine);
    const log = { info() {}, warn() {}, error() {} };
    const sources = { store, engine, models, embedder: null, file: diskPoolFile(data.index), log };
    const yardstick = { model: model.fingerprint, embedding: null };
    await keepLivePool(
      sources,
      new LivePool(sources, pool, yardstick, { holdings: await recordsNow(store) }),
    );
  } finally {
    await store.close();
  }
}

function* copies(
  results: readonly Analysed<ResearchResult>[],
  count: number,
): Generator<Analysed<ResearchResult>> {
  for (let i = 0; i < count; i++) {
    const { record, analysis } = results[i % results.length]!;
    const copy = Math.floor(i / results.length);
    yield { record: copy === 0 ? record : { ...record, id: `${record.id}-${copy}` }, analysis };
  }
}

async function saveAll<T extends { id: string }, Draft>(
  records: Pick<RecordStore<T, Draft>, 'save'>,
  analysed: Iterable<Analysed<T & Draft>>,
): Promise<void> {
  let drafts: Draft[] = [];
  for (const { record } of analysed) {
    drafts.push(record);
    if (drafts.length < SAVED_AT_A_TIME) continue;
    await records.save(drafts, () => []);
    drafts = [];
  }
  if (drafts.length > 0) await records.save(drafts, () => []);
}

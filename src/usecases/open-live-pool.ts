/** How the pool of all records comes to be: from its file, or built anew from the store. */
import type { Embedder } from '../embedders/embedder.ts';
import type { StoredPool } from '../engine/engine.ts';
import { LEAST_DOCUMENTS } from '../engine/model/learn-word-vectors.ts';
import { UnreadableSections } from '../engine/stored/sections.ts';
import { type PoolFile, UnusableFolder } from '../store/pool-files.ts';
import type { Store } from '../store/store.ts';
import { learnFrozen } from './learn-frozen.ts';
import { type Holdings, LivePool, type Yardstick } from './live-pool.ts';
import { loadCarriers, loadResults, type Sources } from './load-records.ts';
import type { ModelCache } from './model-cache.ts';
import { findUnembedded } from './unembedded.ts';

export interface MatcherLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface LiveSources extends Sources {
  readonly models: ModelCache;
  readonly embedder: Pick<Embedder, 'model'> | null;
  /** Where the pool is kept between two runs of the program; null: nowhere. */
  readonly file: PoolFile | null;
  readonly log: MatcherLog;
}

/** Fewer records are indexed anew with every change: that takes less than a tenth of a second. */
const FEW_RECORDS = LEAST_DOCUMENTS;

/** Whether a pool of so many records changes by being built anew. */
export function isSmall(records: number): boolean {
  return records < FEW_RECORDS;
}

/** `mayUseFile`: not where its file has turned out to be damaged. */
export async function openLivePool(sources: LiveSources, mayUseFile = true): Promise<LivePool> {
  const { store, models } = sources;
  const model = await models.current();
  const isFew = isSmall((await store.results.count()) + (await store.carriers.count()));
  const kept = isFew || model === null || !mayUseFile ? null : await fromFile(sources, model);
  if (kept) return kept;
  const records = await recordsNow(store);
  const yardstick = { model, embedding: await embeddingUsed(sources, records) };
  return isFew ? buildSmall(sources, yardstick, records) : buildLarge(sources, yardstick, records);
}

/** The embedder's model where all records have its vectors, else null. */
export async function embeddingUsed(
  { store, embedder }: Pick<LiveSources, 'store' | 'embedder'>,
  records: Pick<Holdings, 'results' | 'carriers'>,
): Promise<string | null> {
  return (await findUnembedded(store, embedder, records)).use.model;
}

/** Revisions are read before the records: a write in between is noticed again, and changes nothing then. */
export async function recordsNow({ results, carriers }: Store): Promise<Holdings> {
  const revisions = { results: await results.revision(), carriers: await carriers.revision() };
  return { revisions, results: await results.refs(), carriers: await carriers.refs() };
}

async function buildSmall(sources: LiveSources, yardstick: Yardstick, records: Holdings): Promise<LivePool> {
  const terms = {
    vectorsOf: yardstick.embedding,
    vectorsRequired: true,
    mostRead: Number.POSITIVE_INFINITY,
  };
  const pool = sources.engine.pool({
    results: await loadResults(sources, records.results, terms),
    carriers: await loadCarriers(sources, records.carriers, terms),
    model: yardstick.model === null ? undefined : await sources.models.open(yardstick.model),
  });
  return new LivePool(sources, pool, yardstick, { holdings: records });
}

/** Record by record, so that whatever runs beside it gets its turns, and no text stays in memory. */
async function buildLarge(sources: LiveSources, yardstick: Yardstick, records: Holdings): Promise<LivePool> {
  const started = performance.now();
  const { engine, models, log } = sources;
  const pool = engine.pool({
    results: [],
    carriers: [],
    model:
      yardstick.model === null ? await learnFrozen(sources, records) : await models.open(yardstick.model),
    meanings: yardstick.embedding === null ? 'words' : 'embedder',
    keepTexts: false,
  });
  const learntFrom = records.results.length + records.carriers.length;
  const live = new LivePool(sources, pool, yardstick, { learntFrom });
  await live.compare();
  await live.putPending(Number.POSITIVE_INFINITY);
  log.info({ records: live.size, model: pool.model, ms: since(started) }, 'index built');
  await keepLivePool(sources, live);
  return live;
}

/**
 * Writes the pool to its file, where it has one and its model will be there again. Where the folder refuses, the pool
 * goes on in memory, and the next start builds it anew.
 */
export async function keepLivePool({ file, log }: LiveSources, live: LivePool): Promise<void> {
  if (file === null || live.yardstick.model === null) return;
  const started = performance.now();
  try {
    await live.complete();
    const notes: Notes = { yardstick: live.yardstick, holdings: live.holdings };
    await file.write(live.write(notes));
    log.info({ records: live.size, ms: since(started) }, 'index written');
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    log.warn({ reason: error.message }, 'the index cannot be written; it stays in memory');
  }
}

interface Notes {
  readonly yardstick: Yardstick;
  readonly holdings: Holdings;
}

/** Null where there is no file that fits; why it does not is in the log. */
async function fromFile(sources: LiveSources, model: string): Promise<LivePool | null> {
  const { models, log } = sources;
  const started = performance.now();
  const file = await reading(sources, async () => (await sources.file?.open()) ?? null);
  if (file === null) return null;
  // the disk gives the file while the model, which is needed in any case, is made ready
  const [stored, trained] = await Promise.all([
    reading(sources, () => sources.engine.readPool(file)),
    models.open(model),
  ]).catch((error: unknown) => {
    file.close();
    throw error;
  });
  const reason = stored && whyUnfit(sources, stored, model);
  if (reason !== null) log.info({ reason }, 'the stored index is not used');
  if (stored === null || reason !== null) {
    file.close();
    return null;
  }
  const { yardstick, holdings } = stored.notes as Notes;
  const live = new LivePool(sources, stored.restore(trained), yardstick, { holdings, file });
  await live.compare();
  await live.putPending();
  log.info({ records: live.size, changed: live.changes, ms: since(started) }, 'index read');
  return live;
}

/** Null where it is damaged, of another form, or cannot be read: a file that is so is as good as none. */
async function reading<T>({ log }: LiveSources, read: () => Promise<T | null>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    log.warn({ reason: error.message }, 'the stored index cannot be read and is built anew');
    return null;
  }
}

/** Whether it says that a file of the index is no use. */
export function isUnreadable(error: unknown): error is Error {
  return error instanceof UnreadableSections || error instanceof UnusableFolder;
}

function whyUnfit({ engine, embedder }: LiveSources, stored: StoredPool, model: string): string | null {
  const { embedding } = (stored.notes as Notes).yardstick;
  if (stored.engine !== engine.version) return `it is of ${stored.engine}`;
  if (stored.model !== model) return `it compares by the corpus model ${stored.model}`;
  if (embedding !== null && embedding !== embedder?.model) return `it holds vectors of ${embedding}`;
  return null;
}

function since(started: number): number {
  return Math.round(performance.now() - started);
}

/** Learning a corpus model from records and background texts, wherever those come from; no store. */
import type { Analysis } from '../domain/analysis.ts';
import type { Carrier } from '../domain/carrier.ts';
import { DomainError } from '../domain/errors.ts';
import type { JobProgress } from '../domain/job.ts';
import type { BackgroundSource } from '../domain/model-description.ts';
import type { ResearchResult } from '../domain/research-result.ts';
import type { Engine, PoolInput } from '../engine/engine.ts';
import type { Background, CorpusModel } from '../engine/model/corpus-model.ts';
import { LEAST_DOCUMENTS } from '../engine/model/learn-word-vectors.ts';
import { collectTerms, TermCollector, type TermCorpus } from '../engine/model/term-corpus.ts';
import { readBackground } from '../exchange/index.ts';
import { pause } from './pause.ts';

export interface LearnOptions {
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((progress: JobProgress) => Promise<void>) | undefined;
}

/** A file of background texts, read when its turn comes. */
export interface BackgroundFile {
  readonly name: string;
  read(): Promise<Uint8Array>;
}

export interface CollectedBackground extends Background {
  /** Rows that are not public or cannot be read. */
  readonly refused: number;
}

/** Texts between two looks at what else is to be done. */
const TEXTS_AT_A_TIME = 20;

/** The terms of all texts of the files, in their order. Throws what reading a file throws. */
export async function collectBackground(
  engine: Engine,
  files: readonly BackgroundFile[],
  { signal, progress }: LearnOptions = {},
): Promise<CollectedBackground> {
  const collector = new TermCollector();
  const sources: BackgroundSource[] = [];
  let refused = 0;
  for (const { name, read } of files) {
    const before = collector.size;
    for (const text of readBackground({ filename: name, bytes: await read() })) {
      if (text.refused) refused++;
      if (text.fields.length > 0) collector.add(engine.readText(text.fields));
      if (text.done % TEXTS_AT_A_TIME > 0) continue;
      signal?.throwIfAborted();
      await progress?.({ done: text.done, total: text.total, note: `语料 ${name}` });
      await pause();
    }
    sources.push({ name, texts: collector.size - before });
  }
  return { sources, corpus: collector.corpus(), refused };
}

/** The terms of records at hand, in the order in which a pool learns from its own. */
export async function collectRecords(
  engine: Engine,
  { results, carriers }: { results: readonly ResearchResult[]; carriers: readonly Carrier[] },
  { signal, progress }: LearnOptions = {},
): Promise<TermCorpus> {
  const collector = new TermCollector();
  const total = results.length + carriers.length;
  const add = async (analysis: Analysis) => {
    collector.add(analysis);
    if (collector.size % TEXTS_AT_A_TIME > 0) return;
    signal?.throwIfAborted();
    await progress?.({ done: collector.size, total, note: '记录 records' });
    await pause();
  };
  for (const result of byId(results)) await add(engine.analyseResult(result));
  for (const carrier of byId(carriers)) await add(engine.analyseCarrier(carrier));
  return collector.corpus();
}

/** The same of records that were analysed before. */
export function collectAnalysed({ results, carriers }: Pick<PoolInput, 'results' | 'carriers'>): TermCorpus {
  const analyses = new Map([...results, ...carriers].map(({ record, analysis }) => [record, analysis]));
  const records = [
    ...byId(results.map(({ record }) => record)),
    ...byId(carriers.map(({ record }) => record)),
  ];
  return collectTerms(records.map((record) => analyses.get(record)!));
}

/** In code-unit order, wherever the records came from. */
function byId<T extends { id: string }>(records: readonly T[]): T[] {
  return [...records].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/**
 * Lets heartbeats, signals and requests through: a large corpus takes some ten seconds. Throws `model.too_little`
 * where nothing could be learnt about what words mean: how common they are among so few texts a pool sees itself.
 */
export async function learnModel(
  engine: Engine,
  learnt: { records: TermCorpus; background: Background | null; lost?: readonly BackgroundSource[] },
  { signal, progress }: LearnOptions = {},
): Promise<CorpusModel> {
  const steps = engine.trainingSteps(learnt.records, learnt.background, learnt.lost ?? []);
  for (;;) {
    signal?.throwIfAborted();
    const step = steps.next();
    if (step.done) return withMeaning(step.value);
    await progress?.({ done: Math.round(100 * step.value), total: 100, note: '学习 learning' });
    await pause();
  }
}

function withMeaning(model: CorpusModel): CorpusModel {
  if (model.words) return model;
  const texts = model.statistics.records.han + model.statistics.records.latin;
  throw new DomainError(
    'model.too_little',
    `文本太少，无法学习词义：共 ${texts} 篇，至少需要 ${LEAST_DOCUMENTS} 篇 · Too little to learn from: ${texts} texts, at least ${LEAST_DOCUMENTS} are needed, with words that recur`,
  );
}

/** Learning a corpus model from records and background texts, wherever those come from; no store. */
import type { JobProgress } from '../domain/job.ts';
import type { BackgroundSource } from '../domain/model-description.ts';
import type { Engine } from '../engine/engine.ts';
import type { Background, CorpusModel } from '../engine/model/corpus-model.ts';
import { TermCollector, type TermCorpus } from '../engine/model/term-corpus.ts';
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

/** Lets heartbeats, signals and requests through: a large corpus takes some ten seconds. */
export async function learnModel(
  engine: Engine,
  learnt: { records: TermCorpus; background: Background | null; lost?: readonly BackgroundSource[] },
  { signal, progress }: LearnOptions = {},
): Promise<CorpusModel> {
  const steps = engine.trainingSteps(learnt.records, learnt.background, learnt.lost ?? []);
  for (;;) {
    signal?.throwIfAborted();
    const step = steps.next();
    if (step.done) return step.value;
    await progress?.({ done: Math.round(100 * step.value), total: 100, note: '学习 learning' });
    await pause();
  }
}

import type { RecordKind } from '../domain/import-report.ts';
import type { Background } from '../engine/model/corpus-model.ts';
import { TermCollector, type TermCorpus } from '../engine/model/term-corpus.ts';
import type { KeptModel } from '../store/store.ts';
import { analyseRecords } from './analyse-records.ts';
import { inSteps } from './in-steps.ts';
import { type BackgroundFile, collectBackground, type LearnOptions, learnModel } from './learn-model.ts';
import { pause } from './pause.ts';
import type { Ports } from './ports.ts';
import { type ModelSummary, summariseModel } from './summarise-model.ts';

export interface TrainingRequest {
  /** Background texts: those of the current model, none, or those of these files. */
  readonly background: 'kept' | 'none' | readonly BackgroundFile[];
  /** Kept only where the current model is still this one (null: there is none); else kept in any case. */
  readonly replaces?: string | null | undefined;
}

export interface TrainingOutcome extends ModelSummary {
  /** False where another training was done first; what was learnt here is forgotten. */
  readonly current: boolean;
  /** Rows of background files that are not public or cannot be read. */
  readonly refused: number;
  readonly seconds: number;
}

/** Analyses read at a time: some hundred kilobytes each. */
const BATCH = 20;

/**
 * Learns how common terms are and what words mean, from all records as they are now (read now, where they were
 * not) and from background texts, and makes it the model of every ranking from now on. The same records, texts
 * and analyser give the same model. Throws `model.too_little`, and what reading a file of texts throws.
 */
export async function trainModel(
  ports: Pick<Ports, 'store' | 'engine' | 'profile' | 'now'>,
  { background, replaces }: TrainingRequest,
  options: LearnOptions = {},
): Promise<TrainingOutcome> {
  const { store, engine, profile, now } = ports;
  const start = now();
  const before = await store.models.current(engine.analyser);
  const records = await collectRecords(ports, options);
  const files = typeof background === 'string' ? null : await collectBackground(engine, background, options);
  const learnt =
    background === 'kept' ? await keptBackground(ports, before) : { background: files, lost: [] };
  // learning needs as much memory as reading, and reads nothing more
  await inSteps(engine.prepareLearning());
  engine.release();
  const model = await learnModel(engine, { records, ...learnt }, options);
  const current = await store.models.save(engine.describeModel(model), engine.writeModel(model), replaces);
  const seconds = (now() - start) / 1000;
  return { ...summariseModel(model, profile), current, refused: files?.refused ?? 0, seconds };
}

/** Results, then carriers, each in the order of ids. */
async function collectRecords(
  ports: Pick<Ports, 'store' | 'engine'>,
  options: LearnOptions,
): Promise<TermCorpus> {
  const collector = new TermCollector();
  const total = (await ports.store.results.count()) + (await ports.store.carriers.count());
  for (const kind of ['results', 'carriers'] as const) {
    const hashes = (await ports.store[kind].refs()).map(({ hash }) => hash);
    for (let start = 0; start < hashes.length; start += BATCH) {
      options.signal?.throwIfAborted();
      await collectBatch(ports, kind, hashes.slice(start, start + BATCH), collector, options.signal);
      await options.progress?.({ done: collector.size, total, note: '记录 records' });
      await pause();
    }
  }
  return collector.corpus();
}

async function collectBatch(
  ports: Pick<Ports, 'store' | 'engine'>,
  kind: RecordKind,
  hashes: readonly string[],
  collector: TermCollector,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { analyses } = ports.store;
  const { analyser } = ports.engine;
  const found = await analyses.find(hashes, analyser);
  const missing = hashes.filter((hash) => !found.has(hash));
  await analyseRecords(ports, { kind, hashes: missing }, { signal });
  const made = await analyses.find(missing, analyser);
  for (const hash of hashes) {
    const analysis = found.get(hash) ?? made.get(hash);
    if (!analysis) throw new Error(`the content ${hash} is not in the store`);
    collector.add(analysis);
  }
}

/** What the current model was learnt from besides records; else what one of another analyser had, which is lost. */
async function keptBackground(
  { store, engine }: Pick<Ports, 'store' | 'engine'>,
  current: KeptModel | null,
): Promise<{ background: Background | null; lost: KeptModel['lost'] }> {
  if (current) {
    if (current.background.length === 0) return { background: null, lost: current.lost };
    const bytes = await store.models.bytes(current.fingerprint);
    if (!bytes) throw new Error(`the corpus model ${current.fingerprint} is not in the store`);
    return { background: engine.readModel(bytes).background, lost: current.lost };
  }
  const [last] = await store.models.list();
  return { background: null, lost: last ? [...last.background, ...last.lost] : [] };
}

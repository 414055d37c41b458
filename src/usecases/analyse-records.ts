import type { Analysis } from '../domain/analysis.ts';
import type { Carrier } from '../domain/carrier.ts';
import type { RecordKind } from '../domain/import-report.ts';
import type { JobProgress } from '../domain/job.ts';
import type { ResearchResult } from '../domain/research-result.ts';
import type { Engine } from '../engine/engine.ts';
import type { Store } from '../store/store.ts';
import { pause } from './pause.ts';
import type { Ports } from './ports.ts';

/**
 * How many records are read between two writes: what is lost when the process dies. What is read out of a record
 * takes up to a megabyte until it is written; of ten it is gone before the collector of garbage takes it for lasting.
 */
const BATCH = 10;

export interface AnalyseOptions {
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((progress: JobProgress) => Promise<void>) | undefined;
}

/**
 * Reads the texts of the records with these content hashes, as far as this version of the analyser has not,
 * and keeps what was found. Doing it again changes nothing.
 */
export async function analyseRecords(
  { store, engine }: Pick<Ports, 'store' | 'engine'>,
  { kind, hashes }: { kind: RecordKind; hashes: readonly string[] },
  { signal, progress }: AnalyseOptions = {},
): Promise<{ analysed: number }> {
  const known = await store.analyses.find(hashes, engine.analyser);
  const missing = hashes.filter((hash) => !known.has(hash));
  for (let start = 0; start < missing.length; start += BATCH) {
    signal?.throwIfAborted();
    await store.analyses.save(await readTexts(store, engine, kind, missing.slice(start, start + BATCH)));
    await progress?.({ done: Math.min(start + BATCH, missing.length), total: missing.length });
  }
  return { analysed: missing.length };
}

async function readTexts(store: Store, engine: Engine, kind: RecordKind, hashes: readonly string[]) {
  if (kind === 'results')
    return each(await store.results.versions(hashes), (result: ResearchResult) =>
      engine.analyseResult(result),
    );
  return each(await store.carriers.versions(hashes), (carrier: Carrier) => engine.analyseCarrier(carrier));
}

/** Lets heartbeats and requests through between two records: reading is pure computing. */
async function each<T>(versions: ReadonlyMap<string, T>, analyse: (record: T) => Analysis) {
  const analyses: { hash: string; analysis: Analysis }[] = [];
  for (const [hash, record] of versions) {
    analyses.push({ hash, analysis: analyse(record) });
    await pause();
  }
  return analyses;
}

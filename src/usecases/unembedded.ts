/** Which records have no vector of the embedder's model yet, and what follows from that. */
import { type EmbeddingUse, NO_EMBEDDER } from '../domain/embedding-use.ts';
import type { RecordKind } from '../domain/import-report.ts';
import type { JobRequest } from '../domain/job.ts';
import type { FrozenRecord } from '../domain/round.ts';
import type { Embedder } from '../embedders/embedder.ts';
import { requestJob } from '../jobs/definition.ts';
import { embedRecords } from '../jobs/jobs.ts';
import type { Store } from '../store/store.ts';
import { embeddingTexts } from './embedding-texts.ts';
import { pause } from './pause.ts';

/** Records looked at in one read. */
const BATCH = 500;
/** Records in one job. */
const JOB_SIZE = 200;

export interface BothSides {
  readonly results: readonly FrozenRecord[];
  readonly carriers: readonly FrozenRecord[];
}

export interface Unembedded {
  readonly use: EmbeddingUse;
  /** The jobs that fetch what is missing. */
  readonly jobs: readonly JobRequest[];
}

/** A pool uses vectors where all of its records have one: scores with and without them cannot be compared. */
export async function findUnembedded(
  store: Store,
  embedder: Pick<Embedder, 'model'> | null,
  { results, carriers }: BothSides,
): Promise<Unembedded> {
  if (embedder === null) return { use: NO_EMBEDDER, jobs: [] };
  const { model } = embedder;
  const lacking = {
    results: await without(store, 'results', model, results),
    carriers: await without(store, 'carriers', model, carriers),
  };
  const missing = lacking.results.length + lacking.carriers.length;
  if (missing === 0) return { use: { model }, jobs: [] };
  return {
    use: {
      model: null,
      reason: 'incomplete',
      configured: model,
      missing,
      records: results.length + carriers.length,
    },
    jobs: [...jobsFor('results', model, lacking.results), ...jobsFor('carriers', model, lacking.carriers)],
  };
}

/** The contents without a vector, in the order of the records. */
async function without(
  store: Store,
  kind: RecordKind,
  model: string,
  records: readonly FrozenRecord[],
): Promise<string[]> {
  const lacking: string[] = [];
  for (let start = 0; start < records.length; start += BATCH) {
    const hashes = records.slice(start, start + BATCH).map(({ hash }) => hash);
    const texts = await embeddingTexts(store, kind, hashes);
    const known = await store.embeddings.known(
      texts.map(({ textHash }) => textHash),
      model,
    );
    const done = new Set(texts.filter(({ textHash }) => known.has(textHash)).map(({ hash }) => hash));
    lacking.push(...hashes.filter((hash) => !done.has(hash)));
    await pause();
  }
  return lacking;
}

function jobsFor(kind: RecordKind, model: string, hashes: readonly string[]): JobRequest[] {
  return Array.from({ length: Math.ceil(hashes.length / JOB_SIZE) }, (_, i) =>
    requestJob(embedRecords, { kind, model, hashes: hashes.slice(i * JOB_SIZE, (i + 1) * JOB_SIZE) }),
  );
}

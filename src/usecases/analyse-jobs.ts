/** The jobs that follow from saving records: read the texts of those that have really changed, then embed them. */
import type { RecordKind } from '../domain/import-report.ts';
import type { Embedder } from '../embedders/embedder.ts';
import { requestJob } from '../jobs/definition.ts';
import { analyseRecords, embedRecords } from '../jobs/jobs.ts';
import type { FollowUp } from '../store/store.ts';

/** `embedder` null: none is configured, and the texts are read only. */
export function analyseWhatChanged(kind: RecordKind, embedder: Pick<Embedder, 'model'> | null): FollowUp {
  return (saved) => {
    const hashes = saved.filter((record) => record.outcome !== 'unchanged').map((record) => record.hash);
    if (hashes.length === 0) return [];
    const analysis = requestJob(analyseRecords, { kind, hashes });
    if (embedder === null) return [analysis];
    return [analysis, requestJob(embedRecords, { kind, model: embedder.model, hashes }, [analysis])];
  };
}

/** Key of the job that reads the text of one record that was saved by itself. */
export function analysisKey(kind: RecordKind, hash: string): string {
  return requestJob(analyseRecords, { kind, hashes: [hash] }).key;
}

/** The job that follows from saving records: read the texts of those that have really changed. */
import type { RecordKind } from '../domain/import-report.ts';
import { requestJob } from '../jobs/definition.ts';
import { analyseRecords } from '../jobs/jobs.ts';
import type { FollowUp } from '../store/store.ts';

export function analyseWhatChanged(kind: RecordKind): FollowUp {
  return (saved) => {
    const hashes = saved.filter((record) => record.outcome !== 'unchanged').map((record) => record.hash);
    return hashes.length === 0 ? [] : [requestJob(analyseRecords, { kind, hashes })];
  };
}

/** Key of the job that follows from saving one record by itself. */
export function analysisKey(kind: RecordKind, hash: string): string {
  return requestJob(analyseRecords, { kind, hashes: [hash] }).key;
}

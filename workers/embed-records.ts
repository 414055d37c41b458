import { embedRecords } from '../src/jobs/jobs.ts';
import { defineWorker } from './worker.ts';

/** Wakes when the texts of saved records have been read and an embedder is configured: fetches their vectors. */
export const embedRecordsWorker = defineWorker(embedRecords, (usecases, payload, { signal, progress }) =>
  usecases.embedRecords(payload, { signal, progress }),
);

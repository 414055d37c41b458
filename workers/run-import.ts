import { runImport } from '../src/jobs/jobs.ts';
import { defineWorker } from './worker.ts';

/** Wakes when a file was uploaded: reads it into records. */
export const runImportWorker = defineWorker(runImport, (usecases, payload, { signal, progress }) =>
  usecases.runImport(payload, { signal, progress }),
);

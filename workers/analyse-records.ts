import { analyseRecords } from '../src/jobs/jobs.ts';
import { defineWorker } from './worker.ts';

/** Wakes when records were saved: reads their texts. */
export const analyseRecordsWorker = defineWorker(analyseRecords, (usecases, payload, { signal, progress }) =>
  usecases.analyseRecords(payload, { signal, progress }),
);

import { trainModel } from '../src/jobs/jobs.ts';
import { defineWorker } from './worker.ts';

/** Wakes when records have grown or shrunk a lot since they were last learnt from: learns anew. */
export const trainModelWorker = defineWorker(trainModel, (usecases, payload, { signal, progress }) =>
  usecases.trainWhenDue(payload, { signal, progress }),
);

import { composeParks } from '../src/jobs/jobs.ts';
import { defineWorker } from './worker.ts';

/** Wakes when all chunks of a round are matched: proposes parks. */
export const composeParksWorker = defineWorker(composeParks, (usecases, payload, { signal }) =>
  usecases.composeParks(payload, { signal }),
);

import { assessGaps } from '../src/jobs/jobs.ts';
import { defineWorker } from './worker.ts';

/** Wakes when the placements of a round are planned: finds what is missing in the district. */
export const assessGapsWorker = defineWorker(assessGaps, (usecases, payload, { signal }) =>
  usecases.assessGaps(payload, { signal }),
);

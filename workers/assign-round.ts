import { assignRound } from '../src/jobs/jobs.ts';
import { defineWorker } from './worker.ts';

/** Wakes when all chunks of a round are matched: plans who takes what. */
export const assignRoundWorker = defineWorker(assignRound, (usecases, payload, { signal }) =>
  usecases.assignRound(payload, { signal }),
);

import { finishRound } from '../src/jobs/jobs.ts';
import { defineWorker } from './worker.ts';

/** Wakes when all chunks of a round are matched: writes its report. */
export const finishRoundWorker = defineWorker(finishRound, (usecases, payload) =>
  usecases.finishRound(payload),
);

import { matchChunk } from '../src/jobs/jobs.ts';
import { defineWorker } from './worker.ts';

/** Wakes for each chunk of a round: matches its results. */
export const matchChunkWorker = defineWorker(matchChunk, (usecases, payload, { signal, progress }) =>
  usecases.matchChunk(payload, { signal, progress }),
);

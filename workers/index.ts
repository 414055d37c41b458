/** The registry of workers. A job without a worker, or with two, stops the start. */
import { JOBS } from '../src/jobs/jobs.ts';
import type { JobHandler, JobHandlers } from '../src/jobs/queue.ts';
import type { UseCases } from '../src/usecases/use-cases.ts';
import { analyseRecordsWorker } from './analyse-records.ts';
import { assessGapsWorker } from './assess-gaps.ts';
import { assignRoundWorker } from './assign-round.ts';
import { composeParksWorker } from './compose-parks.ts';
import { embedRecordsWorker } from './embed-records.ts';
import { finishRoundWorker } from './finish-round.ts';
import { matchChunkWorker } from './match-chunk.ts';
import { runImportWorker } from './run-import.ts';
import { trainModelWorker } from './train-model.ts';
import type { Worker } from './worker.ts';

const WORKERS: readonly Worker[] = [
  analyseRecordsWorker,
  embedRecordsWorker,
  runImportWorker,
  trainModelWorker,
  matchChunkWorker,
  assignRoundWorker,
  assessGapsWorker,
  composeParksWorker,
  finishRoundWorker,
];

/** Throws where jobs and workers do not pair up one to one. */
export function jobHandlers(usecases: UseCases, workers: readonly Worker[] = WORKERS): JobHandlers {
  const handlers = new Map<string, JobHandler>();
  for (const { name, handler } of workers) {
    if (handlers.has(name)) throw new Error(`the job ${name} has more than one worker`);
    handlers.set(name, handler(usecases));
  }
  const names = JOBS.map((job) => job.name);
  const missing = names.filter((name) => !handlers.has(name));
  const unknown = [...handlers.keys()].filter((name) => !names.some((known) => known === name));
  if (missing.length > 0) throw new Error(`no worker for: ${missing.join(', ')}`);
  if (unknown.length > 0) throw new Error(`workers for unknown jobs: ${unknown.join(', ')}`);
  return handlers;
}

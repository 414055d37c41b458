import { expect, test } from 'vitest';
import { z } from 'zod';
import { DomainError } from '../../src/domain/errors.ts';
import { defineJob } from '../../src/jobs/definition.ts';
import { JOBS } from '../../src/jobs/jobs.ts';
import { type JobContext, UnrecoverableJobError } from '../../src/jobs/queue.ts';
import type { UseCases } from '../../src/usecases/use-cases.ts';
import { analyseRecordsWorker } from '../../workers/analyse-records.ts';
import { assessGapsWorker } from '../../workers/assess-gaps.ts';
import { assignRoundWorker } from '../../workers/assign-round.ts';
import { composeParksWorker } from '../../workers/compose-parks.ts';
import { embedRecordsWorker } from '../../workers/embed-records.ts';
import { finishRoundWorker } from '../../workers/finish-round.ts';
import { jobHandlers } from '../../workers/index.ts';
import { matchChunkWorker } from '../../workers/match-chunk.ts';
import { runImportWorker } from '../../workers/run-import.ts';
import { trainModelWorker } from '../../workers/train-model.ts';
import { defineWorker } from '../../workers/worker.ts';

const WORKERS = [
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
const usecases = {} as UseCases;
const context: JobContext = {
  key: 'k',
  attempt: 1,
  signal: new AbortController().signal,
  progress: async () => {},
};
const job = defineJob({
  name: 'thing.do',
  payload: z.object({ id: z.string() }),
  maxAttempts: 3,
  key: ({ id }) => id,
});

test('every job has its worker', () => {
  expect([...jobHandlers(usecases).keys()].sort()).toEqual(JOBS.map((each) => each.name).sort());
});

test('a missing worker stops the start', () => {
  expect(() => jobHandlers(usecases, WORKERS.slice(1))).toThrow('no worker for: records.analyse');
});

test('two workers for one job stop the start', () => {
  expect(() => jobHandlers(usecases, [...WORKERS, matchChunkWorker])).toThrow(
    'round.match has more than one worker',
  );
});

test('a worker for a job that is not there stops the start', () => {
  expect(() => jobHandlers(usecases, [...WORKERS, defineWorker(job, async () => {})])).toThrow(
    'unknown jobs: thing.do',
  );
});

test('a payload of another shape is refused for good, before the use case sees it', async () => {
  let called = false;
  const { handler } = defineWorker(job, async () => {
    called = true;
  });
  await expect(handler(usecases)({ id: 7 }, context)).rejects.toThrow(UnrecoverableJobError);
  expect(called).toBe(false);
});

test('what the domain refuses is not tried again; what merely failed is', async () => {
  const refused = defineWorker(job, async () => {
    throw new DomainError('round.not_found', 'gone');
  });
  await expect(refused.handler(usecases)({ id: 'a' }, context)).rejects.toThrow(UnrecoverableJobError);
  const failed = defineWorker(job, async () => {
    throw new Error('disk full');
  });
  const error = await failed
    .handler(usecases)({ id: 'a' }, context)
    .catch((e: unknown) => e);
  expect(error).not.toBeInstanceOf(UnrecoverableJobError);
});

/** All jobs of the system. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { RECORD_KINDS } from '../domain/import-report.ts';
import { defineJob } from './definition.ts';

const Id = z.string().min(1).max(200);

/** Reads the texts of records (by content hash) and keeps what was found. */
export const analyseRecords = defineJob({
  name: 'records.analyse',
  payload: z.object({ kind: z.enum(RECORD_KINDS), hashes: z.array(Id).min(1).max(1_000) }),
  maxAttempts: 5,
  key: ({ kind, hashes }) => `${kind}:${fold(hashes)}`,
});

/** Asks the embedder for the vectors of records (by content hash) that have none yet, and keeps them. */
export const embedRecords = defineJob({
  name: 'records.embed',
  payload: z.object({
    kind: z.enum(RECORD_KINDS),
    model: z.string().min(1),
    hashes: z.array(Id).min(1).max(1_000),
  }),
  // few: whoever waits for all jobs to end must not wait long for a silent service; it is asked again from time to time
  maxAttempts: 5,
  key: ({ kind, model, hashes }) => `${kind}:${fold([model, ...hashes])}`,
});

/** Reads an uploaded file into records. */
export const runImport = defineJob({
  name: 'file.import',
  payload: z.object({ importId: Id }),
  maxAttempts: 5,
  key: ({ importId }) => importId,
});

/** Learns a corpus model anew from the records, where that is still due. */
export const trainModel = defineJob({
  name: 'model.train',
  heavy: true,
  // the revisions of the records make it another job each time that records have changed
  payload: z.object({
    analyser: z.string().min(1),
    results: z.number().int().min(0),
    carriers: z.number().int().min(0),
  }),
  maxAttempts: 3,
  key: ({ analyser, results, carriers }) => `${fold([analyser])}:${results}:${carriers}`,
});

/** Matches one chunk of a round's results. */
export const matchChunk = defineJob({
  name: 'round.match',
  payload: z.object({ roundId: Id, chunk: z.number().int().min(0) }),
  maxAttempts: 8,
  key: ({ roundId, chunk }) => `${roundId}:${chunk}`,
});

/** Plans who takes what, over the candidates of all chunks. */
export const assignRound = defineJob({
  name: 'round.assign',
  heavy: true,
  payload: z.object({ roundId: Id }),
  maxAttempts: 8,
  key: ({ roundId }) => roundId,
});

/** Finds what is asked and not there, and forecasts what new facilities would bring. */
export const assessGaps = defineJob({
  name: 'round.gaps',
  heavy: true,
  payload: z.object({ roundId: Id }),
  maxAttempts: 8,
  key: ({ roundId }) => roundId,
});

/** Proposes parks out of the results of a round. */
export const composeParks = defineJob({
  name: 'round.parks',
  heavy: true,
  payload: z.object({ roundId: Id }),
  maxAttempts: 8,
  key: ({ roundId }) => roundId,
});

/** Puts the chunks and parts of a round together and writes its report. */
export const finishRound = defineJob({
  name: 'round.report',
  heavy: true,
  payload: z.object({ roundId: Id }),
  maxAttempts: 8,
  key: ({ roundId }) => roundId,
});

export const JOBS = [
  analyseRecords,
  embedRecords,
  runImport,
  trainModel,
  matchChunk,
  assignRound,
  assessGaps,
  composeParks,
  finishRound,
] as const;

/** A short name for many hashes, so that a key stays short. */
function fold(hashes: readonly string[]): string {
  return createHash('sha256').update(hashes.join()).digest('hex').slice(0, 32);
}

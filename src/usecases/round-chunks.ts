import type { FrozenRecord, Round } from '../domain/round.ts';
import { pause } from './pause.ts';

/** How many chunks the results of a round are cut into. */
export function chunkCount({ results, chunkSize }: Pick<Round, 'results' | 'chunkSize'>): number {
  return Math.ceil(results.length / chunkSize);
}

/** A plan or a report over half a round would look like a whole one. */
export function requireAllChunks(round: Round, kept: readonly number[]): void {
  const expected = chunkCount(round);
  if (kept.length === expected) return;
  throw new Error(`round ${round.id} has ${kept.length} of ${expected} chunks`);
}

/** Scores by two models cannot stand in one plan or report. */
export function requireOneModel(round: Round, models: readonly string[]): string {
  const [model, ...others] = models;
  if (model !== undefined && others.length === 0 && model === (round.model ?? model)) return model;
  const used = models.join(', ') || 'none';
  throw new Error(
    `round ${round.id} was to use the corpus model ${round.model ?? 'of its records'}, used: ${used}`,
  );
}

type Cut = Pick<Round, 'results' | 'chunkSize'>;

/** The results of one chunk. */
export function chunkResults({ results, chunkSize }: Cut, chunk: number): readonly FrozenRecord[] {
  return results.slice(chunk * chunkSize, (chunk + 1) * chunkSize);
}

export interface ChunkOfResults {
  readonly chunk: number;
  readonly refs: readonly FrozenRecord[];
}

/**
 * The results of a round, chunk by chunk, with a turn for the event loop after each: a store that answers at once
 * gives it none, and the lease of a job that reads 100,000 results would run out. Throws where it is aborted.
 */
export async function* eachChunk(
  round: Cut,
  signal?: AbortSignal | undefined,
): AsyncGenerator<ChunkOfResults> {
  for (let chunk = 0; chunk < chunkCount(round); chunk++) {
    signal?.throwIfAborted();
    yield { chunk, refs: chunkResults(round, chunk) };
    await pause();
  }
}

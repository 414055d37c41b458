import type { FrozenRecord, Round } from '../domain/round.ts';

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

/** The results of a round, chunk by chunk. */
export function* resultBatches(
  round: Pick<Round, 'results' | 'chunkSize'>,
): Generator<readonly FrozenRecord[]> {
  for (let chunk = 0; chunk < chunkCount(round); chunk++)
    yield round.results.slice(chunk * round.chunkSize, (chunk + 1) * round.chunkSize);
}

import { NO_EMBEDDER } from '../domain/embedding-use.ts';
import type { Round } from '../domain/round.ts';
import { composeReport } from './compose-report.ts';
import { requireRound } from './find-round.ts';
import { loadFrozenInputs } from './frozen-records.ts';
import type { Ports } from './ports.ts';
import { requireSameEngine } from './same-engine.ts';
import { chunkCount } from './start-round.ts';

/** Puts the chunks of a round together and writes its report. Doing it again changes nothing. */
export async function finishRound(
  { store, engine, profile }: Pick<Ports, 'store' | 'engine' | 'profile'>,
  { roundId }: { roundId: string },
): Promise<void> {
  const round = await requireRound(store, roundId);
  if (round.state !== 'running') return;
  requireSameEngine(round, engine);
  requireAllChunks(round, await store.rounds.chunks(roundId));

  // a report speaks of texts, not of vectors
  const { results, carriers } = await loadFrozenInputs(store, engine, { ...round, embedding: NO_EMBEDDER });
  const outcome = await store.rounds.outcome(roundId);
  const model = requireOneModel(round, outcome.models);
  await store.rounds.finish(roundId, composeReport({ round, profile, results, carriers, outcome, model }));
}

/** Scores by two models cannot stand in one report. */
function requireOneModel(round: Round, models: readonly string[]): string {
  const [model, ...others] = models;
  if (model !== undefined && others.length === 0 && model === (round.model ?? model)) return model;
  const used = models.join(', ') || 'none';
  throw new Error(
    `round ${round.id} was to use the corpus model ${round.model ?? 'of its records'}, used: ${used}`,
  );
}

/** A report over half a round would look like a whole one. */
function requireAllChunks(round: Round, kept: readonly number[]): void {
  const expected = chunkCount(round);
  if (kept.length === expected) return;
  throw new Error(`round ${round.id} has ${kept.length} of ${expected} chunks`);
}

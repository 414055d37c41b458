import type { Match } from '../domain/match.ts';
import { explainedPart, type FrozenRecord, type Round } from '../domain/round.ts';
import { planningSteps } from '../planning/placements/plan-placements.ts';
import { FROZEN_TERMS } from './frozen-records.ts';
import { gatherPlan } from './gather-plan.ts';
import { grouped } from './grouped.ts';
import { inSteps } from './in-steps.ts';
import { loadResults } from './load-records.ts';
import { openPart } from './open-part.ts';
import { pause } from './pause.ts';
import type { Ports } from './ports.ts';
import { eachChunk, requireOneModel } from './round-chunks.ts';

/** Plans who takes what, over the candidates of all chunks, and keeps it. Doing it again changes nothing. */
export async function assignRound(
  ports: Pick<Ports, 'store' | 'engine' | 'profile' | 'pools'>,
  { roundId }: { roundId: string },
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<void> {
  const { store } = ports;
  const round = await openPart(ports, roundId, 'assignment');
  if (!round) return;
  requireOneModel(round, await store.rounds.models(roundId));

  const plan = await gatherPlan(ports, round, signal);
  // plans of a large round need as much memory as its pool; who explains what was placed builds that anew
  ports.pools.release();
  const assignment = await inSteps(planningSteps(plan), signal);
  await explainPlaced(ports, round, assignment.placements, signal);
  await store.rounds.savePart(roundId, 'assignment', assignment);
}

type Placed = Pick<Match, 'resultId' | 'carrierId' | 'purpose'>;

/** Placements further down than the matches that were kept are explained now, and kept chunk by chunk. */
async function explainPlaced(
  ports: Pick<Ports, 'store' | 'engine' | 'pools'>,
  round: Round,
  placements: readonly Placed[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const { rounds } = ports.store;
  const byResult = grouped(placements, ({ resultId }) => resultId);
  for await (const { chunk, refs } of eachChunk(round, signal)) {
    const placed = refs.filter(({ id }) => byResult.has(id));
    if (placed.length === 0) continue;
    const known = new Set((await rounds.chunk(round.id, chunk))?.matches.map(keyOf));
    const missing = placed
      .map((ref) => ({ ref, pairs: byResult.get(ref.id)!.filter((pair) => !known.has(keyOf(pair))) }))
      .filter(({ pairs }) => pairs.length > 0);
    if (missing.length === 0) continue;
    const explained = await explainMissing(ports, round, missing);
    await rounds.savePart(round.id, explainedPart(chunk), explained);
  }
}

async function explainMissing(
  ports: Pick<Ports, 'store' | 'engine' | 'pools'>,
  round: Round,
  missing: readonly { readonly ref: FrozenRecord; readonly pairs: readonly Placed[] }[],
): Promise<Match[]> {
  const explained: Match[] = [];
  const pool = await ports.pools.frozen(round);
  const results = await loadResults(
    ports,
    missing.map(({ ref }) => ref),
    { ...FROZEN_TERMS, vectorsOf: round.embedding.model },
  );
  for (const [i, { pairs }] of missing.entries()) {
    for (const { carrierId, purpose } of pairs) explained.push(pool.explain(results[i]!, carrierId, purpose));
    await pause();
  }
  return explained;
}

function keyOf({ resultId, carrierId, purpose }: Placed): string {
  return `${purpose} ${resultId} ${carrierId}`;
}

import type { JobProgress } from '../domain/job.ts';
import type { Match, NoFit } from '../domain/match.ts';
import type { Candidates } from '../domain/round.ts';
import type { RankedId } from '../engine/engine.ts';
import { requireRound } from './find-round.ts';
import { loadResults } from './load-records.ts';
import { pause } from './pause.ts';
import type { Ports } from './ports.ts';
import { chunkResults } from './round-chunks.ts';
import { requireSameEngine } from './same-engine.ts';

export interface MatchOptions {
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((progress: JobProgress) => Promise<void>) | undefined;
}

/**
 * Matches one chunk of a round's results and keeps what it brought. What comes out depends on the plan alone, so
 * that a chunk done twice, or by another process after a crash, is kept with the same bytes.
 */
export async function matchChunk(
  ports: Pick<Ports, 'store' | 'engine' | 'pools'>,
  { roundId, chunk }: { roundId: string; chunk: number },
  { signal, progress }: MatchOptions = {},
): Promise<void> {
  const { store, engine, pools } = ports;
  const round = await requireRound(store, roundId);
  if (round.state !== 'running') return;
  if ((await store.rounds.chunks(roundId)).includes(chunk)) return;
  requireSameEngine(round, engine);

  const pool = await pools.frozen(round);
  const results = await loadResults(ports, chunkResults(round, chunk), {
    vectorsOf: round.embedding.model,
    vectorsRequired: true,
    mostRead: Number.POSITIVE_INFINITY,
  });
  const matches: Match[] = [];
  const noFits: NoFit[] = [];
  const candidates: Candidates[] = [];
  for (const [done, result] of results.entries()) {
    signal?.throwIfAborted();
    for (const purpose of round.purposes) {
      const found = pool.carriersRanked(result, purpose, round.top, MOST_CANDIDATES);
      matches.push(...found.matches);
      const carriers = recommendedOf(found.ranked);
      candidates.push({ resultId: result.record.id, purpose, carriers });
      // the first few may all be full, and another one not
      if (found.noFit && carriers.length === 0) noFits.push(found.noFit);
    }
    await progress?.({ done: done + 1, total: results.length });
    await pause();
  }
  await store.rounds.saveChunk({ roundId, chunk, matches, noFits, candidates, model: pool.model });
}

/** Enough for every result to find a free carrier; what is further down is hardly ever recommended. */
const MOST_CANDIDATES = 20;

/** All that are recommended, best first: a plan of placements may send a result to any of them. */
function recommendedOf(ranked: readonly RankedId[]): Candidates['carriers'] {
  return ranked
    .filter(({ verdict }) => verdict === 'recommended')
    .map(({ id, affinity }) => [id, affinity] as const);
}

import type { Match } from '../domain/match.ts';
import type { MatchQuery } from '../store/store.ts';
import { requireRound } from './find-round.ts';
import type { Ports } from './ports.ts';

/** Matches of one round, best first. Throws `round.not_found`. */
export async function listMatches(
  { store }: Pick<Ports, 'store'>,
  roundId: string,
  query: MatchQuery,
): Promise<Match[]> {
  await requireRound(store, roundId);
  return store.rounds.matches(roundId, query);
}

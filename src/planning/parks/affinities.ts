/** Affinities of candidate pairs, sparse: what is not among them is not known to fit, and counts as nothing. */
import type { Match, Verdict } from '../../domain/match.ts';
import type { Purpose } from '../../domain/purpose.ts';

export interface PairAffinity {
  readonly carrierId: string;
  readonly affinity: number;
  readonly verdict: Verdict;
}

/**
 * What a match is worth to a park: nothing where it is unfit, or where the carrier refuses, or does not have, a process
 * or condition that the result needs. Such a pair keeps the affinity of its texts, but nothing could be done there.
 */
export function groundOf({
  carrierId,
  affinity,
  verdict,
  limits,
}: Pick<Match, 'carrierId' | 'affinity' | 'verdict' | 'limits'>): PairAffinity | null {
  const refused = limits.some(({ code, outcome }) => outcome === 'failed' && code.startsWith('condition.'));
  return verdict === 'unfit' || refused ? null : { carrierId, affinity, verdict };
}

/** What is no ground for a park is not among them. */
export interface Affinities {
  of(purpose: Purpose, resultId: string, carrierId: string): PairAffinity | null;
  /** Carriers among the candidates of a result. */
  carriers(purpose: Purpose, resultId: string): readonly PairAffinity[];
}

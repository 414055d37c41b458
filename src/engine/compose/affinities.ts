/** Affinities of candidate pairs, sparse: what is not among them is not known to fit, and counts as nothing. */
import type { Verdict } from '../../domain/match.ts';
import type { Purpose } from '../../domain/purpose.ts';

export interface PairAffinity {
  readonly carrierId: string;
  readonly affinity: number;
  readonly verdict: Verdict;
}

/** What is unfit is no ground for anything and not among them. */
export interface Affinities {
  of(purpose: Purpose, resultId: string, carrierId: string): PairAffinity | null;
  /** Carriers among the candidates of a result. */
  carriers(purpose: Purpose, resultId: string): readonly PairAffinity[];
}

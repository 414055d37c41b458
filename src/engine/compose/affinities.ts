/** Affinities of candidate pairs, sparse: what is not among them is not known to fit, and counts as nothing. */
import type { Verdict } from '../../domain/match.ts';
import type { Purpose } from '../../domain/purpose.ts';

export interface PairAffinity {
  readonly carrierId: string;
  readonly affinity: number;
  readonly verdict: Verdict;
}

export interface PairsByResult {
  get(resultId: string): readonly PairAffinity[] | undefined;
}

export type SparseAffinities = Readonly<Record<Purpose, PairsByResult>>;

export interface Affinities {
  of(purpose: Purpose, resultId: string, carrierId: string): PairAffinity | null;
  /** Carriers among the candidates of a result. */
  carriers(purpose: Purpose, resultId: string): readonly PairAffinity[];
}

/** What is unfit is no ground for anything and left out. */
export function readAffinities(sparse: SparseAffinities): Affinities {
  const known = { transfer: new Map<string, readonly PairAffinity[]>(), pilot: new Map() };
  const fitting = (purpose: Purpose, resultId: string): readonly PairAffinity[] => {
    const before = known[purpose].get(resultId);
    if (before) return before;
    const list = (sparse[purpose].get(resultId) ?? []).filter(({ verdict }) => verdict !== 'unfit');
    known[purpose].set(resultId, list);
    return list;
  };
  return {
    of: (purpose, resultId, carrierId) =>
      fitting(purpose, resultId).find((pair) => pair.carrierId === carrierId) ?? null,
    carriers: fitting,
  };
}

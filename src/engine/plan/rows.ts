/** Candidates as rows of the assignment problem: a result for one purpose, and the pools that it may go to. */
import type { Purpose } from '../../domain/purpose.ts';
import type { Pools } from './capacity-pools.ts';
import type { PlanCandidates, PlanInput } from './plan-input.ts';

export interface PlanRow {
  readonly resultId: string;
  readonly purpose: Purpose;
  /** Best first, ties in the order of ids; pairs that a reviewer has ruled out are not among them. */
  readonly options: readonly Option[];
}

export interface Option {
  readonly carrierId: string;
  readonly affinity: number;
  /** Number of the pool. */
  readonly pool: number;
  /** A reviewer has approved it: it stays. */
  readonly fixed: boolean;
}

export function planRows({ candidates, terms }: PlanInput, pools: Pools): PlanRow[] {
  const ruled = new Map(
    terms.decisions.map((decision) => [
      keyOf(decision.resultId, decision.carrierId, decision.purpose),
      decision.verdict,
    ]),
  );
  return candidates.map(({ resultId, purpose, carriers }) => ({
    resultId,
    purpose,
    options: optionsOf(resultId, purpose, carriers),
  }));

  function optionsOf(resultId: string, purpose: Purpose, carriers: PlanCandidates['carriers']): Option[] {
    const options: Option[] = [];
    for (const [carrierId, affinity] of carriers) {
      const verdict = ruled.get(keyOf(resultId, carrierId, purpose));
      if (verdict !== undefined && verdict !== 'approved') continue;
      options.push({
        carrierId,
        affinity,
        pool: pools.poolOf(carrierId, purpose),
        fixed: verdict === 'approved',
      });
    }
    return options.sort((a, b) => b.affinity - a.affinity || (a.carrierId < b.carrierId ? -1 : 1));
  }
}

function keyOf(resultId: string, carrierId: string, purpose: Purpose): string {
  return `${purpose} ${resultId} ${carrierId}`;
}

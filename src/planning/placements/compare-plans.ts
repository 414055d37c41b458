/** What has changed between two plans: exactly the placements that are not in both. */
import type { PlanDifference } from '../../domain/assignment.ts';
import { type Pair, pairKey } from '../../domain/review.ts';

export function comparePlans(
  previous: string,
  before: readonly Pair[],
  now: readonly Pair[],
): PlanDifference {
  const earlier = new Set(before.map(pairKey));
  const later = new Set(now.map(pairKey));
  return {
    previous,
    kept: now.filter((pair) => earlier.has(pairKey(pair))).length,
    added: now.filter((pair) => !earlier.has(pairKey(pair))).map(pairOf),
    removed: before.filter((pair) => !later.has(pairKey(pair))).map(pairOf),
  };
}

function pairOf({ resultId, carrierId, purpose }: Pair): Pair {
  return { resultId, carrierId, purpose };
}

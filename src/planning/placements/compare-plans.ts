/** What has changed between two plans: exactly the placements that are not in both. */
import type { PlanDifference } from '../../domain/assignment.ts';
import type { Pair } from '../../domain/review.ts';

export function comparePlans(
  previous: string,
  before: readonly Pair[],
  now: readonly Pair[],
): PlanDifference {
  const earlier = new Set(before.map(keyOf));
  const later = new Set(now.map(keyOf));
  return {
    previous,
    kept: now.filter((pair) => earlier.has(keyOf(pair))).length,
    added: now.filter((pair) => !earlier.has(keyOf(pair))).map(pairOf),
    removed: before.filter((pair) => !later.has(keyOf(pair))).map(pairOf),
  };
}

function keyOf({ resultId, carrierId, purpose }: Pair): string {
  return `${purpose} ${resultId} ${carrierId}`;
}

function pairOf({ resultId, carrierId, purpose }: Pair): Pair {
  return { resultId, carrierId, purpose };
}

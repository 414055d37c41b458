/** Carriers that have less free floor area than what is approved asks for, by how much, and what would help. */
import type { Pair } from '../../domain/review.ts';
import type { PlanInput } from './plan-input.ts';
import type { PlanRow } from './rows.ts';

export interface AreaShortage {
  readonly carrierId: string;
  /** Approved pairs that ask for floor area. */
  readonly pairs: readonly Pair[];
  readonly askedM2: number;
  readonly freeM2: number;
  /** The fewest approvals that, taken back, make the others fit. */
  readonly tooMany: number;
}

/** Whole square metres, up for what is asked and down for what is free, as the plan counts them (floor-area.ts). */
export function areaShortages(
  rows: readonly PlanRow[],
  { results, carriers }: Pick<PlanInput, 'results' | 'carriers'>,
): AreaShortage[] {
  const asked = new Map(results.map(({ id, askedAreaM2 }) => [id, Math.ceil(askedAreaM2 ?? 0)]));
  const approved = new Map<string, Pair[]>();
  for (const { resultId, purpose, options } of rows) {
    if (purpose !== 'transfer' || !asked.get(resultId)) continue;
    for (const { carrierId, fixed } of options)
      if (fixed)
        approved.set(carrierId, [...(approved.get(carrierId) ?? []), { resultId, carrierId, purpose }]);
  }
  return carriers.flatMap(({ id, areaFreeM2 }) => {
    const pairs = approved.get(id);
    if (!pairs || areaFreeM2 === undefined) return [];
    const areas = pairs.map(({ resultId }) => asked.get(resultId)!).sort((a, b) => b - a);
    const askedM2 = areas.reduce((sum, area) => sum + area, 0);
    const freeM2 = Math.floor(areaFreeM2);
    if (askedM2 <= freeM2) return [];
    return [{ carrierId: id, pairs, askedM2, freeM2, tooMany: largestBeyond(areas, askedM2 - freeM2) }];
  });
}

/** How many of the areas, the largest first, come to what is missing. */
function largestBeyond(areas: readonly number[], missing: number): number {
  let taken = 0;
  let count = 0;
  while (taken < missing) taken += areas[count++]!;
  return count;
}

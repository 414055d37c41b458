/** Floor area as limits on sums of pairs: only of carriers for which all who might come would not fit. */
import type { SideConstraint } from '../assign/problem.ts';
import type { EncodedPlan } from './encode.ts';
import type { PlanInput } from './plan-input.ts';
import type { PlanRow } from './rows.ts';

/** A pilot takes no floor for good: only placements for transfer count. */
export function floorAreas(
  { results, carriers }: Pick<PlanInput, 'results' | 'carriers'>,
  rows: readonly PlanRow[],
  { problem, optionOf }: EncodedPlan,
): SideConstraint[] {
  const asked = new Map(
    results.flatMap(({ id, askedAreaM2 }) => (askedAreaM2 === null ? [] : [[id, askedAreaM2]])),
  );
  if (asked.size === 0) return [];
  const free = new Map(
    carriers.flatMap(({ id, areaFreeM2 }) => (areaFreeM2 === undefined ? [] : [[id, areaFreeM2]])),
  );
  const wanted = new Map<string, { edges: number[]; amounts: number[] }>();
  for (let edge = 0; edge < optionOf.length; edge++) {
    const { resultId, purpose, options } = rows[problem.edges.row[edge]!]!;
    const { carrierId } = options[optionOf[edge]!]!;
    const area = asked.get(resultId);
    if (purpose !== 'transfer' || area === undefined || !free.has(carrierId)) continue;
    const own = wanted.get(carrierId) ?? { edges: [], amounts: [] };
    own.edges.push(edge);
    own.amounts.push(Math.ceil(area));
    wanted.set(carrierId, own);
  }
  return [...wanted].flatMap(([carrierId, { edges, amounts }]) => {
    const most = Math.floor(free.get(carrierId)!);
    const all = amounts.reduce((sum, amount) => sum + amount, 0);
    return all <= most ? [] : [{ edges: Int32Array.from(edges), amounts: Int32Array.from(amounts), most }];
  });
}

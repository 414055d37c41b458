/** Why no plan keeps all decisions, and the smallest change that would, in words. */
import type { PlanObstacle } from '../../domain/assignment.ts';
import type { Bilingual } from '../../domain/match.ts';
import { type Pair, pairKey } from '../../domain/review.ts';
import { joined } from '../../engine/explain/names.ts';
import type { Obstacle } from '../assign/solution.ts';
import { type AreaShortage, areaShortages } from './area-shortage.ts';
import type { Pool } from './capacity-pools.ts';
import type { PlanInput } from './plan-input.ts';
import type { PlanRow } from './rows.ts';

/**
 * Demands have no lower bound and what a reviewer has ruled out is no candidate: only carriers with more approved
 * placements than slots, or than floor area, can stand in the way. Both are named at once: to free one alone would
 * help nobody.
 */
export function sayObstacle(
  obstacles: readonly Obstacle[],
  rows: readonly PlanRow[],
  pools: readonly Pool[],
  input: Pick<PlanInput, 'results' | 'carriers'>,
): PlanObstacle {
  const over = obstacles.map((obstacle) => {
    if (obstacle.kind !== 'fixed-column')
      throw new Error(`an obstacle that cannot be: ${JSON.stringify(obstacle)}`);
    return { ...obstacle, pool: pools[obstacle.at]!, missing: obstacle.fixed - obstacle.most };
  });
  const short = areaShortages(rows, input);
  const names = new Map(input.carriers.map(({ id, name }) => [id, name]));
  const crowded: Pair[] = rows.flatMap(({ resultId, purpose, options }) =>
    options
      .filter(({ fixed, pool }) => fixed && over.some(({ at }) => at === pool))
      .map(({ carrierId }) => ({ resultId, carrierId, purpose })),
  );
  const said = [
    ...over.map(({ pool, ...of }) => saySlots(names.get(pool.carrierId)!, of)),
    ...short.map((of) => sayArea(names.get(of.carrierId)!, of)),
  ];
  // a report that says nothing of why there is no plan would be worse than a round that fails
  if (said.length === 0)
    throw new Error('no plan was found, though no carrier has more approvals than slots or floor area');
  return {
    carriers: unique([...over.map(({ pool }) => pool.carrierId), ...short.map(({ carrierId }) => carrierId)]),
    pairs: uniquePairs([...crowded, ...short.flatMap(({ pairs }) => pairs)]),
    missingSlots: over.reduce((sum, { missing }) => sum + missing, 0),
    why: joined(
      said.map(({ why }) => why),
      '；',
      '; ',
    ),
    change: joined(
      said.map(({ change }) => change),
      '；',
      '; ',
    ),
  };
}

interface Said {
  readonly why: Bilingual;
  readonly change: Bilingual;
}

function saySlots(
  name: string,
  { fixed, most, missing }: { readonly fixed: number; readonly most: number; readonly missing: number },
): Said {
  return {
    why: {
      zh: `“${name}”已批准${fixed}项，名额只有${most}个`,
      en: `“${name}” has ${counted(fixed, 'approved placement')} and ${counted(most, 'slot')}`,
    },
    change: {
      zh: `为“${name}”增加${missing}个名额，或撤回其中${missing}项批准`,
      en: `${counted(missing, 'more slot')} for “${name}”, or ${counted(missing, 'approval')} taken back`,
    },
  };
}

function sayArea(name: string, { pairs, askedM2, freeM2, tooMany }: AreaShortage): Said {
  const missing = askedM2 - freeM2;
  return {
    why: {
      zh: `“${name}”已批准的${pairs.length}项成果共需面积${askedM2}㎡，可用面积只有${freeM2}㎡`,
      en: `${counted(pairs.length, 'approved placement')} at “${name}” ${pairs.length === 1 ? 'needs' : 'need'} ${askedM2} m² and ${freeM2} m² are free`,
    },
    change: {
      zh: `为“${name}”增加可用面积${missing}㎡，${tooMany === pairs.length ? '或撤回其批准' : `或撤回其中面积最大的${tooMany}项批准`}`,
      en: `${missing} m² more for “${name}”, or its ${tooMany === 1 ? 'largest approval' : `${tooMany} largest approvals`} taken back`,
    },
  };
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

function uniquePairs(pairs: readonly Pair[]): Pair[] {
  return [...new Map(pairs.map((pair) => [pairKey(pair), pair])).values()];
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

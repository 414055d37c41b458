/** Why no plan keeps all decisions, and the smallest change that would, in words. */
import type { PlanObstacle } from '../../domain/assignment.ts';
import type { Pair } from '../../domain/review.ts';
import type { Obstacle } from '../assign/solution.ts';
import type { Pool } from './capacity-pools.ts';
import type { PlanInput } from './plan-input.ts';
import type { PlanRow } from './rows.ts';

/** Found by the solver for floor areas, which names no carrier. */
const NO_AREA: PlanObstacle = {
  carriers: [],
  pairs: [],
  missingSlots: 0,
  why: {
    zh: '已批准的项目所需面积超过载体的可用面积',
    en: 'approved placements need more floor area than their carriers have free',
  },
  change: {
    zh: '核对相关载体的可用面积，或撤回其中的批准',
    en: 'check the free area of those carriers, or take approvals back',
  },
};

/**
 * Demands have no lower bound and what a reviewer has ruled out is no candidate: only carriers with more approved
 * placements than slots can stand in the way.
 */
export function sayObstacle(
  obstacles: readonly Obstacle[],
  rows: readonly PlanRow[],
  pools: readonly Pool[],
  { carriers }: Pick<PlanInput, 'carriers'>,
): PlanObstacle {
  if (obstacles.length === 0) return NO_AREA;
  const over = obstacles.map((obstacle) => {
    if (obstacle.kind !== 'fixed-column')
      throw new Error(`an obstacle that cannot be: ${JSON.stringify(obstacle)}`);
    return { ...obstacle, pool: pools[obstacle.at]!, missing: obstacle.fixed - obstacle.most };
  });
  const names = new Map(carriers.map(({ id, name }) => [id, name]));
  const pairs: Pair[] = rows.flatMap(({ resultId, purpose, options }) =>
    options
      .filter(({ fixed, pool }) => fixed && over.some(({ at }) => at === pool))
      .map(({ carrierId }) => ({ resultId, carrierId, purpose })),
  );
  const say = (word: (of: (typeof over)[number], name: string) => string, between: string) =>
    over.map((of) => word(of, names.get(of.pool.carrierId)!)).join(between);
  return {
    carriers: over.map(({ pool }) => pool.carrierId),
    pairs,
    missingSlots: over.reduce((sum, { missing }) => sum + missing, 0),
    why: {
      zh: say(({ fixed, most }, name) => `“${name}”已批准${fixed}项，名额只有${most}个`, '；'),
      en: say(
        ({ fixed, most }, name) =>
          `“${name}” has ${counted(fixed, 'approved placement')} and ${counted(most, 'slot')}`,
        '; ',
      ),
    },
    change: {
      zh: say(({ missing }, name) => `为“${name}”增加${missing}个名额，或撤回其中${missing}项批准`, '；'),
      en: say(
        ({ missing }, name) =>
          `${counted(missing, 'more slot')} for “${name}”, or ${counted(missing, 'approval')} taken back`,
        '; ',
      ),
    },
  };
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

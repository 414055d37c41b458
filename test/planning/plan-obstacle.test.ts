import { expect, it } from 'vitest';
import { sayObstacle } from '../../src/planning/placements/obstacle.ts';
import type { PlanRow } from '../../src/planning/placements/rows.ts';

const results = [{ id: 'r', university: undefined, sector: null, askedAreaM2: 300 }];
const rows: PlanRow[] = [
  {
    resultId: 'r',
    purpose: 'transfer',
    count: 1,
    options: [{ carrierId: 'c', affinity: 0.5, fixed: true, pool: 0 }],
  },
];
const offering = (areaFreeM2: number) => [
  { id: 'c', name: '港城孵化器', operator: undefined, slots: 1, pilotLots: undefined, areaFreeM2 },
];

it('says how much floor area is missing', () => {
  const { why } = sayObstacle([], rows, [], { results, carriers: offering(250) });
  expect(why.zh).toBe('“港城孵化器”已批准的1项成果共需面积300㎡，可用面积只有250㎡');
});

it('never answers with empty words where nothing is found that stands in the way', () => {
  expect(() => sayObstacle([], rows, [], { results, carriers: offering(300) })).toThrow(
    'no plan was found, though no carrier has more approvals than slots or floor area',
  );
});

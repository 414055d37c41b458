/** The plan of placements over candidates: what the bureau would notice, on a district small enough to do by hand. */
import { expect, test } from 'vitest';
import { DEFAULT_TERMS } from '../../src/domain/assignment.ts';
import type { Decision } from '../../src/domain/review.ts';
import type { Candidates } from '../../src/domain/round.ts';
import { loadLinearSolver } from '../../src/planning/assign/linear-solver.ts';
import { universityNames } from '../../src/planning/home-university.ts';
import { comparePlans } from '../../src/planning/placements/compare-plans.ts';
import type { PlanInput } from '../../src/planning/placements/plan-input.ts';
import { planPlacements } from '../../src/planning/placements/plan-placements.ts';

type Slots = Readonly<Record<string, number | undefined>>;

function input(
  wanted: Readonly<Record<string, Readonly<Record<string, number>>>>,
  slots: Slots,
  terms: Partial<PlanInput['terms']> = {},
): PlanInput {
  const candidates: Candidates[] = Object.entries(wanted).map(([resultId, carriers]) => ({
    resultId,
    purpose: 'transfer',
    carriers: Object.entries(carriers).sort(([, a], [, b]) => b - a),
  }));
  return {
    purposes: ['transfer'],
    terms: { ...DEFAULT_TERMS, nearTie: 0, seed: 's', ...terms },
    results: Object.keys(wanted).map((id) => ({
      id,
      university: '重庆大学',
      sector: 'BIO',
      askedAreaM2: null,
    })),
    carriers: Object.entries(slots).map(([id, count]) => ({
      id,
      name: id === 'C-own' ? '重庆大学科技园' : `载体${id}`,
      operator: undefined,
      slots: count,
      pilotLots: undefined,
      areaFreeM2: undefined,
    })),
    candidates,
    aliasesOf: () => [],
    solver: null,
  };
}

const placed = (plan: ReturnType<typeof planPlacements>) =>
  plan.placements.map(({ resultId, carrierId }) => `${resultId} ${carrierId}`);

function decision(resultId: string, carrierId: string, verdict: Decision['verdict']): Decision {
  return { resultId, carrierId, purpose: 'transfer', verdict, reason: null, comment: null, reviewer: '王' };
}

const CROWD = { R1: { A: 0.9, B: 0.8 }, R2: { A: 0.9, B: 0.3 }, R3: { A: 0.7 } };

test('gives up a little for one result where that serves all of them better, and overloads nobody', () => {
  const plan = planPlacements(input(CROWD, { A: 1, B: 1 }));
  expect(placed(plan)).toEqual(['R1 B', 'R2 A']);
  expect(plan.measures).toMatchObject({ totalAffinity: 1.7, overloads: 0, served: 2, servable: 3 });
  expect(plan.optimum).toBe(1.7);
  expect(plan.compared[0]).toMatchObject({
    kind: 'independent',
    perResult: 1,
    totalAffinity: 2.5,
    withinSlots: 0.9,
    overloads: 2,
    overloadedCarriers: 1,
    unusedSlots: 1,
  });
});

test('a result goes to as many carriers as it may by itself, the others to as many as all', () => {
  const wanted = { R1: { A: 0.9, B: 0.8, C: 0.7 }, R2: { A: 0.6, B: 0.5, C: 0.4 } };
  const slots = { A: 2, B: 2, C: 2 };
  const plan = planPlacements(input(wanted, slots, { demands: [{ resultId: 'R1', transfer: 2 }] }));
  expect(placed(plan)).toEqual(['R1 A', 'R1 B', 'R2 A']);
  const fewer = {
    perResult: { transfer: 3, pilot: 3 },
    demands: [{ resultId: 'R1', transfer: 1, pilot: 2 }],
  };
  expect(placed(planPlacements(input(wanted, slots, fewer)))).toEqual(['R1 A', 'R2 A', 'R2 B', 'R2 C']);
  // plans for comparison give all results the same number
  expect(plan.compared).toEqual(planPlacements(input(wanted, slots)).compared);
});

test('who gets nothing is told what is full, and what one more slot there would add', () => {
  const plan = planPlacements(input(CROWD, { A: 1, B: 1 }));
  expect(plan.unplaced).toEqual([
    { resultId: 'R3', purpose: 'transfer', reason: 'capacity', wanted: [{ carrierId: 'A', affinity: 0.7 }] },
  ]);
  const gain = plan.pools.find(({ carrierId }) => carrierId === 'A')?.worthOfSlot ?? 0;
  const more = planPlacements(input(CROWD, { A: 2, B: 1 }));
  expect(gain).toBeCloseTo((more.optimum ?? 0) - (plan.optimum ?? 0), 9);
});

test('slots that a carrier does not state are assumed, and said to be', () => {
  const plan = planPlacements(input(CROWD, { A: undefined, B: 1 }, { assumedSlots: 2 }));
  expect(plan.pools).toMatchObject([
    { carrierId: 'A', slots: 2, source: 'assumed', taken: 2 },
    { carrierId: 'B', slots: 1, source: 'stated', taken: 1 },
  ]);
});

test('compared plans keep what is approved, each by itself too: no plan has more within the slots than the best', () => {
  const plan = planPlacements(input(CROWD, { A: 2, B: 2 }, { decisions: [decision('R2', 'B', 'approved')] }));
  const [independent, best] = plan.compared;
  expect(independent).toMatchObject({ kind: 'independent', totalAffinity: 1.9, withinSlots: 1.9 });
  expect(best).toMatchObject({ kind: 'assigned', withinSlots: 1.9 });
  const tight = planPlacements(
    input(CROWD, { A: 2, B: 1 }, { decisions: [decision('R3', 'A', 'approved')] }),
  );
  expect(tight.compared[0]).toMatchObject({ placements: 3, overloads: 1, withinSlots: 1.6 });
});

test('what a reviewer has approved stays, what he has sent back goes elsewhere', () => {
  const decisions = [decision('R3', 'A', 'approved'), decision('R1', 'B', 'returned')];
  const plan = planPlacements(input(CROWD, { A: 1, B: 1 }, { decisions }));
  expect(placed(plan)).toEqual(['R2 B', 'R3 A']);
  expect(plan.placements.map(({ basis }) => basis)).toEqual(['optimum', 'decision']);
});

test('more approvals than slots: no plan, the carrier by name, and the smallest change', () => {
  const decisions = [decision('R1', 'A', 'approved'), decision('R2', 'A', 'approved')];
  const plan = planPlacements(input(CROWD, { A: 1, B: 1 }, { decisions }));
  expect(plan.placements).toEqual([]);
  expect(plan.obstacle).toMatchObject({ carriers: ['A'], missingSlots: 1 });
  expect(plan.obstacle?.why.zh).toBe('“载体A”已批准2项，名额只有1个');
  expect(plan.obstacle?.change.zh).toBe('为“载体A”增加1个名额，或撤回其中1项批准');
  const mended = planPlacements(input(CROWD, { A: 2, B: 1 }, { decisions }));
  expect(mended.obstacle).toBeNull();
});

test('near-ties are drawn by the seed, each with its probability; nobody beyond the threshold, nobody without a slot', () => {
  const tied = { R1: { A: 0.8, B: 0.795, C: 0.7, D: 0.799 } };
  const slots = { A: 1, B: 1, C: 1, D: 0 };
  const drawn = new Map<string, number>();
  for (let seed = 0; seed < 200; seed++) {
    const { placements, optimum, costOfDraws } = planPlacements(
      input(tied, slots, { nearTie: 0.01, seed: String(seed) }),
    );
    const [placement] = placements;
    expect(placement?.draw).toEqual({ candidates: ['A', 'B'], probability: 0.5 });
    expect(costOfDraws).toBeCloseTo((optimum ?? 0) - (placement?.affinity ?? 0), 9);
    drawn.set(placement!.carrierId, (drawn.get(placement!.carrierId) ?? 0) + 1);
  }
  expect([...drawn.keys()].sort()).toEqual(['A', 'B']);
  expect(Math.min(...drawn.values())).toBeGreaterThan(70);
  const again = input(tied, slots, { nearTie: 0.01, seed: '7' });
  expect(planPlacements(again)).toEqual(planPlacements(again));
});

test('a carrier of the own university is allowed, and declared', () => {
  const plan = planPlacements(input({ R1: { 'C-own': 0.9 }, R2: { A: 0.8 } }, { 'C-own': 1, A: 1 }));
  expect(plan.placements.map(({ relatedParty }) => relatedParty)).toEqual([true, false]);
});

test('a university counts once, however it is written, with its affiliated hospitals; another body only where it is among the names', () => {
  const cells = [
    '重庆大学',
    'CHONGQING  University',
    '重庆大学（材料学院）',
    'Chongqing University of Technology',
    '重庆大学附属肿瘤医院',
    '重庆大学产业技术研究院',
    undefined,
  ];
  const wanted = Object.fromEntries(cells.map((_, i) => [`R${i}`, { A: 0.9 }]));
  const base = input(wanted, { A: cells.length });
  const universityOf = (universities: Parameters<typeof universityNames>[0]['universities']) => {
    const { concentration } = planPlacements({
      ...base,
      results: base.results.map((result, i) => ({ ...result, university: cells[i] })),
      aliasesOf: universityNames({ universities }),
    });
    const { hhi, shares } = concentration.find(({ by }) => by === 'university')!;
    return { hhi, counts: Object.fromEntries(shares.map((s) => [s.code, s.placements])) };
  };
  const own = { name: '重庆大学', aliases: ['CQU', 'Chongqing University'] };
  const { hhi, counts } = universityOf([own]);
  expect(counts).toEqual({
    重庆大学: 4,
    'Chongqing University of Technology': 1,
    重庆大学产业技术研究院: 1,
    '': 1,
  });
  expect(hhi).toBeCloseTo((16 + 1 + 1 + 1) / 49, 12);
  const listed = universityOf([{ ...own, aliases: [...own.aliases, '重庆大学产业技术研究院'] }]);
  expect(listed.counts).toMatchObject({ 重庆大学: 5 });
});

test('a carrier of the own university is declared also where the cell names a faculty of it', () => {
  const base = input({ R1: { 'C-own': 0.9 } }, { 'C-own': 1 });
  const plan = planPlacements({
    ...base,
    results: base.results.map((result) => ({ ...result, university: '重庆大学（材料学院）' })),
    aliasesOf: universityNames({ universities: [{ name: '重庆大学', aliases: [] }] }),
  });
  expect(plan.placements.map(({ relatedParty }) => relatedParty)).toEqual([true]);
});

test('pilot lots that a carrier counts apart are not taken from its slots', () => {
  const base = input({ R1: { A: 0.9 }, R2: { A: 0.8 } }, { A: 1 });
  const pilot = base.candidates.map((row) => ({ ...row, purpose: 'pilot' as const }));
  const plan = (pilotLots: number | undefined) =>
    planPlacements({
      ...base,
      purposes: ['transfer', 'pilot'],
      candidates: [...base.candidates, ...pilot],
      carriers: base.carriers.map((carrier) => ({ ...carrier, pilotLots })),
    });
  expect(plan(undefined).placements).toHaveLength(1);
  expect(plan(2).pools.map(({ purposes, taken }) => [purposes, taken])).toEqual([
    [['transfer'], 1],
    [['pilot'], 2],
  ]);
});

test('the difference to an earlier plan is exactly the placements that are not in both', () => {
  const before = planPlacements(input(CROWD, { A: 1, B: 1 })).placements;
  const now = planPlacements(input(CROWD, { A: 2, B: 1 })).placements;
  const pair = (resultId: string, carrierId: string) => ({ resultId, carrierId, purpose: 'transfer' });
  expect(comparePlans('r0', before, now)).toEqual({
    previous: 'r0',
    kept: 2,
    added: [pair('R3', 'A')],
    removed: [],
  });
});

test('floor area that would not do for all who want it decides, exactly', async () => {
  const base = input({ R1: { A: 0.9, B: 0.2 }, R2: { A: 0.8, B: 0.7 }, R3: { A: 0.6 } }, { A: 3, B: 1 });
  const plan = (areaFreeM2: number, terms = {}) =>
    planPlacements({
      ...base,
      terms: { ...base.terms, ...terms },
      results: base.results.map((result) => ({ ...result, askedAreaM2: result.id === 'R3' ? 400 : 600 })),
      carriers: base.carriers.map((carrier) => (carrier.id === 'A' ? { ...carrier, areaFreeM2 } : carrier)),
      solver,
    });
  const solver = await loadLinearSolver();
  expect(placed(plan(1_600))).toEqual(['R1 A', 'R2 A', 'R3 A']);
  expect(placed(plan(1_000))).toEqual(['R1 A', 'R2 B', 'R3 A']);
  expect(plan(1_000).pools[0]?.worthOfSlot).toBeNull();
  const decisions = [decision('R1', 'A', 'approved'), decision('R2', 'A', 'approved')];
  const none = plan(1_000, { decisions }).obstacle;
  expect(none).toMatchObject({
    carriers: ['A'],
    pairs: [{ resultId: 'R1' }, { resultId: 'R2' }],
    missingSlots: 0,
    why: { zh: '“载体A”已批准的2项成果共需面积1200㎡，可用面积只有1000㎡' },
    change: { zh: '为“载体A”增加可用面积200㎡，或撤回其中面积最大的1项批准' },
  });
  expect(placed(plan(1_200, { decisions }))).toEqual(['R1 A', 'R2 A']);
  expect(placed(plan(1_000, { decisions: decisions.slice(1) }))).toEqual(['R1 B', 'R2 A', 'R3 A']);
});

test('where slots and floor area both stand in the way, both are said at once, and to free both is enough', async () => {
  const base = input({ R1: { A: 0.9 }, R2: { A: 0.8 }, R3: { B: 0.6 } }, { A: 1, B: 1 });
  const solver = await loadLinearSolver();
  const decisions = [decision('R1', 'A', 'approved'), decision('R2', 'A', 'approved')];
  const plan = (slots: number, areaFreeM2: number) =>
    planPlacements({
      ...base,
      terms: { ...base.terms, decisions },
      results: base.results.map((result) => ({ ...result, askedAreaM2: 600 })),
      carriers: base.carriers.map((carrier) =>
        carrier.id === 'A' ? { ...carrier, slots, areaFreeM2 } : carrier,
      ),
      solver,
    });
  expect(plan(1, 700).obstacle).toMatchObject({
    carriers: ['A'],
    missingSlots: 1,
    change: {
      zh: '为“载体A”增加1个名额，或撤回其中1项批准；为“载体A”增加可用面积500㎡，或撤回其中面积最大的1项批准',
    },
  });
  expect(plan(2, 1_200).obstacle).toBeNull();
});

test('with the worst first nobody served loses his place, and the worst of them is as good as can be', () => {
  const wanted = { R1: { A: 0.9, B: 0.5 }, R2: { A: 0.55, B: 0.1 } };
  const total = planPlacements(input(wanted, { A: 1, B: 1 }));
  const fair = planPlacements(input(wanted, { A: 1, B: 1 }, { objective: 'worst_first' }));
  expect(total.measures).toMatchObject({ totalAffinity: 1.05, worstServed: 0.5 });
  const swap = { R1: { A: 0.9, B: 0.3 }, R2: { A: 0.85, B: 0.2 } };
  expect(planPlacements(input(swap, { A: 1, B: 1 })).measures).toMatchObject({
    totalAffinity: 1.15,
    worstServed: 0.3,
  });
  const unfair = { R1: { A: 0.99, B: 0.4 }, R2: { A: 0.5, B: 0.05 } };
  expect(placed(planPlacements(input(unfair, { A: 1, B: 1 })))).toEqual(['R1 A', 'R2 B']);
  const kind = planPlacements(input(unfair, { A: 1, B: 1 }, { objective: 'worst_first' }));
  expect(placed(kind)).toEqual(['R1 B', 'R2 A']);
  expect(kind.measures.worstServed).toBe(0.4);
  expect(fair.measures.served).toBe(2);
  const row = kind.compared.find(({ objective, perResult }) => objective === 'total' && perResult === 1);
  expect(row).toMatchObject({ totalAffinity: 1.04, worstServed: 0.05 });
});

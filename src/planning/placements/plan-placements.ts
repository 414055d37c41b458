/**
 * The plan for all results together: who takes what, under the slots of all carriers. Encode, solve, decode; then
 * near-ties are drawn, and the plan is measured against others over the same candidates.
 */

import { roundAffinity } from '../../domain/affinity-curve.ts';
import {
  type ComparedPlan,
  OBJECTIVES,
  type Placement,
  type RoundAssignment,
  type Unplaced,
} from '../../domain/assignment.ts';
import type { Pair } from '../../domain/review.ts';
import { finish, type Steps } from '../../engine/model/steps.ts';
import { UNITS_PER_ONE } from '../assign/problem.ts';
import type { Obstacle } from '../assign/solution.ts';
import { capacityPools, type Pool } from './capacity-pools.ts';
import { concentrationOf } from './concentration.ts';
import { demandOf } from './demand.ts';
import { type Drawn, drawKey, drawNearTies, type MayMove } from './draw-near-ties.ts';
import { type Chosen, chooseIndependently, measurePlan, takenSlots } from './measure.ts';
import { sayObstacle } from './obstacle.ts';
import type { PlanInput } from './plan-input.ts';
import { type Answer, PlanSolver } from './plan-solver.ts';
import { isRelatedParty } from './related-party.ts';
import { type PlanRow, planRows, rowKey } from './rows.ts';

/** How many of the worst served results are named. */
const WORST_NAMED = 10;
/** Carriers to which a result goes in the plans that are shown for comparison. */
const COMPARED_AT = [1, 3];

export function planPlacements(input: PlanInput): RoundAssignment {
  return finish(planningSteps(input));
}

/** The same in steps: each of the compared plans is one. */
export function* planningSteps(input: PlanInput): Steps<RoundAssignment> {
  const pools = capacityPools(input);
  const rows = planRows(input, pools);
  const solver = new PlanSolver(input, rows, pools.list);
  const solved = yield* solver.solve(demandOf(input.terms), input.terms.objective);
  const compared = yield* comparedPlans(rows, pools.list, solver, solved);
  if ('obstacles' in solved) return withoutPlan(input, rows, pools.list, solved.obstacles, compared);
  const drawn = drawNearTies(rows, pools.list, solved.chosen, input.terms, staysWithArea(input, rows));
  const placements = placementsOf(input, rows, drawn);
  const measures = measurePlan(rows, pools.list, drawn.chosen);
  const taken = takenSlots(rows, pools.list, drawn.chosen);
  return {
    placements,
    unplaced: unplacedOf(input, rows, drawn.chosen, (pool) => taken[pool]! >= pools.list[pool]!.slots),
    pools: pools.list.map((pool, i) => ({
      ...pool,
      taken: taken[i]!,
      worthOfSlot: solved.slotPrice && roundAffinity(solved.slotPrice[i]! / UNITS_PER_ONE),
    })),
    measures,
    compared,
    obstacle: null,
    optimum: solved.total,
    costOfDraws: roundAffinity(solved.total - measures.totalAffinity),
    concentration: concentrationOf(input, rows, placements),
    worst: worstServed(placements),
  };
}

export interface BestPlan {
  readonly pairs: readonly Pair[];
  readonly total: number;
  /** By pool; null where floor area decides. */
  readonly slotPrice: Float64Array | null;
}

/**
 * The best plan alone, before draws; null where no plan is possible. `before`: that of the same input without its last
 * candidates and carriers, to go on from.
 */
export function* bestPlan(input: PlanInput, before?: BestPlan): Steps<BestPlan | null> {
  const pools = capacityPools(input);
  const rows = planRows(input, pools);
  const earlier = before?.slotPrice ? { pairs: before.pairs, slotPrice: before.slotPrice } : undefined;
  const solver = new PlanSolver(input, rows, pools.list, earlier);
  const solved = yield* solver.solve(demandOf(input.terms), input.terms.objective);
  if ('obstacles' in solved) return null;
  const pairs = rows.flatMap(({ resultId, purpose, options }, row) =>
    solved.chosen[row]!.map((number) => ({ resultId, purpose, carrierId: options[number]!.carrierId })),
  );
  return { pairs, total: solved.total, slotPrice: solved.slotPrice };
}

/** A result that needs floor area stays where there is some: it is not drawn. */
function staysWithArea({ results }: PlanInput, rows: readonly PlanRow[]): MayMove {
  const asking = new Set(results.filter(({ askedAreaM2 }) => askedAreaM2 !== null).map(({ id }) => id));
  return (row) => !asking.has(rows[row]!.resultId);
}

/** What each result would choose by itself, and the best plans, for few and for several carriers a result. */
function* comparedPlans(
  rows: readonly PlanRow[],
  pools: readonly Pool[],
  solver: PlanSolver,
  own: Answer,
): Steps<ComparedPlan[]> {
  if ('obstacles' in own) return [];
  const compared: ComparedPlan[] = [];
  const solutions = COMPARED_AT.length * OBJECTIVES.length;
  for (const [i, perResult] of COMPARED_AT.entries()) {
    const independent = chooseIndependently(rows, () => perResult);
    const measures = measurePlan(rows, pools, independent);
    compared.push({ kind: 'independent', objective: null, perResult, ...measures });
    for (const [k, objective] of OBJECTIVES.entries()) {
      yield (i * OBJECTIVES.length + k) / solutions;
      const best = yield* solver.solve(() => perResult, objective);
      if (!('obstacles' in best))
        compared.push({ kind: 'assigned', objective, perResult, ...measurePlan(rows, pools, best.chosen) });
    }
  }
  return compared;
}

function placementsOf(input: PlanInput, rows: readonly PlanRow[], { chosen, draws }: Drawn): Placement[] {
  const results = new Map(input.results.map((result) => [result.id, result]));
  const carriers = new Map(input.carriers.map((carrier) => [carrier.id, carrier]));
  return rows.flatMap(({ resultId, purpose, options }, row) =>
    chosen[row]!.map((number): Placement => {
      const { carrierId, affinity, fixed } = options[number]!;
      const draw = draws.get(drawKey(row, number)) ?? null;
      return {
        resultId,
        carrierId,
        purpose,
        affinity,
        rank: number + 1,
        basis: fixed ? 'decision' : draw ? 'draw' : 'optimum',
        draw,
        relatedParty: isRelatedParty(results.get(resultId)!, carriers.get(carrierId)!, input.aliasesOf),
      };
    }),
  );
}

function unplacedOf(
  { results, purposes }: PlanInput,
  rows: readonly PlanRow[],
  chosen: Chosen,
  isFull: (pool: number) => boolean,
): Unplaced[] {
  const numbers = new Map(rows.map((row, number) => [rowKey(row), number]));
  return results.flatMap(({ id: resultId }) =>
    purposes.flatMap((purpose): Unplaced[] => {
      const row = numbers.get(rowKey({ resultId, purpose }));
      const options = row === undefined ? [] : rows[row]!.options;
      if (row === undefined || options.length === 0)
        return [{ resultId, purpose, reason: 'no_candidate', wanted: [] }];
      if (chosen[row]!.length > 0) return [];
      const full = options.filter(({ pool }) => isFull(pool));
      return [
        {
          resultId,
          purpose,
          reason: 'capacity',
          wanted: full.map(({ carrierId, affinity }) => ({ carrierId, affinity })),
        },
      ];
    }),
  );
}

/** By the best placement that a result has for one purpose. */
function worstServed(placements: readonly Placement[]): Placement[] {
  const best = new Map<string, Placement>();
  for (const placement of placements) {
    const key = rowKey(placement);
    if (placement.affinity > (best.get(key)?.affinity ?? -1)) best.set(key, placement);
  }
  return [...best.values()]
    .sort((a, b) => a.affinity - b.affinity || (a.resultId < b.resultId ? -1 : 1))
    .slice(0, WORST_NAMED);
}

function withoutPlan(
  input: PlanInput,
  rows: readonly PlanRow[],
  pools: readonly Pool[],
  obstacles: readonly Obstacle[],
  compared: readonly ComparedPlan[],
): RoundAssignment {
  const nothing = rows.map(() => []);
  return {
    placements: [],
    unplaced: unplacedOf(input, rows, nothing, () => false),
    pools: pools.map((pool) => ({ ...pool, taken: 0, worthOfSlot: 0 })),
    measures: measurePlan(rows, pools, nothing),
    compared,
    obstacle: sayObstacle(obstacles, rows, pools, input),
    optimum: null,
    costOfDraws: 0,
    concentration: concentrationOf(input, rows, []),
    worst: [],
  };
}

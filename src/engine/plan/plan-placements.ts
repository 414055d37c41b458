/**
 * The plan for all results together: who takes what, under the slots of all carriers. Encode, solve, decode; then
 * near-ties are drawn, and the plan is measured against others over the same candidates.
 */
import type { ComparedPlan, Placement, RoundAssignment, Unplaced } from '../../domain/assignment.ts';
import { UNITS_PER_ONE } from '../assign/problem.ts';
import type { Obstacle, OptimalAssignment } from '../assign/solution.ts';
import { solveAssignment } from '../assign/solve-assignment.ts';
import { roundAffinity } from '../score/calibration.ts';
import { capacityPools, type Pool } from './capacity-pools.ts';
import { concentrationOf } from './concentration.ts';
import { type Drawn, drawKey, drawNearTies } from './draw-near-ties.ts';
import { encodePlan } from './encode.ts';
import { type Chosen, chooseIndependently, measurePlan } from './measure.ts';
import { sayObstacle } from './obstacle.ts';
import type { PlanInput } from './plan-input.ts';
import { isRelatedParty } from './related-party.ts';
import { type PlanRow, planRows } from './rows.ts';

/** How many of the worst served results are named. */
const WORST_NAMED = 10;
/** Carriers to which a result goes in the plans that are shown for comparison. */
const COMPARED_AT = [1, 3];

export function planPlacements(input: PlanInput): RoundAssignment {
  const pools = capacityPools(input);
  const rows = planRows(input, pools);
  const solved = solve(rows, pools.list, input.terms.perResult, input.terms.objective);
  const compared = comparedPlans(rows, pools.list, solved);
  if ('obstacles' in solved) return withoutPlan(input, rows, pools.list, solved.obstacles, compared);
  const drawn = drawNearTies(rows, pools.list, solved.chosen, input.terms);
  const placements = placementsOf(input, rows, drawn);
  const measures = measurePlan(rows, pools.list, drawn.chosen);
  const taken = takenSlots(rows, pools.list, drawn.chosen);
  return {
    placements,
    unplaced: unplacedOf(input, rows, drawn.chosen, (pool) => taken[pool]! >= pools.list[pool]!.slots),
    pools: pools.list.map((pool, i) => ({
      ...pool,
      taken: taken[i]!,
      worthOfSlot: roundAffinity(Math.max(0, solved.slotPrice[i]!) / UNITS_PER_ONE),
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

interface Solved {
  readonly chosen: Chosen;
  readonly total: number;
  readonly slotPrice: Float64Array;
}

function solve(
  rows: readonly PlanRow[],
  pools: readonly Pool[],
  perResult: PlanInput['terms']['perResult'],
  objective: PlanInput['terms']['objective'],
): Solved | { readonly obstacles: readonly Obstacle[] } {
  const { problem, optionOf } = encodePlan(rows, pools, perResult);
  const answer = objective === 'total' ? solveAssignment(problem) : solveAssignment(problem);
  if (answer.status === 'infeasible') return answer;
  return {
    chosen: decode(rows.length, problem.edges.row, optionOf, answer.chosen),
    total: roundAffinity(answer.total / UNITS_PER_ONE),
    slotPrice: answer.slotPrice,
  };
}

function decode(
  rows: number,
  rowOf: Int32Array,
  optionOf: Int32Array,
  edges: OptimalAssignment['chosen'],
): Chosen {
  const chosen = Array.from({ length: rows }, (): number[] => []);
  for (const edge of edges) chosen[rowOf[edge]!]!.push(optionOf[edge]!);
  for (const options of chosen) options.sort((a, b) => a - b);
  return chosen;
}

/** What each result would choose by itself, and the best plan, for few and for several carriers a result. */
function comparedPlans(
  rows: readonly PlanRow[],
  pools: readonly Pool[],
  own: ReturnType<typeof solve>,
): ComparedPlan[] {
  if ('obstacles' in own) return [];
  return COMPARED_AT.flatMap((perResult): ComparedPlan[] => {
    const independent = chooseIndependently(rows, () => perResult);
    const best = solve(rows, pools, { transfer: perResult, pilot: perResult }, 'total');
    const plans: ComparedPlan[] = [
      { kind: 'independent', objective: null, perResult, ...measurePlan(rows, pools, independent) },
    ];
    if ('chosen' in best)
      plans.push({
        kind: 'assigned',
        objective: 'total',
        perResult,
        ...measurePlan(rows, pools, best.chosen),
      });
    const fair = solve(rows, pools, { transfer: perResult, pilot: perResult }, 'worst_first');
    if ('chosen' in fair)
      plans.push({
        kind: 'assigned',
        objective: 'worst_first',
        perResult,
        ...measurePlan(rows, pools, fair.chosen),
      });
    return plans;
  });
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
  const numbers = new Map(rows.map(({ resultId, purpose }, row) => [`${purpose} ${resultId}`, row]));
  return results.flatMap(({ id: resultId }) =>
    purposes.flatMap((purpose): Unplaced[] => {
      const row = numbers.get(`${purpose} ${resultId}`);
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

function takenSlots(rows: readonly PlanRow[], pools: readonly Pool[], chosen: Chosen): number[] {
  const taken = pools.map(() => 0);
  rows.forEach(({ options }, row) => {
    for (const option of chosen[row]!) taken[options[option]!.pool]! += 1;
  });
  return taken;
}

/** By the best placement that a result has for one purpose. */
function worstServed(placements: readonly Placement[]): Placement[] {
  const best = new Map<string, Placement>();
  for (const placement of placements) {
    const key = `${placement.purpose} ${placement.resultId}`;
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

/**
 * The plan whose worst pair is as good as can be, exactly, and what that costs the others.
 *
 * What is made as large as possible is the smallest weight of any pair among the rows that must be served (demand at
 * least 1); among all plans that reach it, the total. With one column a row this is the max-min plan; with more it is
 * a notion of its own: the largest smallest *sum* of a row is NP-hard to find (Garg, Kavitha, Kumar, Mehlhorn & Mestre
 * 2010).
 *
 * Whether a level can be reached is a question without weights (reachable-levels.ts), and only gets harder as the
 * level rises; so halving over the levels that occur finds the best one (the bottleneck assignment, Gross 1959). Only
 * then is a plan made: the best one among the pairs that are left.
 */
import { finish, part, type Steps } from '../../engine/model/steps.ts';
import { candidateGraph } from './candidate-graph.ts';
import { type AssignmentProblem, type Pair, unitsOf } from './problem.ts';
import { ReachableLevels } from './reachable-levels.ts';
import type { InfeasibleAssignment, OptimalAssignment } from './solution.ts';
import { solvingSteps } from './solve-assignment.ts';

/**
 * A plan that gives up some of the total for its worst pair: what was gained, what it cost (the price of fairness;
 * Bertsimas, Farias & Trichakis 2011). All sums in units of 1e-9.
 */
export interface FairAssignment {
  readonly status: 'optimal';
  readonly chosen: Int32Array;
  readonly total: number;
  /** The plan of the largest total, which the fair one is held against. */
  readonly best: OptimalAssignment;
  /** How well the worst is served by the fair plan, and by the best one; infinite where no row must be served. */
  readonly worst: number;
  readonly worstOfBest: number;
  /** Total lost. */
  readonly price: number;
}

export function protectWorstPair(
  problem: AssignmentProblem,
  best?: OptimalAssignment,
): FairAssignment | InfeasibleAssignment {
  return finish(protectingSteps(problem, best));
}

/** Share that is done when the highest level is known, roughly: one plan more is made after that. */
const LEVELS_KNOWN = 0.5;

/**
 * The same in steps. `known`: the best plan, also that of the problem without least demands, if it meets them. The first
 * among equals of many plans is the first of fewer, too; its prices are only where searches begin.
 */
export function* protectingSteps(
  problem: AssignmentProblem,
  known?: OptimalAssignment,
): Steps<FairAssignment | InfeasibleAssignment> {
  const best = known ?? (yield* solvingSteps(problem));
  if (best.status === 'infeasible') return best;
  const level = yield* part(0, LEVELS_KNOWN, highestLevel(problem, best));
  const plan = level === null ? best : yield* part(LEVELS_KNOWN, 1, solveFrom(problem, level, best));
  return {
    status: 'optimal',
    chosen: plan.chosen,
    total: plan.total,
    best,
    worst: worstWeight(problem, plan),
    worstOfBest: worstWeight(problem, best),
    price: best.total - plan.total,
  };
}

/** The highest level at which everybody can be served; null where that is the one of the best plan. */
function* highestLevel(problem: AssignmentProblem, best: OptimalAssignment): Steps<number | null> {
  const search = new ReachableLevels(candidateGraph(problem), problem.demand.least, best.chosen);
  const levels = search.above(worstWeight(problem, best));
  let low = 0;
  let high = levels.length;
  while (low < high) {
    yield 1 - (high - low) / levels.length;
    const middle = (low + high) >> 1;
    if (yield* search.reach(levels[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? null : levels[low - 1]!;
}

/** The best plan without pairs below the level, as far as a row that must be served is concerned; fixed pairs stay. */
function* solveFrom(
  problem: AssignmentProblem,
  level: number,
  start: OptimalAssignment,
): Steps<OptimalAssignment> {
  const { edges, demand } = problem;
  const fixed = new Set(problem.must.map((pair) => pairNumber(problem, pair)));
  const stays = (edge: number) => {
    const pair = { row: edges.row[edge]!, column: edges.column[edge]! };
    if (demand.least[pair.row] === 0 || unitsOf(edges.weight[edge]!) >= level) return true;
    return fixed.has(pairNumber(problem, pair));
  };
  const origin = edges.row.map((_row, edge) => edge).filter(stays);
  const placeOf = new Int32Array(edges.row.length).fill(-1);
  origin.forEach((edge, place) => {
    placeOf[edge] = place;
  });
  const above = {
    row: origin.map((edge) => edges.row[edge]!),
    column: origin.map((edge) => edges.column[edge]!),
    weight: Float64Array.from(origin, (edge) => edges.weight[edge]!),
  };
  const chosen = start.chosen.map((edge) => placeOf[edge]!).filter((place) => place >= 0);
  const solved = yield* solvingSteps({ ...problem, edges: above }, { ...start, chosen });
  if (solved.status === 'infeasible') throw new Error('a level that can be reached has no plan');
  return { ...solved, chosen: solved.chosen.map((edge) => origin[edge]!) };
}

/** Infinite where no row must be served. Fixed pairs do not count: nothing can be done about them. */
function worstWeight(problem: AssignmentProblem, { chosen }: OptimalAssignment): number {
  const { edges, demand } = problem;
  const fixed = new Set(problem.must.map((pair) => pairNumber(problem, pair)));
  let worst = Number.POSITIVE_INFINITY;
  for (const edge of chosen) {
    const pair = { row: edges.row[edge]!, column: edges.column[edge]! };
    if (demand.least[pair.row]! > 0 && !fixed.has(pairNumber(problem, pair)))
      worst = Math.min(worst, unitsOf(edges.weight[edge]!));
  }
  return worst;
}

function pairNumber({ columns }: AssignmentProblem, { row, column }: Pair): number {
  return row * columns + column;
}

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
import { checkShare, type FairAssignment, keepsEnough } from './fair-assignment.ts';
import { type AssignmentProblem, type Pair, unitsOf } from './problem.ts';
import { ReachableLevels } from './reachable-levels.ts';
import type { Assignment, InfeasibleAssignment, OptimalAssignment } from './solution.ts';
import { solvingSteps } from './solve-assignment.ts';

export interface Protection {
  /** The share of the largest total that must be left, from 0 (fairness at any price) to 1. */
  readonly keep?: number;
  /**
   * The best plan, where it is known: also that of the problem without least demands, if it meets them. The first among
   * equals of many plans is the first of fewer, too; its prices are only where searches begin.
   */
  readonly best?: OptimalAssignment;
}

export function protectWorstPair(
  problem: AssignmentProblem,
  terms: Protection = {},
): FairAssignment | InfeasibleAssignment {
  return finish(protectingSteps(problem, terms));
}

/** Share that is done when the highest level is known, roughly: one plan more is made after that. */
const LEVELS_KNOWN = 0.5;

/** The same in steps. */
export function* protectingSteps(
  problem: AssignmentProblem,
  { keep = 0, best: known }: Protection = {},
): Steps<FairAssignment | InfeasibleAssignment> {
  checkShare(keep);
  const best = known ?? (yield* solvingSteps(problem));
  if (best.status === 'infeasible') return best;
  const reachable = yield* part(0, LEVELS_KNOWN, reachableLevels(problem, best));
  const plan = yield* part(LEVELS_KNOWN, 1, bestFrom(problem, reachable, best, keep));
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

/** Levels above the one that is reached already at which everybody can be served, ascending. */
function* reachableLevels(problem: AssignmentProblem, best: OptimalAssignment): Steps<Float64Array> {
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
  return levels.subarray(0, low);
}

/** The best plan from the highest of the levels on; where much must be kept, from the highest that leaves as much. */
function* bestFrom(
  problem: AssignmentProblem,
  levels: Float64Array,
  best: OptimalAssignment,
  keep: number,
): Steps<OptimalAssignment> {
  let plan = best;
  let low = 0;
  let high = levels.length;
  while (low < high) {
    const done = 1 - (high - low) / levels.length;
    // the highest is tried first: where nothing must be kept it is the one
    const at = high === levels.length ? high - 1 : (low + high) >> 1;
    const tried = yield* part(done, done, solveFrom(problem, levels[at]!, plan));
    if (tried.status === 'infeasible') throw new Error('a level that can be reached has no plan');
    if (keepsEnough(tried.total, best.total, keep)) {
      plan = tried;
      low = at + 1;
    } else high = at;
  }
  return plan;
}

/** Without pairs below the level, as far as a row that must be served is concerned; fixed pairs stay. */
function* solveFrom(problem: AssignmentProblem, level: number, start: OptimalAssignment): Steps<Assignment> {
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
  if (solved.status === 'infeasible') return solved;
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

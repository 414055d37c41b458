/**
 * The plan whose worst pair is as good as can be, exactly, and what that costs the others.
 *
 * What is made as large as possible is the smallest weight of any pair among the rows that must be served (demand at
 * least 1); among all plans that reach it, the total. With one column a row this is the max-min plan; with more it is
 * a notion of its own: the largest smallest *sum* of a row is NP-hard to find (Garg, Kavitha, Kumar, Mehlhorn & Mestre
 * 2010).
 *
 * Whether a level can be reached is a question of the same kind without the pairs below it, and only gets harder as
 * the level rises; so halving over the levels that occur finds the best one (the bottleneck assignment, Gross 1959).
 */
import { finish, part, type Steps } from '../model/steps.ts';
import { checkShare, type FairAssignment, keepsEnough } from './fair-assignment.ts';
import { type AssignmentProblem, type Pair, unitsOf } from './problem.ts';
import type { Assignment, InfeasibleAssignment, OptimalAssignment } from './solution.ts';
import { solvingSteps } from './solve-assignment.ts';

/** `keep`: the share of the largest total that must be left, from 0 (fairness at any price) to 1. */
export function protectWorstPair(
  problem: AssignmentProblem,
  keep = 0,
): FairAssignment | InfeasibleAssignment {
  return finish(protectingSteps(problem, keep));
}

/** The same in steps. */
export function* protectingSteps(
  problem: AssignmentProblem,
  keep = 0,
): Steps<FairAssignment | InfeasibleAssignment> {
  checkShare(keep);
  const best = yield* solvingSteps(problem);
  if (best.status === 'infeasible') return best;
  const levels = levelsAbove(problem, worstWeight(problem, best));
  let plan = best;
  let low = 0;
  let high = levels.length;
  while (low < high) {
    const done = 1 - (high - low) / levels.length;
    const middle = (low + high) >> 1;
    const tried = yield* part(done, done, solveFrom(problem, levels[middle]!, plan));
    if (tried.status === 'optimal' && keepsEnough(tried.total, best.total, keep)) {
      plan = tried;
      low = middle + 1;
    } else high = middle;
  }
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

/** Weights that occur above the one that is reached already, ascending. */
function levelsAbove({ edges }: AssignmentProblem, reached: number): Float64Array {
  const units = edges.weight
    .map(unitsOf)
    .filter((weight) => weight > reached)
    .sort();
  return units.filter((weight, i) => i === 0 || weight > units[i - 1]!);
}

function pairNumber({ columns }: AssignmentProblem, { row, column }: Pair): number {
  return row * columns + column;
}

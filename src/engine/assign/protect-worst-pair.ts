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
import { checkShare, type FairAssignment, keepsEnough } from './fair-assignment.ts';
import { type AssignmentProblem, type Pair, unitsOf } from './problem.ts';
import type { Assignment, InfeasibleAssignment, OptimalAssignment } from './solution.ts';
import { solveAssignment } from './solve-assignment.ts';

/** `keep`: the share of the largest total that must be left, from 0 (fairness at any price) to 1. */
export function protectWorstPair(
  problem: AssignmentProblem,
  keep = 0,
): FairAssignment | InfeasibleAssignment {
  checkShare(keep);
  const best = solveAssignment(problem);
  if (best.status === 'infeasible') return best;
  const levels = levelsAbove(problem, worstWeight(problem, best));
  let plan = best;
  let low = 0;
  let high = levels.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const tried = solveFrom(problem, levels[middle]!, plan);
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
function solveFrom(problem: AssignmentProblem, level: number, start: OptimalAssignment): Assignment {
  const { edges, demand, mustNot } = problem;
  const fixed = new Set(problem.must.map((pair) => pairNumber(problem, pair)));
  const below: Pair[] = [];
  for (let edge = 0; edge < edges.row.length; edge++) {
    const pair = { row: edges.row[edge]!, column: edges.column[edge]! };
    const open = demand.least[pair.row]! > 0 && unitsOf(edges.weight[edge]!) < level;
    if (open && !fixed.has(pairNumber(problem, pair))) below.push(pair);
  }
  return solveAssignment({ ...problem, mustNot: [...mustNot, ...below] }, start);
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
  const units = new Set<number>();
  for (const weight of edges.weight) if (unitsOf(weight) > reached) units.add(unitsOf(weight));
  return Float64Array.from(units).sort();
}

function pairNumber({ columns }: AssignmentProblem, { row, column }: Pair): number {
  return row * columns + column;
}

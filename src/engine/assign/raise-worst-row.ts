/**
 * A plan in which the row with the smallest sum of weights has more, as near to the best possible as some rounds bring
 * it, and a bound on how good any plan could be.
 *
 * To maximise the worst sum exactly is NP-hard where rows get more than one column (Garg, Kavitha, Kumar, Mehlhorn &
 * Mestre 2010); PeerReview4All (Stelmakh, Shah & Singh 2021) and FairFlow (Kobren, Saha & McCallum 2019) approximate
 * it. Here: to reach a level, weights of rows below it are lifted by a factor, again and again, and the problem solved
 * anew (multipliers of the constraints "this row has at least the level", as in Lagrangian relaxation, Fisher 1981).
 * Each plan on the way is possible; the first in which no row is below the level counts. A row that is served well
 * enough is never lifted, so the total suffers little. Nothing proves that a level that is missed cannot be reached:
 * `worstAtMost` says what would be the best case, the poorest row alone with all columns for itself.
 */
import { checkShare, type FairAssignment, keepsEnough } from './fair-assignment.ts';
import { type AssignmentProblem, unitsOf } from './problem.ts';
import type { InfeasibleAssignment, OptimalAssignment } from './solution.ts';
import { solveAssignment } from './solve-assignment.ts';

const LIFT = 1.5;
const ROUNDS = 16;
/** Levels between the best plan's worst row and the bound that are tried, each halving the gap. */
const HALVINGS = 6;

interface Plan {
  readonly chosen: Int32Array;
  readonly slotPrice: Float64Array;
  readonly total: number;
  readonly worst: number;
}

/** `keep`: the share of the largest total that must be left, from 0 (fairness at any price) to 1. */
export function raiseWorstRow(problem: AssignmentProblem, keep = 0): FairAssignment | InfeasibleAssignment {
  checkShare(keep);
  const best = solveAssignment(problem);
  if (best.status === 'infeasible') return best;
  const start = seen(problem, best);
  const worstAtMost = poorestAlone(problem);
  let plan = start;
  let refused = worstAtMost;
  for (let tries = 0; tries <= HALVINGS && plan.worst < refused; tries++) {
    const level = tries === 0 ? worstAtMost : Math.ceil((plan.worst + refused) / 2);
    const reached = reach(problem, level, start);
    if (reached && keepsEnough(reached.total, best.total, keep)) plan = reached;
    else refused = level;
  }
  return {
    status: 'optimal',
    chosen: plan.chosen,
    total: plan.total,
    best,
    worst: plan.worst,
    worstOfBest: start.worst,
    worstAtMost,
    price: best.total - plan.total,
  };
}

/** The first plan found in which every row that must be served has at least the level; null where the rounds end. */
function reach(problem: AssignmentProblem, level: number, start: Plan): Plan | null {
  const lift = new Float64Array(problem.rows).fill(1);
  let plan = start;
  for (let round = 0; round < ROUNDS; round++) {
    const sums = rowSums(problem, plan.chosen);
    for (let row = 0; row < problem.rows; row++)
      if (problem.demand.least[row]! > 0 && sums[row]! < level) lift[row]! *= LIFT;
    const weight = lifted(problem, lift);
    const solved = solveAssignment({ ...problem, edges: { ...problem.edges, weight } }, plan);
    if (solved.status === 'infeasible') throw new Error('a plan was there before weights changed');
    plan = seen(problem, solved);
    if (plan.worst >= level) return plan;
  }
  return null;
}

function lifted({ edges }: AssignmentProblem, lift: Float64Array): Float64Array {
  return edges.weight.map((weight, edge) => weight * lift[edges.row[edge]!]!);
}

/** The same plan, counted in the problem's own weights. */
function seen(problem: AssignmentProblem, { chosen, slotPrice }: OptimalAssignment): Plan {
  const sums = rowSums(problem, chosen);
  let total = 0;
  let worst = Number.POSITIVE_INFINITY;
  for (let row = 0; row < problem.rows; row++) {
    total += sums[row]!;
    if (problem.demand.least[row]! > 0) worst = Math.min(worst, sums[row]!);
  }
  return { chosen, slotPrice, total, worst };
}

function rowSums({ rows, edges }: AssignmentProblem, chosen: Int32Array): Float64Array {
  const sums = new Float64Array(rows);
  for (const edge of chosen) sums[edges.row[edge]!]! += unitsOf(edges.weight[edge]!);
  return sums;
}

/** The smallest sum that a row that must be served gets from its best candidates, were no other row there. */
function poorestAlone({ rows, edges, demand }: AssignmentProblem): number {
  const weights: number[][] = Array.from({ length: rows }, () => []);
  for (let edge = 0; edge < edges.row.length; edge++)
    weights[edges.row[edge]!]!.push(unitsOf(edges.weight[edge]!));
  const sums = weights.map((own, row) =>
    own
      .sort((a, b) => b - a)
      .slice(0, demand.most[row]!)
      .filter((weight, place) => weight > 0 || place < demand.least[row]!)
      .reduce((sum, weight) => sum + weight, 0),
  );
  return sums.reduce(
    (least, sum, row) => (demand.least[row]! > 0 ? Math.min(least, sum) : least),
    Number.POSITIVE_INFINITY,
  );
}

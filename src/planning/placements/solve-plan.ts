/**
 * Which solver a plan needs. Slots alone are a flow, solved exactly and at once. Floor area is a knapsack: its limits
 * are looked at only where all who might come would not fit, and only where the best plan without them breaks one is
 * the general solver asked.
 */

import { roundAffinity } from '../../domain/affinity-curve.ts';
import type { Objective } from '../../domain/assignment.ts';
import type { Steps } from '../../engine/model/steps.ts';
import type { LinearSolver } from '../assign/linear-solver.ts';
import {
  type AssignmentProblem,
  type Pair,
  type SideConstraint,
  UNITS_PER_ONE,
  unitsOf,
} from '../assign/problem.ts';
import { protectingSteps } from '../assign/protect-worst-pair.ts';
import { solveWithSides } from '../assign/side-constraints.ts';
import type { Obstacle, OptimalAssignment } from '../assign/solution.ts';

export interface SolvedPlan {
  readonly status: 'optimal';
  readonly chosen: Int32Array;
  readonly total: number;
  /** What one more slot would add to the greatest total, by column; null where floor area decides: it has no prices. */
  readonly slotPrice: Float64Array | null;
}

export type PlanSolution =
  | SolvedPlan
  | { readonly status: 'infeasible'; readonly obstacles: readonly Obstacle[] };

/** `best`: the best plan under slots alone. Throws where floor area decides and there is no solver for it. */
export function* solvePlan(
  problem: AssignmentProblem,
  best: OptimalAssignment,
  sides: readonly SideConstraint[],
  objective: Objective,
  solver: LinearSolver | null,
): Steps<PlanSolution> {
  const flow = objective === 'total' ? best : yield* protectingSteps(withServed(problem, best.chosen), best);
  if (flow.status === 'infeasible') throw new Error('a plan that was there is not there any more');
  if (keeps(flow.chosen, sides)) return solved(flow.chosen, best.slotPrice);
  if (!solver) throw new Error('floor area decides, and no solver was loaded');
  const within = constrained(problem, sides, objective, solver);
  return within ? solved(within, null) : { status: 'infeasible', obstacles: [] };

  function solved(chosen: Int32Array, slotPrice: Float64Array | null): SolvedPlan {
    const total = chosen.reduce((sum, edge) => sum + unitsOf(problem.edges.weight[edge]!), 0);
    return { status: 'optimal', chosen, total: roundAffinity(total / UNITS_PER_ONE), slotPrice };
  }
}

/** Whoever has a place in the best plan keeps one: only then can the worst of them be made better. */
function withServed(problem: AssignmentProblem, chosen: Int32Array): AssignmentProblem {
  const least = problem.demand.least.slice();
  for (const edge of chosen) least[problem.edges.row[edge]!] = 1;
  return { ...problem, demand: { ...problem.demand, least } };
}

function keeps(chosen: Int32Array, sides: readonly SideConstraint[]): boolean {
  const taken = new Set(chosen);
  return sides.every(
    ({ edges, amounts, most }) =>
      edges.reduce((sum, edge, i) => sum + (taken.has(edge) ? amounts[i]! : 0), 0) <= most,
  );
}

/** Null where what is approved needs more floor area than there is. */
function constrained(
  problem: AssignmentProblem,
  sides: readonly SideConstraint[],
  objective: Objective,
  solver: LinearSolver,
): Int32Array | null {
  const best = solveWithSides(problem, sides, solver);
  if (best.status === 'infeasible') return null;
  return objective === 'total'
    ? best.chosen
    : worstFirst(withServed(problem, best.chosen), best.chosen, sides, solver);
}

/** Halves over the affinities that occur: which is the highest that everybody served can reach? */
function worstFirst(
  problem: AssignmentProblem,
  start: Int32Array,
  sides: readonly SideConstraint[],
  solver: LinearSolver,
): Int32Array {
  const { row, column, weight } = problem.edges;
  const levels = [...new Set(weight)].sort((a, b) => a - b);
  let chosen = start;
  let low = 0;
  let high = levels.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const below: Pair[] = [];
    for (let edge = 0; edge < weight.length; edge++)
      if (weight[edge]! < levels[middle]! && !isFixed(problem, edge))
        below.push({ row: row[edge]!, column: column[edge]! });
    const tried = solveWithSides({ ...problem, mustNot: [...problem.mustNot, ...below] }, sides, solver);
    if (tried.status === 'optimal') {
      chosen = tried.chosen;
      low = middle + 1;
    } else high = middle;
  }
  return chosen;
}

function isFixed({ must, edges }: AssignmentProblem, edge: number): boolean {
  return must.some((pair) => pair.row === edges.row[edge] && pair.column === edges.column[edge]);
}

/**
 * The best plan where something must hold that no flow can express: a carrier's pilot hours, of which results need
 * differing amounts; at most one of two pairs. Such problems are NP-hard (a knapsack is one), so they go to a general
 * solver of linear programs with whole variables, HiGHS (Huangfu & Hall 2018). Same problem, same answer read back;
 * without side constraints it is the independent check of solve-assignment.ts.
 */
import { candidateGraph } from './candidate-graph.ts';
import type { LinearSolver } from './linear-solver.ts';
import { lpText } from './lp-text.ts';
import { plainObstacles } from './plain-obstacles.ts';
import { type AssignmentProblem, type SideConstraint, unitsOf } from './problem.ts';

/** No prices: whole programs have none that prove anything. */
export type ConstrainedAssignment =
  | { readonly status: 'optimal'; readonly chosen: Int32Array; readonly total: number }
  | { readonly status: 'infeasible' };

/** Throws where the solver ends without a proof, or with a plan that breaks a constraint. */
export function solveWithSides(
  problem: AssignmentProblem,
  sides: readonly SideConstraint[],
  solver: LinearSolver,
): ConstrainedAssignment {
  checkSides(problem, sides);
  const graph = candidateGraph(problem);
  if (plainObstacles(problem, graph).length > 0) return { status: 'infeasible' };
  const variables = [...graph.fixed, ...graph.origin].sort((a, b) => a - b);
  if (variables.length === 0) return { status: 'optimal', chosen: new Int32Array(0), total: 0 };
  const outcome = solver(lpText(problem, variables, new Set(graph.fixed), sides));
  if (outcome.status === 'Infeasible') return { status: 'infeasible' };
  if (outcome.status !== 'Optimal') throw new Error(`the linear solver ended with: ${outcome.status}`);
  const { row, column, weight } = problem.edges;
  const chosen = Int32Array.from(variables.filter((edge) => isChosen(outcome.value(`x${edge}`)))).sort(
    (a, b) => row[a]! - row[b]! || column[a]! - column[b]!,
  );
  checkKept(chosen, sides);
  return { status: 'optimal', chosen, total: chosen.reduce((sum, edge) => sum + unitsOf(weight[edge]!), 0) };
}

/** How far from a whole number a linear solver may leave a variable that is one. */
const WHOLE_WITHIN = 1e-5;

function isChosen(value: number): boolean {
  if (Math.abs(value - Math.round(value)) > WHOLE_WITHIN)
    throw new Error(`the linear solver left a pair at ${value}, neither chosen nor not`);
  return value > 0.5;
}

function checkSides({ edges }: AssignmentProblem, sides: readonly SideConstraint[]): void {
  for (const [i, side] of sides.entries()) {
    if (side.edges.length !== side.amounts.length || !Number.isSafeInteger(side.most))
      throw new RangeError(`side constraint ${i}: one amount an edge, and a whole number as limit`);
    if (side.edges.some((edge) => edge < 0 || edge >= edges.row.length))
      throw new RangeError(`side constraint ${i}: an edge that the problem does not have`);
  }
}

/** Linear solvers keep constraints up to a tolerance; whole amounts show whether it mattered. */
function checkKept(chosen: Int32Array, sides: readonly SideConstraint[]): void {
  const taken = new Set(chosen);
  for (const [i, { edges, amounts, most }] of sides.entries()) {
    const used = edges.reduce((sum, edge, k) => sum + (taken.has(edge) ? amounts[k]! : 0), 0);
    if (used > most) throw new Error(`the linear solver broke side constraint ${i}: ${used} of ${most}`);
  }
}

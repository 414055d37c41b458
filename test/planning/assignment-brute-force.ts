/** Every plan of a small problem, tried out. */
import { type AssignmentProblem, unitsOf } from '../../src/planning/assign/problem.ts';

export const SMALL = { rows: 5, columns: 4 };
/** 2^12 plans each. */
const MOST_PAIRS = 12;

/** Pairs of the best plan, by row, then column; of equally good ones that with the first pairs. null: none is possible. */
export function bestPlan(problem: AssignmentProblem): [number, number][] | null | 'too many' {
  const plans = everyPlan(problem);
  if (plans === 'too many') return plans;
  const { edges } = problem;
  let best: number[] | null = null;
  let bestTotal = Number.NEGATIVE_INFINITY;
  for (const plan of plans) {
    const total = plan.reduce((sum, edge) => sum + unitsOf(edges.weight[edge]!), 0);
    if (total > bestTotal) [best, bestTotal] = [plan, total];
  }
  return best?.map((edge) => [edges.row[edge]!, edges.column[edge]!]) ?? null;
}

/** All possible plans; of two, the one that has the first pair in which they differ comes first. */
export function everyPlan(problem: AssignmentProblem): number[][] | 'too many' {
  const { edges } = problem;
  const places = Array.from(edges.row, (_row, edge) => edge).sort(
    (a, b) => edges.row[a]! - edges.row[b]! || edges.column[a]! - edges.column[b]!,
  );
  if (places.length > MOST_PAIRS) return 'too many';
  const plans: number[][] = [];
  for (let plan = 2 ** places.length - 1; plan >= 0; plan--) {
    const chosen = places.filter((_edge, i) => (plan >> (places.length - 1 - i)) & 1);
    if (isPossible(problem, chosen)) plans.push(chosen);
  }
  return plans;
}

function isPossible(problem: AssignmentProblem, chosen: readonly number[]): boolean {
  const { edges, demand, capacity, must, mustNot } = problem;
  const has = ({ row, column }: { row: number; column: number }): boolean =>
    chosen.some((edge) => edges.row[edge] === row && edges.column[edge] === column);
  return (
    within(demand, chosen, edges.row) &&
    within({ least: new Int32Array(capacity.length), most: capacity }, chosen, edges.column) &&
    must.every(has) &&
    !mustNot.some(has)
  );
}

function within(
  { least, most }: AssignmentProblem['demand'],
  chosen: readonly number[],
  of: Int32Array,
): boolean {
  const held = new Int32Array(least.length);
  for (const edge of chosen) held[of[edge]!]!++;
  return held.every((number, at) => number >= least[at]! && number <= most[at]!);
}

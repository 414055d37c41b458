/** Every plan of a small problem, tried out. */
import { type AssignmentProblem, unitsOf } from '../../src/engine/assign/problem.ts';

export const SMALL = { rows: 5, columns: 4 };
/** 2^12 plans each. */
const MOST_PAIRS = 12;

/** Pairs of the best plan, by row, then column; of equally good ones that with the first pairs. null: none is possible. */
export function bestPlan(problem: AssignmentProblem): [number, number][] | null | 'too many' {
  const { edges, demand, capacity } = problem;
  const places = Array.from(edges.row, (_row, edge) => edge).sort(
    (a, b) => edges.row[a]! - edges.row[b]! || edges.column[a]! - edges.column[b]!,
  );
  if (places.length > MOST_PAIRS) return 'too many';
  const key = (row: number, column: number): string => `${row} ${column}`;
  const must = new Set(problem.must.map(({ row, column }) => key(row, column)));
  const mustNot = new Set(problem.mustNot.map(({ row, column }) => key(row, column)));
  let best: number[] | null = null;
  let bestTotal = Number.NEGATIVE_INFINITY;
  // from all pairs downwards: of two plans, that with the earlier pairs comes first
  for (let plan = 2 ** places.length - 1; plan >= 0; plan--) {
    const chosen = places.filter((_edge, i) => (plan >> (places.length - 1 - i)) & 1);
    const total = chosen.reduce((sum, edge) => sum + unitsOf(edges.weight[edge]!), 0);
    if (total <= bestTotal) continue;
    const taken = new Set(chosen.map((edge) => key(edges.row[edge]!, edges.column[edge]!)));
    const possible =
      within(demand, chosen, edges.row) &&
      within(capacity, chosen, edges.column) &&
      [...must].every((pair) => taken.has(pair)) &&
      ![...mustNot].some((pair) => taken.has(pair));
    if (possible) [best, bestTotal] = [chosen, total];
  }
  return best && best.map((edge) => [edges.row[edge]!, edges.column[edge]!]);
}

function within({ least, most }: AssignmentProblem['demand'], chosen: readonly number[], of: Int32Array): boolean {
  const held = new Int32Array(least.length);
  for (const edge of chosen) held[of[edge]!]!++;
  return held.every((number, at) => number >= least[at]! && number <= most[at]!);
}

/**
 * Whether a plan is possible and the best one, without trusting the solver: only the problem and the answer are read.
 *
 * Any prices bound every plan from above (weak duality): what a row gets, less what it pays, is at most its potential
 * for each pair, and columns sell at most their slots. A plan that reaches such a bound is a best one; no search is
 * needed to see it. Sums are BigInt: no rounding, whatever the size.
 */
import {
  type AssignmentProblem,
  type Bounds,
  UNBOUNDED,
  unitsOf,
} from '../../src/planning/assign/problem.ts';
import type { OptimalAssignment } from '../../src/planning/assign/solution.ts';

export interface Verification {
  readonly ok: boolean;
  /** What is wrong, in words; empty where all is well. */
  readonly faults: readonly string[];
  /** The plan's total and the bound that no plan exceeds, in units of 1e-9; the second is null where prices bound nothing. */
  readonly total: bigint;
  readonly bound: bigint | null;
}

export function verifyOptimal(problem: AssignmentProblem, solution: OptimalAssignment): Verification {
  const taken = new Set(solution.chosen);
  const total = sumOf(solution.chosen, (edge) => unitsOf(problem.edges.weight[edge]!));
  const bound = upperBound(problem, solution);
  const faults = [
    ...edgeFaults(problem, solution.chosen, taken),
    ...boundFaults(problem, solution.chosen),
    ...pairFaults(problem, taken),
  ];
  if (total !== BigInt(solution.total))
    faults.push(`total ${solution.total} is said, the pairs give ${total}`);
  if (bound === null)
    faults.push('a price is no whole number, or one is asked for a slot of an unlimited column');
  else if (bound !== total) faults.push(`the prices allow plans up to ${bound}, this one has ${total}`);
  return { ok: faults.length === 0, faults, total, bound };
}

function edgeFaults({ edges }: AssignmentProblem, chosen: Int32Array, taken: ReadonlySet<number>): string[] {
  const faults = Array.from(chosen)
    .filter((edge) => edge < 0 || edge >= edges.row.length)
    .map((edge) => `edge ${edge} does not exist`);
  if (taken.size !== chosen.length) faults.push('an edge is chosen twice');
  return faults;
}

/** Overloads and shortfalls of rows and columns. */
function boundFaults(
  { rows, columns, edges, demand, capacity }: AssignmentProblem,
  chosen: Int32Array,
): string[] {
  const sides = [
    { name: 'row', count: rows, of: edges.row, bounds: demand },
    { name: 'column', count: columns, of: edges.column, bounds: atMost(capacity) },
  ];
  return sides.flatMap(({ name, count, of, bounds: { least, most } }) => {
    const held = new Int32Array(count);
    for (const edge of chosen) held[of[edge]!]!++;
    return Array.from(held, (number, at) => ({ number, at }))
      .filter(({ number, at }) => number < least[at]! || number > most[at]!)
      .map(({ number, at }) => `${name} ${at} has ${number}, not ${least[at]} to ${most[at]}`);
  });
}

function atMost(most: Int32Array): Bounds {
  return { least: new Int32Array(most.length), most };
}

function pairFaults(problem: AssignmentProblem, taken: ReadonlySet<number>): string[] {
  const fixed = placesOf(problem, problem.must);
  const forbidden = placesOf(problem, problem.mustNot);
  return [
    ...[...fixed].filter((edge) => !taken.has(edge)).map((edge) => `edge ${edge} must be and is not`),
    ...[...forbidden].filter((edge) => taken.has(edge)).map((edge) => `edge ${edge} must not be and is`),
  ];
}

function placesOf({ columns, edges }: AssignmentProblem, pairs: AssignmentProblem['must']): Set<number> {
  const wanted = new Set(pairs.map(({ row, column }) => row * columns + column));
  const places = new Set<number>();
  if (wanted.size === 0) return places;
  for (let edge = 0; edge < edges.row.length; edge++)
    if (wanted.has(edges.row[edge]! * columns + edges.column[edge]!)) places.add(edge);
  return places;
}

/** The dual objective: Σ of what prices and potentials ask for the bounds, and of what free pairs gain beyond them. */
function upperBound(
  problem: AssignmentProblem,
  { slotPrice, rowPotential }: OptimalAssignment,
): bigint | null {
  const { edges } = problem;
  const fixed = placesOf(problem, problem.must);
  const forbidden = placesOf(problem, problem.mustNot);
  const rows = worthOf(problem.demand, rowPotential, fixed, edges.row);
  const columns = worthOf(atMost(problem.capacity), slotPrice, fixed, edges.column);
  if (rows === null || columns === null) return null;
  let bound = rows + columns;
  for (let edge = 0; edge < edges.row.length; edge++) {
    const weight = unitsOf(edges.weight[edge]!);
    const beyond = weight - rowPotential[edges.row[edge]!]! - slotPrice[edges.column[edge]!]!;
    if (fixed.has(edge)) bound += BigInt(weight);
    else if (!forbidden.has(edge) && beyond > 0) bound += BigInt(beyond);
  }
  return bound;
}

function worthOf(
  { least, most }: Bounds,
  price: Float64Array,
  fixed: ReadonlySet<number>,
  ofEdge: Int32Array,
): bigint | null {
  const used = new Int32Array(price.length);
  for (const edge of fixed) used[ofEdge[edge]!]!++;
  let worth = 0n;
  for (let at = 0; at < price.length; at++) {
    const each = price[at]!;
    if (!Number.isSafeInteger(each) || (each > 0 && most[at] === UNBOUNDED)) return null;
    const count = each > 0 ? most[at]! - used[at]! : Math.max(0, least[at]! - used[at]!);
    worth += BigInt(each) * BigInt(count);
  }
  return worth;
}

function sumOf(edges: Int32Array, value: (edge: number) => number): bigint {
  let sum = 0n;
  for (const edge of edges) sum += BigInt(value(edge));
  return sum;
}

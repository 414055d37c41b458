/** Assignment problems for tests: written by hand, or drawn with everything that makes them hard. */

import { mulberry32 } from '../../src/engine/measures.ts';
import {
  type AssignmentProblem,
  type Bounds,
  type Pair,
  UNBOUNDED,
} from '../../src/planning/assign/problem.ts';

/** `[row, column, weight]`; a bound is one number for all, or one for each. */
export interface Given {
  readonly rows: number;
  readonly columns: number;
  readonly pairs: readonly (readonly [row: number, column: number, weight: number])[];
  readonly demand?: Partial<Record<'least' | 'most', number | readonly number[]>>;
  readonly capacity?: number | readonly number[];
  readonly must?: readonly Pair[];
  readonly mustNot?: readonly Pair[];
}

export function problemOf({
  rows,
  columns,
  pairs,
  demand,
  capacity,
  must,
  mustNot,
}: Given): AssignmentProblem {
  return {
    rows,
    columns,
    edges: {
      row: Int32Array.from(pairs, ([row]) => row),
      column: Int32Array.from(pairs, ([, column]) => column),
      weight: Float64Array.from(pairs, ([, , weight]) => weight),
    },
    demand: { least: bounds(rows, demand?.least ?? 0), most: bounds(rows, demand?.most ?? 1) },
    capacity: bounds(columns, capacity ?? 1),
    must: must ?? [],
    mustNot: mustNot ?? [],
  };
}

function bounds(count: number, given: number | readonly number[]): Int32Array {
  return typeof given === 'number' ? new Int32Array(count).fill(given) : Int32Array.from(given);
}

/** The problem with so many more slots at one column; fewer where negative. */
export function withSlots(problem: AssignmentProblem, column: number, more: number): AssignmentProblem {
  const capacity = problem.capacity.slice();
  if (capacity[column] !== UNBOUNDED) capacity[column]! += more;
  return { ...problem, capacity };
}

/** Few values make ties, many make none. */
const VALUES = [2, 10, 1e4, 1e9];

export interface Largest {
  readonly rows: number;
  readonly columns: number;
}

/** Capacities tight or loose or unknown, demands, fixed and forbidden pairs; some are impossible. */
export function drawnProblem(seed: number, largest: Largest): AssignmentProblem {
  const random = mulberry32(seed);
  const upTo = (most: number): number => 1 + Math.floor(random() * most);
  const rows = upTo(largest.rows);
  const columns = upTo(largest.columns);
  const dense = Math.max(0.15 + 0.85 * random() ** 2, 2 / columns);
  const values = VALUES[Math.floor(random() * VALUES.length)]!;
  const pairs: [number, number, number][] = [];
  const must: Pair[] = [];
  const mustNot: Pair[] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      if (random() >= dense) continue;
      pairs.push([row, column, Math.round(random() * values) / values]);
      const kind = random();
      if (kind < 0.004) must.push({ row, column });
      else if (kind < 0.03) mustNot.push({ row, column });
    }
  shuffle(pairs, random);
  const demand = drawnBounds(rows, () => upTo(3), random, random() < 0.5 ? 0.7 : 0);
  const slots = upTo(Math.ceil((2.5 * rows) / columns) + 1);
  const capacity = drawnBounds(columns, () => upTo(slots), random, 0).most;
  return { ...problemOf({ rows, columns, pairs, must, mustNot }), demand, capacity };
}

function drawnBounds(count: number, most: () => number, random: () => number, bound: number): Bounds {
  const drawn = Array.from({ length: count }, () => {
    const limit = random() < 0.05 ? UNBOUNDED : most();
    return { limit, least: random() < bound ? Math.min(limit, random() < 0.8 ? 1 : 2) : 0 };
  });
  return {
    least: Int32Array.from(drawn, ({ least }) => least),
    most: Int32Array.from(drawn, ({ limit }) => limit),
  };
}

function shuffle(items: unknown[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j], items[i]];
  }
}

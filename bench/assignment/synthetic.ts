/** Assignment problems of any size, seeded: the same numbers give the same problem. */

import { mulberry32 } from '../../src/engine/measures.ts';
import type { AssignmentProblem } from '../../src/planning/assign/problem.ts';

export interface SyntheticSize {
  readonly rows: number;
  readonly columns: number;
  /** Candidates of each row. */
  readonly perRow: number;
  /** Slots of all columns for each row. */
  readonly slotsPerRow: number;
  /** Affinities all of one kind, or with carriers that everybody wants: then nearly every slot is fought over. */
  readonly wants: 'evenly' | 'the same';
  readonly seed: number;
}

export function syntheticProblem(size: SyntheticSize): AssignmentProblem {
  const { rows, columns, perRow } = size;
  const random = mulberry32(size.seed);
  const fame = Float64Array.from({ length: columns }, random);
  const row = new Int32Array(rows * perRow);
  const column = new Int32Array(rows * perRow);
  const weight = new Float64Array(rows * perRow);
  for (let r = 0, edge = 0; r < rows; r++) {
    const candidates = new Set<number>();
    while (candidates.size < perRow) candidates.add(Math.floor(random() * columns));
    for (const c of candidates) {
      row[edge] = r;
      column[edge] = c;
      const own = random();
      weight[edge++] = roundTo9(size.wants === 'evenly' ? own : 0.7 * fame[c]! + 0.3 * own);
    }
  }
  const slots = Math.ceil((rows * size.slotsPerRow) / columns);
  return {
    rows,
    columns,
    edges: { row, column, weight },
    demand: { least: new Int32Array(rows), most: new Int32Array(rows).fill(1) },
    capacity: new Int32Array(columns).fill(slots),
    must: [],
    mustNot: [],
  };
}

function roundTo9(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

/** Rows and pools as numbers for the solver, and its answer back: the solver knows no records. */
import type { AssignmentTerms } from '../../domain/assignment.ts';
import type { AssignmentProblem, Pair } from '../assign/problem.ts';
import type { Pool } from './capacity-pools.ts';
import type { PlanRow } from './rows.ts';

export interface EncodedPlan {
  readonly problem: AssignmentProblem;
  /** Place of each edge among the options of its row. */
  readonly optionOf: Int32Array;
}

export function encodePlan(
  rows: readonly PlanRow[],
  pools: readonly Pool[],
  perResult: AssignmentTerms['perResult'],
): EncodedPlan {
  const size = rows.reduce((sum, { options }) => sum + options.length, 0);
  const edges = {
    row: new Int32Array(size),
    column: new Int32Array(size),
    weight: new Float64Array(size),
  };
  const optionOf = new Int32Array(size);
  const must: Pair[] = [];
  let at = 0;
  rows.forEach(({ options }, row) => {
    options.forEach(({ pool, affinity, fixed }, option) => {
      edges.row[at] = row;
      edges.column[at] = pool;
      edges.weight[at] = affinity;
      optionOf[at++] = option;
      if (fixed) must.push({ row, column: pool });
    });
  });
  const most = rows.map(({ purpose, options }) => {
    const fixed = options.filter((option) => option.fixed).length;
    // what a reviewer has approved stands, also where a result may now go to fewer carriers
    return Math.max(perResult[purpose], fixed);
  });
  return {
    problem: {
      rows: rows.length,
      columns: pools.length,
      edges,
      demand: { least: new Int32Array(rows.length), most: Int32Array.from(most) },
      capacity: {
        least: new Int32Array(pools.length),
        most: Int32Array.from(pools, ({ slots }) => slots),
      },
      must,
      mustNot: [],
    },
    optionOf,
  };
}

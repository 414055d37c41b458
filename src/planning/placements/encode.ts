/** Rows and pools as numbers for the solver, and its answer back: the solver knows no records. */
import type { AssignmentProblem, Pair } from '../assign/problem.ts';
import type { Pool } from './capacity-pools.ts';
import type { PlanRow } from './rows.ts';

export interface EncodedPlan {
  /** But for demands: how many carriers a result may go to differs from plan to plan. */
  readonly problem: Omit<AssignmentProblem, 'demand'>;
  /** Options of each row that a reviewer has approved. */
  readonly fixed: Int32Array;
  /** Place of each edge among the options of its row. */
  readonly optionOf: Int32Array;
}

export function encodePlan(rows: readonly PlanRow[], pools: readonly Pool[]): EncodedPlan {
  const size = rows.reduce((sum, { count }) => sum + count, 0);
  const edges = {
    row: new Int32Array(size),
    column: new Int32Array(size),
    weight: new Float64Array(size),
  };
  const optionOf = new Int32Array(size);
  const must: Pair[] = [];
  const fixedOf = new Int32Array(rows.length);
  let at = 0;
  rows.forEach(({ options }, row) => {
    options.forEach(({ pool, affinity, fixed }, option) => {
      edges.row[at] = row;
      edges.column[at] = pool;
      edges.weight[at] = affinity;
      optionOf[at++] = option;
      if (!fixed) return;
      must.push({ row, column: pool });
      fixedOf[row]!++;
    });
  });
  return {
    problem: {
      rows: rows.length,
      columns: pools.length,
      edges,
      capacity: Int32Array.from(pools, ({ slots }) => slots),
      must,
      mustNot: [],
    },
    optionOf,
    fixed: fixedOf,
  };
}

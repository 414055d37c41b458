/** What the solver answers, in numbers only. Rows, columns and edges are places in the problem. */
import type { Pair } from './problem.ts';

/** A plan that no other one exceeds, with the prices that prove it (docs/assignment.md). */
export interface OptimalAssignment {
  readonly status: 'optimal';
  /** Edges of the plan, fixed pairs included, by row, then column. */
  readonly chosen: Int32Array;
  /** Sum of their weights, in units of 1e-9: a whole number. */
  readonly total: number;
  /** For each column what one more slot would add to the total, in the same units; 0 where slots are left. */
  readonly slotPrice: Float64Array;
  /** For each row what its last demand is worth after prices; negative where it must take what loses. */
  readonly rowPotential: Float64Array;
}

export interface InfeasibleAssignment {
  readonly status: 'infeasible';
  /** At least one; each has to be got out of the way. */
  readonly obstacles: readonly Obstacle[];
}

export type Assignment = OptimalAssignment | InfeasibleAssignment;

export type Obstacle = ContradictionObstacle | FixedObstacle | CandidatesObstacle | SlotsObstacle;

/** A pair is fixed and forbidden. */
export interface ContradictionObstacle {
  readonly kind: 'contradiction';
  readonly pair: Pair;
}

/** More pairs are fixed for a row, or a column, than it may have. */
export interface FixedObstacle {
  readonly kind: 'fixed-row' | 'fixed-column';
  readonly at: number;
  readonly fixed: number;
  readonly most: number;
}

/** A row has fewer candidates than it must get. */
export interface CandidatesObstacle {
  readonly kind: 'candidates';
  readonly row: number;
  readonly candidates: number;
  readonly least: number;
}

/**
 * Rows that can go nowhere else need more places in these columns than there are (Hall 1935). `missing` is the
 * smallest number of slots that must be added, in whatever columns, to make a plan possible; adding them as `free`
 * says does.
 */
export interface SlotsObstacle {
  readonly kind: 'slots';
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly needed: number;
  readonly offered: number;
  readonly missing: number;
  readonly free: readonly { readonly column: number; readonly slots: number }[];
}

/**
 * The question that this room answers, in numbers only: which rows go to which columns.
 *
 * Rows are what is given away (a result for one purpose), columns are what takes (a carrier). The encoder turns
 * records into this, the decoder turns the chosen edges back; nothing in between knows a record.
 */

/** No limit is known. Unknown is not zero: a column without a known capacity takes all that fits it. */
export const UNBOUNDED = 0x7fff_ffff;

/** At least and at most so many, one number for each row. */
export interface Bounds {
  readonly least: Int32Array;
  readonly most: Int32Array;
}

/** Candidate pairs: parallel arrays, in any order, no pair twice. Weights are rounded to 1e-9. */
export interface Edges {
  readonly row: Int32Array;
  readonly column: Int32Array;
  readonly weight: Float64Array;
}

export interface Pair {
  readonly row: number;
  readonly column: number;
}

export interface AssignmentProblem {
  readonly rows: number;
  readonly columns: number;
  readonly edges: Edges;
  /** How many columns a row gets. */
  readonly demand: Bounds;
  /** How many rows a column takes at most. */
  readonly capacity: Int32Array;
  /** Pairs that stand whatever they cost: decisions of earlier reviews. Each must be among the edges. */
  readonly must: readonly Pair[];
  /** Pairs that may not be: conflicts. They need not be among the edges. */
  readonly mustNot: readonly Pair[];
}

/** Σ amount of the chosen ones among these edges is at most `most`. Whole numbers (hours, lots, square metres). */
export interface SideConstraint {
  readonly edges: Int32Array;
  readonly amounts: Int32Array;
  readonly most: number;
}

/**
 * Weights are counted in whole units of 1e-9, the precision to which affinities are rounded. Sums of whole numbers
 * below 2^53 are exact in a double, so "optimal" is a statement about integers, without any tolerance.
 */
export const UNITS_PER_ONE = 1e9;

export function unitsOf(weight: number): number {
  return Math.round(weight * UNITS_PER_ONE);
}

/**
 * A plan that gives up some of the total for its worst-served row: what was gained, what it cost (the price of
 * fairness; Bertsimas, Farias & Trichakis 2011). All sums in units of 1e-9.
 */
import type { OptimalAssignment } from './solution.ts';

export interface FairAssignment {
  readonly status: 'optimal';
  readonly chosen: Int32Array;
  readonly total: number;
  /** The plan of the largest total, which the fair one is held against. */
  readonly best: OptimalAssignment;
  /** How well the worst is served by the fair plan, and by the best one; infinite where no row must be served. */
  readonly worst: number;
  readonly worstOfBest: number;
  /** Total lost. */
  readonly price: number;
}

/** Whether at least the share `keep` of the best total is left. */
export function keepsEnough(total: number, best: number, keep: number): boolean {
  return keep === 0 || best - total <= (1 - keep) * Math.abs(best);
}

export function checkShare(keep: number): void {
  if (!(keep >= 0 && keep <= 1)) throw new RangeError(`keep: a share from 0 to 1, found ${keep}`);
}

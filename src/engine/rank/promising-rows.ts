/**
 * Rows in the order in which they are worth looking at, by what their score can reach at most. Those that the
 * `limit` best are sure to beat are left out. The order is coarse, by counting: rows of one step are as they come.
 */
import type { BoundedRows } from './bounded-rows.ts';

const STEPS = 1024;
/** Scores are rounded to nine decimals: within less there is nothing to put in order. */
const LEAST_RANGE = 1e-9;

export class PromisingRows {
  /** As they come, and in order. */
  private found = new Int32Array(0);
  private rows = new Int32Array(0);
  private readonly starts = new Int32Array(STEPS + 1);

  /** The rows that can reach `least`, the most promising first. */
  of(bounds: BoundedRows, least: number): Int32Array {
    const { most } = bounds;
    if (this.rows.length < most.length) {
      this.found = new Int32Array(most.length);
      this.rows = new Int32Array(most.length);
    }
    const { found, rows, starts } = this;
    const lowest = Math.max(0, least);
    const count = bounds.reaching(lowest, found);
    let greatest = lowest;
    for (let i = 0; i < count; i++) greatest = Math.max(greatest, most[found[i]!]!);
    const range = greatest - lowest;
    const scale = range > LEAST_RANGE ? (STEPS - 1) / range : 0;
    starts.fill(0);
    for (let i = 0; i < count; i++) starts[1 + stepOf(most[found[i]!]!, greatest, scale)]!++;
    for (let step = 0; step < STEPS; step++) starts[step + 1]! += starts[step]!;
    for (let i = 0; i < count; i++) {
      const row = found[i]!;
      rows[starts[stepOf(most[row]!, greatest, scale)]!++] = row;
    }
    return rows.subarray(0, count);
  }
}

function stepOf(value: number, greatest: number, scale: number): number {
  return Math.floor((greatest - value) * scale);
}

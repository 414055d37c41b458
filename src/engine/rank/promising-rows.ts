/**
 * Rows in the order in which they are worth looking at, by what their score can reach at most. Those that the
 * `limit` best are sure to beat are left out. The order is coarse, by counting: rows of one step are as they come.
 */
const STEPS = 1024;
/** Scores are rounded to nine decimals: within less there is nothing to put in order. */
const LEAST_RANGE = 1e-9;

export class PromisingRows {
  private rows = new Int32Array(0);
  private readonly starts = new Int32Array(STEPS + 1);

  /** Of the first `size` rows those whose `most`, what the score can reach, is `least` at least; the most promising first. */
  from(most: Float64Array, least: number, size: number): Int32Array {
    if (this.rows.length < size) this.rows = new Int32Array(Math.ceil(1.5 * size));
    const { rows, starts } = this;
    let greatest = 0;
    for (let row = 0; row < size; row++) if (most[row]! > greatest) greatest = most[row]!;
    const lowest = Math.max(0, least);
    const range = greatest - lowest;
    const scale = range > LEAST_RANGE ? (STEPS - 1) / range : 0;
    starts.fill(0);
    for (let row = 0; row < size; row++) {
      const value = most[row]!;
      if (value >= lowest) starts[1 + stepOf(value, greatest, scale)]!++;
    }
    for (let step = 0; step < STEPS; step++) starts[step + 1]! += starts[step]!;
    const found = starts[STEPS]!;
    for (let row = 0; row < size; row++) {
      const value = most[row]!;
      if (value >= lowest) rows[starts[stepOf(value, greatest, scale)]!++] = row;
    }
    return rows.subarray(0, found);
  }
}

function stepOf(value: number, greatest: number, scale: number): number {
  return Math.floor((greatest - value) * scale);
}

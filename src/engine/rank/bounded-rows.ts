/** What the score of each row can reach at most, and the greatest of every few rows, so that others are passed over. */
import { GROUP, inGroups, type Kernel } from '../kernel/kernel.ts';
import type { TopRows } from './top-rows.ts';

/** Scores are at most 1. A power of two: a step is never above what it stands for. */
const STEPS = 1024;

export class BoundedRows {
  size = 0;
  /** By row; NaN where there is no carrier. */
  most: Float32Array = new Float32Array(0);
  /** Of each `GROUP` rows the greatest. */
  peaks: Float32Array = new Float32Array(0);
  /** How many peaks there are of each step. */
  private readonly steps = new Int32Array(STEPS);

  /** Of so many rows from now on. */
  begin(kernel: Kernel, size: number): void {
    this.size = size;
    if (this.most.length >= inGroups(size)) return;
    const room = inGroups(1.5 * size);
    this.most = kernel.floats(room);
    this.peaks = kernel.floats(room / GROUP);
  }

  /** Offers the rows that can reach most, `limit` of them at least where there are so many. */
  offerTo(first: TopRows<null>, limit: number): void {
    const { most, peaks, size } = this;
    const least = this.reachedBy(limit);
    for (let row = 0; row < size; row += GROUP) {
      if (peaks[row / GROUP]! < least) continue;
      const end = Math.min(size, row + GROUP);
      for (let at = row; at < end; at++) if (most[at]! >= least) first.offer(at, most[at]!, null);
    }
  }

  /** What so many rows reach at least, each of them the greatest of its group. */
  private reachedBy(limit: number): number {
    const { peaks, steps } = this;
    steps.fill(0);
    const groups = Math.ceil(this.size / GROUP);
    for (let group = 0; group < groups; group++) {
      const peak = peaks[group]!;
      if (peak >= 0) steps[Math.min(STEPS - 1, Math.floor(STEPS * peak))]!++;
    }
    let count = 0;
    for (let step = STEPS - 1; step >= 0; step--) {
      count += steps[step]!;
      if (count >= limit) return step / STEPS;
    }
    return Number.NEGATIVE_INFINITY;
  }

  /** Writes the rows that can reach `least` into `rows`, which has room for all; returns how many there are. */
  reaching(least: number, rows: Int32Array): number {
    const { most, peaks, size } = this;
    let count = 0;
    for (let row = 0; row < size; row += GROUP) {
      if (peaks[row / GROUP]! < least) continue;
      const end = Math.min(size, row + GROUP);
      for (let at = row; at < end; at++) if (most[at]! >= least) rows[count++] = at;
    }
    return count;
  }
}

/** What the score of each row can reach at most, and the greatest of every few rows, so that others are passed over. */
import { GROUP, inGroups, type Kernel } from '../kernel/kernel.ts';
import type { TopRows } from './top-rows.ts';

export class BoundedRows {
  size = 0;
  /** By row; NaN where there is no carrier. */
  most: Float32Array = new Float32Array(0);
  /** Of each `GROUP` rows the greatest, or more. */
  peaks: Float32Array = new Float32Array(0);

  /** Of so many rows from now on. */
  begin(kernel: Kernel, size: number): void {
    this.size = size;
    if (this.most.length >= inGroups(size)) return;
    const room = inGroups(1.5 * size);
    this.most = kernel.floats(room);
    this.peaks = kernel.floats(room / GROUP);
  }

  /** Offers the rows that can reach most. */
  offerTo(first: TopRows<null>): void {
    const { most, peaks, size } = this;
    let least = first.threshold;
    for (let row = 0; row < size; row += GROUP) {
      if (peaks[row / GROUP]! <= least) continue;
      const end = Math.min(size, row + GROUP);
      for (let at = row; at < end; at++) {
        if (most[at]! > least) {
          first.offer(at, most[at]!, null);
          least = first.threshold;
        }
      }
    }
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

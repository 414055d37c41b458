/** The products of one text with those of all carriers; those of its own language are compared by its own words alone. */
import type { ImpactIndex } from '../index/impact-index.ts';
import type { ImpactVector } from '../index/impact-vector.ts';
import type { Kernel } from '../kernel/kernel.ts';

export class TextProducts {
  /** By row. */
  sums: Int32Array = new Int32Array(0);
  private foreignSums: Int32Array = new Int32Array(0);
  private readonly kernel: Kernel;

  constructor(kernel: Kernel) {
    this.kernel = kernel;
  }

  /** Has room for so many rows from now on. */
  reserve(rows: number): void {
    this.sums = this.kernel.ints(rows);
  }

  /** From now on these texts are compared; `isForeign` says of a row whether it is of the other language. */
  compare(
    texts: ImpactIndex,
    own: ImpactVector,
    whole: ImpactVector,
    isForeign: (row: number) => boolean,
  ): void {
    texts.accumulate(own, this.sums);
    if (own === whole) return;
    if (this.foreignSums.length < this.sums.length) this.foreignSums = this.kernel.ints(this.sums.length);
    texts.accumulate(whole, this.foreignSums);
    for (let row = 0; row < texts.size; row++) if (isForeign(row)) this.sums[row] = this.foreignSums[row]!;
  }
}

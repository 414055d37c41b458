/**
 * The products of one text with those of all carriers: of rare terms at first, and of a row that is completed, of all.
 * Carriers of the text's own language are compared by its own words alone.
 */
import { CommonPart } from '../index/frequent-terms.ts';
import type { ImpactIndex } from '../index/impact-index.ts';
import type { ImpactVector } from '../index/impact-vector.ts';

export class TextProducts {
  /** By row. */
  sums = new Int32Array(0);
  /** What common terms may add: to rows of the same language, and to others. */
  private readonly ownRest = new CommonPart();
  private readonly wholeRest = new CommonPart();
  private foreignRest = this.ownRest;
  private foreignSums = new Int32Array(0);

  /** Has room for so many rows from now on. */
  reserve(rows: number): void {
    this.sums = new Int32Array(rows);
  }

  /** From now on these texts are compared; `isForeign` says of a row whether it is of the other language. */
  compare(
    texts: ImpactIndex,
    own: ImpactVector,
    whole: ImpactVector,
    isForeign: (row: number) => boolean,
  ): void {
    texts.accumulateRare(own, this.sums, this.ownRest);
    this.foreignRest = own === whole ? this.ownRest : this.wholeRest;
    if (own === whole) return;
    if (this.foreignSums.length < this.sums.length) this.foreignSums = new Int32Array(this.sums.length);
    texts.accumulateRare(whole, this.foreignSums, this.wholeRest);
    for (let row = 0; row < texts.size; row++) if (isForeign(row)) this.sums[row] = this.foreignSums[row]!;
  }

  /** Length of what common terms may add. */
  restLength(foreign: boolean): number {
    return (foreign ? this.foreignRest : this.ownRest).length;
  }

  /** Adds what common terms bring to a row. */
  complete(texts: ImpactIndex, row: number, foreign: boolean): void {
    this.sums[row]! += texts.common.product(row, foreign ? this.foreignRest : this.ownRest);
  }
}

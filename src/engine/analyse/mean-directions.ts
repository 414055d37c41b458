/** Each class as the mean direction of its texts (Rocchio 1971); a text is compared with each by the cosine. */
import type { SparseVector } from './linear-classes.ts';

export interface WeighedVector {
  readonly vector: SparseVector;
  /** Class and share. */
  readonly shares: readonly (readonly [number, number])[];
  readonly weight: number;
}

export class MeanDirections {
  private readonly classes: number;
  /** Feature after feature, in each the classes. */
  private readonly rows: Float64Array;

  constructor(texts: readonly WeighedVector[], features: number, classes: number) {
    this.classes = classes;
    this.rows = new Float64Array(features * classes);
    for (const { vector, shares, weight } of texts)
      for (const [c, share] of shares)
        vector.at.forEach((feature, i) => {
          this.rows[feature * classes + c]! += weight * share * vector.values[i]!;
        });
    const squares = new Float64Array(classes);
    this.rows.forEach((value, i) => {
      squares[i % classes]! += value ** 2;
    });
    for (let i = 0; i < this.rows.length; i++) this.rows[i]! /= Math.sqrt(squares[i % classes]!) || 1;
  }

  cosines({ at, values }: SparseVector): Float64Array {
    const cosines = new Float64Array(this.classes);
    for (let i = 0; i < at.length; i++) {
      const row = at[i]! * this.classes;
      for (let c = 0; c < this.classes; c++) cosines[c]! += values[i]! * this.rows[row + c]!;
    }
    return cosines;
  }
}

/** Each class as the mean direction of its texts (Rocchio 1971); a text is compared with each by the cosine. */
import type { SparseVector } from './linear-classes.ts';

export interface WeighedVector {
  readonly vector: SparseVector;
  /** Class and share. */
  readonly shares: readonly (readonly [number, number])[];
  readonly weight: number;
}

export class MeanDirections {
  private readonly numberOfClasses: number;
  /** Feature after feature, in each those classes that hold it: most terms are words of one. */
  private readonly starts: Int32Array;
  private readonly classes: Uint16Array;
  private readonly values: Float64Array;

  constructor(texts: readonly WeighedVector[], features: number, classes: number) {
    this.numberOfClasses = classes;
    const rows = directions(texts, features, classes);
    this.starts = new Int32Array(features + 1);
    this.values = rows.filter((value) => value !== 0);
    this.classes = new Uint16Array(this.values.length);
    let size = 0;
    for (let feature = 0; feature < features; feature++) {
      this.starts[feature] = size;
      for (let c = 0; c < classes; c++) if (rows[feature * classes + c] !== 0) this.classes[size++] = c;
    }
    this.starts[features] = size;
  }

  cosines({ at, values }: SparseVector): Float64Array {
    const cosines = new Float64Array(this.numberOfClasses);
    for (let i = 0; i < at.length; i++) {
      const feature = at[i]!;
      const end = this.starts[feature + 1]!;
      for (let k = this.starts[feature]!; k < end; k++)
        cosines[this.classes[k]!]! += values[i]! * this.values[k]!;
    }
    return cosines;
  }
}

/** Feature after feature, in each the classes. */
function directions(texts: readonly WeighedVector[], features: number, classes: number): Float64Array {
  const rows = new Float64Array(features * classes);
  for (const { vector, shares, weight } of texts)
    for (const [c, share] of shares)
      vector.at.forEach((feature, i) => {
        rows[feature * classes + c]! += weight * share * vector.values[i]!;
      });
  const squares = new Float64Array(classes);
  rows.forEach((value, i) => {
    squares[i % classes]! += value ** 2;
  });
  for (let i = 0; i < rows.length; i++) rows[i]! /= Math.sqrt(squares[i % classes]!) || 1;
  return rows;
}

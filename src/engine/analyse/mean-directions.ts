/** Each class as the mean direction of its texts (Rocchio 1971); a text is compared with each by the cosine. */
import type { SparseVector } from './linear-classes.ts';

export interface WeighedVector {
  readonly vector: SparseVector;
  /** Class and share. */
  readonly shares: readonly (readonly [number, number])[];
  readonly weight: number;
}

/** Feature after feature, in each those classes that hold it: most terms are words of one. */
export interface Directions {
  readonly starts: Int32Array;
  readonly classes: Uint16Array;
  readonly values: Float64Array;
}

export function learnDirections(
  texts: readonly WeighedVector[],
  features: number,
  numberOfClasses: number,
): Directions {
  const rows = allDirections(texts, features, numberOfClasses);
  const starts = new Int32Array(features + 1);
  const values = rows.filter((value) => value !== 0);
  const classes = new Uint16Array(values.length);
  let size = 0;
  for (let feature = 0; feature < features; feature++) {
    starts[feature] = size;
    for (let c = 0; c < numberOfClasses; c++)
      if (rows[feature * numberOfClasses + c] !== 0) classes[size++] = c;
  }
  starts[features] = size;
  return { starts, classes, values };
}

export class MeanDirections {
  private readonly directions: Directions;
  private readonly numberOfClasses: number;

  constructor(directions: Directions, classes: number) {
    this.directions = directions;
    this.numberOfClasses = classes;
  }

  cosines({ at, values }: SparseVector): Float64Array {
    const { starts, classes, values: directions } = this.directions;
    const cosines = new Float64Array(this.numberOfClasses);
    for (let i = 0; i < at.length; i++) {
      const feature = at[i]!;
      const value = values[i]!;
      const end = starts[feature + 1]!;
      for (let k = starts[feature]!; k < end; k++) cosines[classes[k]!]! += value * directions[k]!;
    }
    return cosines;
  }
}

/** Feature after feature, in each the classes. */
function allDirections(texts: readonly WeighedVector[], features: number, classes: number): Float64Array {
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

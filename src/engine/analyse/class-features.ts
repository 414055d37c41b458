/** Texts as vectors of length 1 over the terms of the texts that a classifier learns from. */
import type { SparseVector } from './linear-classes.ts';
import type { Tally } from './term-tally.ts';

export class ClassFeatures {
  /** By number of the term; -1 where it is no feature. */
  private readonly places: Int32Array;
  private readonly weights: Float64Array;

  /** By number of the term: its inverse document frequency, with its exponent; a term of weight 0 is no feature. */
  constructor(weights: Float64Array) {
    this.places = new Int32Array(weights.length).fill(-1);
    this.weights = weights.filter((weight) => weight > 0);
    let size = 0;
    weights.forEach((weight, number) => {
      if (weight > 0) this.places[number] = size++;
    });
  }

  get size(): number {
    return this.weights.length;
  }

  has(number: number): boolean {
    return this.places[number]! >= 0;
  }

  vector({ numbers, weights }: Tally): SparseVector {
    const at = new Int32Array(numbers.length);
    const values = new Float64Array(numbers.length);
    let size = 0;
    let square = 0;
    for (let i = 0; i < numbers.length; i++) {
      const place = this.places[numbers[i]!]!;
      if (place < 0) continue;
      const weight = weights[i]! * this.weights[place]!;
      at[size] = place;
      values[size++] = weight;
      square += weight * weight;
    }
    const length = Math.sqrt(square);
    for (let i = 0; i < size; i++) values[i]! /= length;
    return { at: at.subarray(0, size), values: values.subarray(0, size) };
  }
}

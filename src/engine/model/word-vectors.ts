/**
 * What words mean, as vectors: close vectors mean close subjects even where no word is shared. A record is the
 * weighted sum of its words' vectors.
 */
import type { VectorStretch } from '../index/impact-vector.ts';
import { rounded } from './rounded.ts';
import { type SummedVectors, summedVectors } from './summed-vectors.ts';

export interface WordVectors {
  readonly dimensions: number;
  /** By term number: its row in `vectors`, -1 where it has none. */
  readonly rows: Int32Array;
  /** Row after row, `dimensions` numbers each. */
  readonly vectors: Float32Array;
  /** 0–1: how much the model has seen; the weight of meaning in an affinity is scaled by it. */
  readonly trust: number;
}

/** The unit of an embedding's numbers: a record's vector has about this length. */
const UNIT = 127;

/** Adds up the words of one record after the other in the same place, and leaves all meanings in one. */
export function embedder(words: WordVectors): (vector: VectorStretch) => Int8Array | null {
  const summed = summedVectors(words.vectors, words.dimensions);
  const has = bitsOf(words.rows);
  const meaning = new Int8Array(words.dimensions);
  return (vector) => (embed(words.rows, has, vector, summed, meaning) ? meaning : null);
}

/** By term number: a bit that is set where the term has a row. A table of all rows does not stay in a near cache. */
function bitsOf(rows: Int32Array): Int32Array {
  const bits = new Int32Array((rows.length >> 5) + 1);
  for (let number = 0; number < rows.length; number++)
    if (rows[number]! >= 0) bits[number >> 5]! |= 1 << (number & 31);
  return bits;
}

/** Writes a record's meaning in whole numbers up to 127, which add up the same everywhere; false where no word is known. */
function embed(
  rowOf: Int32Array,
  has: Int32Array,
  { terms, impacts, start, end }: VectorStretch,
  summed: SummedVectors,
  into: Int8Array,
): boolean {
  summed.reserve(end - start);
  const { rows, weights, sum } = summed;
  let known = 0;
  // without a branch: a third has a vector, and no processor foresees which
  for (let k = start; k < end; k++) {
    const number = terms[k]!;
    rows[known] = number;
    weights[known] = impacts[k]!;
    if (number < rowOf.length) known += (has[number >> 5]! >> (number & 31)) & 1;
  }
  if (known === 0) return false;
  for (let k = 0; k < known; k++) rows[k] = rowOf[rows[k]!]!;
  summed.add(known);
  let square = 0;
  for (let d = 0; d < sum.length; d++) square += sum[d]! * sum[d]!;
  const length = Math.sqrt(square);
  if (length === 0) return false;
  quantise(sum, length, into);
  return true;
}

/** The vector of a stronger embedder, of length 1, in the same form. */
export function quantisedEmbedding(embedding: Float32Array): Int8Array {
  const whole = new Int8Array(embedding.length);
  quantise(embedding, 1, whole);
  return whole;
}

function quantise(vector: Float64Array | Float32Array, length: number, into: Int8Array): void {
  for (let d = 0; d < vector.length; d++) into[d] = rounded((UNIT * vector[d]!) / length);
}

/** Cosine, not below 0. */
export function closeness(a: Int8Array, b: Int8Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += a[d]! * b[d]!;
  return Math.max(0, sum / (UNIT * UNIT));
}

/** No vector as long as `length` is closer; a little more than 1, for numbers are rounded. */
export function greatestCloseness(vector: Int8Array, length: number): number {
  return (lengthOf(vector) * length) / (UNIT * UNIT);
}

export function lengthOf(vector: Int8Array): number {
  let square = 0;
  for (let d = 0; d < vector.length; d++) square += vector[d]! * vector[d]!;
  return Math.sqrt(square);
}

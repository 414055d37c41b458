/**
 * What words mean, as vectors: close vectors mean close subjects even where no word is shared. A record is the
 * weighted sum of its words' vectors.
 */
import type { VectorStretch } from '../index/impact-vector.ts';

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
/** Words that are added up at a time. */
const EIGHT = 8;

/** Adds up the words of one record after the other in the same place. */
export function embedder(words: WordVectors): (vector: VectorStretch) => Int8Array | null {
  const sum = new Float64Array(words.dimensions);
  const has = bitsOf(words.rows);
  let starts = new Int32Array(0);
  let impacts = new Uint16Array(0);
  return (vector) => {
    const size = vector.end - vector.start;
    if (size + EIGHT > starts.length) {
      starts = new Int32Array(2 * (size + EIGHT));
      impacts = new Uint16Array(starts.length);
    }
    return embed(words, has, vector, { sum, starts, impacts });
  };
}

/** By term number: a bit that is set where the term has a row. A table of all rows does not stay in a near cache. */
function bitsOf(rows: Int32Array): Int32Array {
  const bits = new Int32Array((rows.length >> 5) + 1);
  for (let number = 0; number < rows.length; number++)
    if (rows[number]! >= 0) bits[number >> 5]! |= 1 << (number & 31);
  return bits;
}

interface Room {
  readonly sum: Float64Array;
  /** Of the words that have a vector: where it begins, and their impacts. */
  readonly starts: Int32Array;
  readonly impacts: Uint16Array;
}

/** A record's meaning in whole numbers up to 127, which add up the same everywhere; null where no word is known. */
function embed(
  { dimensions, rows, vectors }: WordVectors,
  has: Int32Array,
  { terms, impacts: given, start, end }: VectorStretch,
  { sum, starts, impacts }: Room,
): Int8Array | null {
  let known = 0;
  // without a branch: a third has a vector, and no processor foresees which
  for (let k = start; k < end; k++) {
    const number = terms[k]!;
    starts[known] = number;
    impacts[known] = given[k]!;
    if (number < rows.length) known += (has[number >> 5]! >> (number & 31)) & 1;
  }
  for (let k = 0; k < known; k++) starts[k] = rows[starts[k]!]! * dimensions;
  if (known === 0) return null;
  // what is missing to the next eight counts nothing
  starts.fill(0, known, known + EIGHT);
  impacts.fill(0, known, known + EIGHT);
  sum.fill(0);
  for (let k = 0; k < known; k += EIGHT) addEight(vectors, k, { sum, starts, impacts });
  let square = 0;
  for (let d = 0; d < dimensions; d++) square += sum[d]! * sum[d]!;
  const length = Math.sqrt(square);
  if (length === 0) return null;
  return quantised(sum, length);
}

/**
 * Eight words, one after the other: the same sums as word by word, read and written an eighth as often. Places are added
 * as numbers of 32 bits (`| 0`): as numbers that might be larger they take half as long again.
 */
function addEight(vectors: Float32Array, k: number, { sum, starts, impacts }: Room): void {
  const [s0, s1, s2, s3] = [starts[k]!, starts[k + 1]!, starts[k + 2]!, starts[k + 3]!];
  const [s4, s5, s6, s7] = [starts[k + 4]!, starts[k + 5]!, starts[k + 6]!, starts[k + 7]!];
  const [i0, i1, i2, i3] = [impacts[k]!, impacts[k + 1]!, impacts[k + 2]!, impacts[k + 3]!];
  const [i4, i5, i6, i7] = [impacts[k + 4]!, impacts[k + 5]!, impacts[k + 6]!, impacts[k + 7]!];
  for (let d = 0; d < sum.length; d++)
    sum[d] =
      sum[d]! +
      i0 * vectors[(s0 + d) | 0]! +
      i1 * vectors[(s1 + d) | 0]! +
      i2 * vectors[(s2 + d) | 0]! +
      i3 * vectors[(s3 + d) | 0]! +
      i4 * vectors[(s4 + d) | 0]! +
      i5 * vectors[(s5 + d) | 0]! +
      i6 * vectors[(s6 + d) | 0]! +
      i7 * vectors[(s7 + d) | 0]!;
}

/** The vector of a stronger embedder, of length 1, in the same form. */
export function quantisedEmbedding(embedding: Float32Array): Int8Array {
  return quantised(embedding, 1);
}

function quantised(vector: Float64Array | Float32Array, length: number): Int8Array {
  const whole = new Int8Array(vector.length);
  for (let d = 0; d < vector.length; d++) whole[d] = Math.round((UNIT * vector[d]!) / length);
  return whole;
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

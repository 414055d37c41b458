/** Many impact vectors side by side in memory. */
import { widened } from '../model/widened.ts';
import type { ImpactVector } from './impact-vector.ts';

/** Room for terms before any are counted. */
const FIRST_TERMS = 1 << 16;

/** Vectors of all rows in one stretch of memory each for terms and impacts. */
export interface VectorStore {
  /** Row r is at offsets[r] .. offsets[r + 1]. */
  readonly offsets: Float64Array;
  readonly terms: Int32Array;
  readonly impacts: Uint16Array;
}

export function pack(vectors: readonly ImpactVector[]): VectorStore {
  const offsets = new Float64Array(vectors.length + 1);
  vectors.forEach((vector, row) => {
    offsets[row + 1] = offsets[row]! + vector.terms.length;
  });
  const terms = new Int32Array(offsets[vectors.length]!);
  const impacts = new Uint16Array(terms.length);
  vectors.forEach((vector, row) => {
    terms.set(vector.terms, offsets[row]!);
    impacts.set(vector.impacts, offsets[row]!);
  });
  return { offsets, terms, impacts };
}

/** By term: how many of these rows, or of all, hold it. */
export function holdersIn(
  { offsets, terms }: VectorStore,
  firstRow = 0,
  endRow = offsets.length - 1,
): Int32Array {
  const end = offsets[endRow]!;
  let holders = new Int32Array(FIRST_TERMS);
  let size = 0;
  for (let at = offsets[firstRow]!; at < end; at++) {
    const term = terms[at]!;
    if (term >= size) {
      size = term + 1;
      if (size > holders.length) holders = widened(holders, 2 * size);
    }
    holders[term]!++;
  }
  return holders.subarray(0, size);
}

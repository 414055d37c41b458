/** Many impact vectors side by side in memory. */
import type { ImpactVector } from './impact-vector.ts';

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
  const begin = offsets[firstRow]!;
  const end = offsets[endRow]!;
  let last = -1;
  for (let at = begin; at < end; at++) if (terms[at]! > last) last = terms[at]!;
  const holders = new Int32Array(last + 1);
  for (let at = begin; at < end; at++) holders[terms[at]!]!++;
  return holders;
}

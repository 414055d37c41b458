/** Postings over the vectors of one side, in typed arrays; cosines of a query with all of them in one pass. */
import type { SparseVector } from './sparse-vector.ts';

export class InvertedIndex {
  readonly size: number;
  /** Postings of term t are at offsets[t] .. offsets[t + 1]. */
  private readonly offsets: Int32Array;
  private readonly documents: Int32Array;
  private readonly weights: Float64Array;

  constructor(vectors: readonly SparseVector[], terms: number) {
    this.size = vectors.length;
    const counts = new Int32Array(terms + 1);
    for (const vector of vectors) for (const id of vector.ids) counts[id + 1]!++;
    for (let t = 0; t < terms; t++) counts[t + 1]! += counts[t]!;
    this.offsets = counts;
    const next = counts.slice();
    this.documents = new Int32Array(counts[terms]!);
    this.weights = new Float64Array(counts[terms]!);
    vectors.forEach((vector, document) => {
      vector.ids.forEach((id, k) => {
        const at = next[id]!++;
        this.documents[at] = document;
        this.weights[at] = vector.weights[k]!;
      });
    });
  }

  /** Cosine of the query with every document, by document number. */
  cosines(query: SparseVector): Float64Array {
    const scores = new Float64Array(this.size);
    const { offsets, documents, weights } = this;
    for (let k = 0; k < query.ids.length; k++) {
      const weight = query.weights[k]!;
      const end = offsets[query.ids[k]! + 1]!;
      for (let at = offsets[query.ids[k]!]!; at < end; at++) scores[documents[at]!]! += weight * weights[at]!;
    }
    return scores;
  }
}

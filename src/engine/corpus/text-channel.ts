/** One way of comparing all results with all carriers: vectors of both sides and an index over each. */
import { InvertedIndex } from './inverted-index.ts';
import { cosine, type SparseVector } from './sparse-vector.ts';

export class TextChannel {
  readonly results: readonly SparseVector[];
  readonly carriers: readonly SparseVector[];
  private readonly resultIndex: InvertedIndex;
  private readonly carrierIndex: InvertedIndex;

  constructor(results: readonly SparseVector[], carriers: readonly SparseVector[], terms: number) {
    this.results = results;
    this.carriers = carriers;
    this.resultIndex = new InvertedIndex(results, terms);
    this.carrierIndex = new InvertedIndex(carriers, terms);
  }

  /** Cosines of one result with every carrier; the same bits as `ofPair`. */
  ofResult(r: number): Float64Array {
    return this.carrierIndex.cosines(this.results[r]!);
  }

  ofCarrier(c: number): Float64Array {
    return this.resultIndex.cosines(this.carriers[c]!);
  }

  ofPair(r: number, c: number): number {
    return cosine(this.results[r]!, this.carriers[c]!);
  }
}

/**
 * A carrier's track record: its past projects, each a text of its own. A result's similarity to a portfolio
 * is a softmax-weighted mean over the items, so that the nearest ones count and many far ones do not dilute.
 */
import type { CarrierFacts } from '../score/facts.ts';
import { cosine, type SparseVector, toVector } from './sparse-vector.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Sharpness of the attention: a cosine larger by 0.1 counts e times as much. */
const ATTENTION = 10;

export class Portfolios {
  private readonly items: readonly (readonly SparseVector[])[];
  private readonly results: readonly SparseVector[];

  constructor(vocabulary: Vocabulary, carriers: readonly CarrierFacts[], results: readonly SparseVector[]) {
    this.results = results;
    this.items = carriers.map(({ analysis }) =>
      analysis.terms
        .filter((field) => field.path.startsWith('portfolio'))
        .map((field) => toVector(vocabulary, { language: analysis.language, terms: [field] }, () => 1))
        .filter((vector) => vector.ids.length > 0),
    );
  }

  has(c: number): boolean {
    return this.items[c]!.length > 0;
  }

  ofPair(r: number, c: number): number {
    return pooled(this.items[c]!.map((item) => cosine(item, this.results[r]!)));
  }
}

/** Mean weighted by exp(ATTENTION × cosine); 0 for no items. */
export function pooled(cosines: readonly number[]): number {
  let weights = 0;
  let sum = 0;
  for (const value of cosines) {
    const weight = Math.exp(ATTENTION * value);
    weights += weight;
    sum += weight * value;
  }
  return weights === 0 ? 0 : sum / weights;
}

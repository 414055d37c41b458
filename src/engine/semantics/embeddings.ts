/** Dense vectors of both sides of a pool, and their cosines. */
import type { SparseVector } from '../corpus/sparse-vector.ts';
import type { SemanticModel } from './semantic-model.ts';

export class Embeddings {
  readonly trust: number;
  private readonly results: readonly (Float64Array | null)[];
  private readonly carriers: readonly (Float64Array | null)[];

  constructor(model: SemanticModel, results: readonly SparseVector[], carriers: readonly SparseVector[]) {
    this.trust = model.trust;
    this.results = results.map((vector) => model.embed(vector));
    this.carriers = carriers.map((vector) => model.embed(vector));
  }

  /** Cosine, not below 0; null where one side has no known word. */
  ofPair(r: number, c: number): number | null {
    const a = this.results[r];
    const b = this.carriers[c];
    if (!a || !b) return null;
    let sum = 0;
    for (let d = 0; d < a.length; d++) sum += a[d]! * b[d]!;
    return Math.max(0, sum);
  }
}

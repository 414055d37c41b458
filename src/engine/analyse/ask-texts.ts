/** Texts as vectors of length 1 over the features that asks are told apart by. */
import type { KnownFeatures } from './ask-features.ts';
import type { SparseVector } from './linear-classes.ts';

export class AskTexts {
  readonly #features: KnownFeatures;
  readonly #idf: Float64Array;
  /** The last text that held a feature, counted from 1. */
  readonly #lastIn: Float64Array;
  #read = 0;

  /** `idf`: inverse document frequency by feature. */
  constructor(features: KnownFeatures, idf: Float64Array) {
    this.#features = features;
    this.#idf = idf;
    this.#lastIn = new Float64Array(idf.length);
  }

  vector(folded: string): SparseVector {
    const found: number[] = [];
    let square = 0;
    this.#read++;
    this.#features.find(folded, (feature) => {
      if (this.#lastIn[feature] === this.#read) return;
      this.#lastIn[feature] = this.#read;
      found.push(feature);
      square += this.#idf[feature]! * this.#idf[feature]!;
    });
    const length = Math.sqrt(square);
    const values = new Float64Array(found.length);
    for (let i = 0; i < found.length; i++) values[i] = this.#idf[found[i]!]! / length;
    return { at: new Int32Array(found), values };
  }
}

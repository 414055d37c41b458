/** Texts as vectors of length 1 over the terms of the texts that a classifier learns from. */
import type { Language } from '../../domain/analysis.ts';
import { Lexicon } from '../model/lexicon.ts';
import { TermCounter } from '../model/term-statistics.ts';
import type { SparseVector } from './linear-classes.ts';

export type Counts = ReadonlyMap<string, number>;

const LANGUAGE: Language = 'han';

export class ClassFeatures {
  private readonly places = new Map<string, number>();
  private readonly idf: number[] = [];

  /** Terms that fewer than `least` of the texts hold are no features. */
  constructor(texts: readonly Counts[], least: number) {
    const counter = new TermCounter();
    for (const counts of texts) {
      counter.begin(LANGUAGE);
      for (const term of counts.keys()) counter.count(term);
    }
    const statistics = counter.statistics();
    const lexicon = new Lexicon(statistics);
    statistics.terms.forEach((term, number) => {
      if (statistics.frequency[LANGUAGE][number]! < least) return;
      const idf = lexicon.idf(number, LANGUAGE);
      if (idf === 0) return;
      this.places.set(term, this.idf.length);
      this.idf.push(idf);
    });
  }

  get size(): number {
    return this.idf.length;
  }

  has(term: string): boolean {
    return this.places.has(term);
  }

  /** A term weighs the logarithm of its count times its inverse document frequency to the power of `rarity`. */
  vector(counts: Counts, rarity: number): SparseVector {
    const at: number[] = [];
    const values: number[] = [];
    let square = 0;
    for (const [term, count] of counts) {
      const place = this.places.get(term);
      if (place === undefined) continue;
      const weight = (count >= 1 ? 1 + Math.log(count) : count) * this.idf[place]! ** rarity;
      at.push(place);
      values.push(weight);
      square += weight * weight;
    }
    const length = Math.sqrt(square);
    return { at: Int32Array.from(at), values: Float64Array.from(values, (weight) => weight / length) };
  }
}

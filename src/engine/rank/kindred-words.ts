/**
 * Which words bring two texts together in meaning: pairs of different words with near vectors, among the words
 * that weigh most in each text, where the closeness comes from.
 */
import type { ImpactVector } from '../index/impact-vector.ts';
import type { Lexicon } from '../model/lexicon.ts';
import type { WordVectors } from '../model/word-vectors.ts';

export interface WordPair {
  readonly result: string;
  readonly carrier: string;
}

interface Word {
  readonly number: number;
  readonly impact: number;
  /** Where its vector begins, and how long that is. */
  readonly at: number;
  readonly length: number;
}

interface NearPair {
  readonly a: Word;
  readonly b: Word;
  readonly brings: number;
}

/** The words of one text that are looked at. */
export type HeavyWords = readonly Word[];

/** Words of a text that are looked at: those of the greatest impact. */
const HEAVIEST = 6;
const PAIRS = 2;
/** Cosine of two words' vectors from which on an official would call them kindred. */
const LEAST_NEARNESS = 0.35;

export class KindredWords {
  private readonly vectors: WordVectors;
  private readonly lexicon: Lexicon;
  private readonly result: HeavyWords;
  /** By the number of a carrier's word. */
  private readonly products = new Map<number, Float64Array>();

  /** Of this result with any carrier. */
  constructor(vectors: WordVectors, lexicon: Lexicon, result: ImpactVector) {
    this.vectors = vectors;
    this.lexicon = lexicon;
    this.result = this.heaviest(result);
  }

  heaviest({ terms, impacts }: ImpactVector): HeavyWords {
    const { rows, dimensions } = this.vectors;
    const words: Omit<Word, 'length'>[] = [];
    for (let i = 0; i < terms.length; i++) {
      const impact = impacts[i]!;
      if (words.length === HEAVIEST && impact <= words.at(-1)!.impact) continue;
      const number = terms[i]!;
      const row = number < rows.length ? rows[number]! : -1;
      if (row < 0) continue;
      if (words.length === HEAVIEST) words.pop();
      let to = words.length;
      while (to > 0 && words[to - 1]!.impact < impact) to--;
      words.splice(to, 0, { number, impact, at: row * dimensions });
    }
    return words.map((word) => ({ ...word, length: Math.sqrt(this.product(word.at, word.at)) }));
  }

  /** The pairs that bring most, each word once; none where no two different words are near. */
  pairs(carrier: HeavyWords): WordPair[] {
    const near = this.nearPairs(carrier);
    const chosen: WordPair[] = [];
    // a pair or two are wanted of three dozen: the best of what is left, until they are found
    while (near.length > 0 && chosen.length < PAIRS) {
      let best = 0;
      for (let i = 1; i < near.length; i++) if (bringsMore(near[i]!, near[best]!)) best = i;
      const { a, b } = near[best]!;
      near[best] = near.at(-1)!;
      near.pop();
      const pair = { result: this.lexicon.term(a.number), carrier: this.lexicon.term(b.number) };
      const isNew = !chosen.some((other) => other.result === pair.result || other.carrier === pair.carrier);
      if (isNew && areDifferent(pair.result, pair.carrier)) chosen.push(pair);
    }
    return chosen;
  }

  private nearPairs(carrier: HeavyWords): NearPair[] {
    const pairs: NearPair[] = [];
    for (const b of carrier) {
      const products = this.productsWith(b);
      for (let i = 0; i < this.result.length; i++) {
        const a = this.result[i]!;
        if (a.number === b.number) continue;
        const product = products[i]!;
        if (product >= LEAST_NEARNESS * a.length * b.length)
          pairs.push({ a, b, brings: a.impact * b.impact * product });
      }
    }
    return pairs;
  }

  /** Of the result's words with one of a carrier; carriers near to a result have many words in common. */
  private productsWith(word: Word): Float64Array {
    let products = this.products.get(word.number);
    if (!products) {
      products = Float64Array.from(this.result, ({ at }) => this.product(at, word.at));
      this.products.set(word.number, products);
    }
    return products;
  }

  private product(a: number, b: number): number {
    const { vectors, dimensions } = this.vectors;
    let sum = 0;
    for (let d = 0; d < dimensions; d++) sum += vectors[a + d]! * vectors[b + d]!;
    return sum;
  }
}

/** Of pairs that bring the same, the one with the lower numbers. */
function bringsMore(x: NearPair, y: NearPair): boolean {
  if (x.brings !== y.brings) return x.brings > y.brings;
  return x.a.number === y.a.number ? x.b.number < y.b.number : x.a.number < y.a.number;
}

/** What shares its characters is a shared word, which the subject shows. */
function areDifferent(a: string, b: string): boolean {
  return !a.includes(b) && !b.includes(a);
}

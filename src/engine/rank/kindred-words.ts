/**
 * Which words bring two texts together in meaning: pairs of different words with near vectors, among the words
 * that weigh most in each text, where the closeness comes from.
 */
import { type CarrierHeavyWords, HEAVIEST, HeavyWords } from '../index/heavy-words.ts';
import { type ImpactVector, stretchOf } from '../index/impact-vector.ts';
import type { Lexicon } from '../model/lexicon.ts';
import { widened } from '../model/widened.ts';
import type { WordVectors } from '../model/word-vectors.ts';

/** Two words by their numbers. */
export interface WordPair {
  readonly result: number;
  readonly carrier: number;
}

const PAIRS = 2;
/** Cosine of two words' vectors from which on an official would call them kindred. */
const LEAST_NEARNESS = 0.35;
const TAKEN = -1;
/** Numbers that are kept of a word. */
const STRIDE = 1 + HEAVIEST;

export class KindredWords {
  private readonly vectors: WordVectors;
  private readonly lexicon: Lexicon;
  private readonly carriers: CarrierHeavyWords;
  /** Words of the result, what they weigh there, and how long their vectors are. */
  private readonly own: Int32Array;
  private readonly impacts: Int32Array;
  private readonly lengths: Float64Array;
  /** Vectors of the result's words: the first numbers of all, the second of all … */
  private readonly columns: Float64Array;
  /** By the number of a carrier's word where its products begin. Carriers near to a result have many words in common. */
  private readonly places = new Map<number, number>();
  /** The length of a word's vector, then its products with those of the result; word after word. */
  private products = new Float64Array(64 * STRIDE);
  /** The pairs of near words, few of three dozen: their places, those of a carrier's word side by side. */
  private readonly near = new Uint8Array(HEAVIEST * HEAVIEST);
  private count = 0;
  /** What each of them brings, by its place; TAKEN once it was looked at. */
  private readonly brings = new Float64Array(HEAVIEST * HEAVIEST);

  /** Of this result with any carrier. */
  constructor(vectors: WordVectors, lexicon: Lexicon, result: ImpactVector, carriers: CarrierHeavyWords) {
    this.vectors = vectors;
    this.lexicon = lexicon;
    this.carriers = carriers;
    const heavy = new HeavyWords(vectors);
    const count = heavy.choose(stretchOf(result));
    this.own = heavy.numbers.slice(0, count);
    this.impacts = heavy.impacts.slice(0, count);
    this.columns = this.interleaved();
    this.lengths = Float64Array.from(this.own, (number) => {
      const begin = this.productsWith(number);
      return this.products[begin]!;
    });
  }

  /** The pairs that bring most, each word once; none where no two different words are near. */
  pairs(row: number): WordPair[] {
    const { own, brings } = this;
    const at = row * HEAVIEST;
    const words = this.carriers.read(row);
    this.count = 0;
    for (let j = 0; j < words; j++) this.compare(at + j, j * HEAVIEST);
    const { numbers } = this.carriers;
    const chosen: WordPair[] = [];
    // a pair or two are wanted: the best of what is left, until they are found
    while (chosen.length < PAIRS) {
      const best = this.best(at);
      if (best < 0) break;
      brings[best] = TAKEN;
      const pair = { result: own[best % HEAVIEST]!, carrier: numbers[at + Math.floor(best / HEAVIEST)]! };
      const isNew = !chosen.some((other) => other.result === pair.result || other.carrier === pair.carrier);
      if (isNew && this.areDifferent(pair)) chosen.push(pair);
    }
    return chosen;
  }

  /** The place in `brings` of the pair that brings most, of equal ones the lower numbers; -1 where none does. */
  private best(at: number): number {
    const { near, brings } = this;
    let best = -1;
    let most = TAKEN;
    for (let k = 0; k < this.count; k++) {
      const place = near[k]!;
      const value = brings[place]!;
      if (value === TAKEN || value < most) continue;
      if (value === most && !this.isBefore(place, best, at)) continue;
      best = place;
      most = value;
    }
    return best;
  }

  private isBefore(place: number, other: number, at: number): boolean {
    const { numbers } = this.carriers;
    const [mine, others] = [this.own[place % HEAVIEST]!, this.own[other % HEAVIEST]!];
    if (mine !== others) return mine < others;
    return numbers[at + Math.floor(place / HEAVIEST)]! < numbers[at + Math.floor(other / HEAVIEST)]!;
  }

  /** Notes with which words of the result the carrier's word at a place is near, and what they bring. */
  private compare(place: number, into: number): void {
    const { own, impacts, lengths, near, brings, carriers } = this;
    const number = carriers.numbers[place]!;
    const impact = carriers.impacts[place]!;
    const begin = this.productsWith(number);
    const { products } = this;
    const length = products[begin]!;
    for (let i = 0; i < own.length; i++) {
      const product = products[begin + 1 + i]!;
      if (own[i] === number || product < LEAST_NEARNESS * lengths[i]! * length) continue;
      near[this.count++] = into + i;
      brings[into + i] = impacts[i]! * impact * product;
    }
  }

  /** Where those of a word begin. */
  private productsWith(number: number): number {
    const known = this.places.get(number);
    if (known !== undefined) return known;
    const begin = STRIDE * this.places.size;
    if (begin === this.products.length) this.products = widened(this.products, 2 * begin);
    this.multiply(number, begin);
    this.places.set(number, begin);
    return begin;
  }

  private interleaved(): Float64Array {
    const { vectors, rows, dimensions } = this.vectors;
    const columns = new Float64Array(dimensions * HEAVIEST);
    for (let i = 0; i < this.own.length; i++) {
      const start = rows[this.own[i]!]! * dimensions;
      for (let d = 0; d < dimensions; d++) columns[d * HEAVIEST + i] = vectors[start + d]!;
    }
    return columns;
  }

  /** The length and `HEAVIEST` (six) sums side by side, the same as one by one: none waits for its last addition. */
  private multiply(number: number, begin: number): void {
    const { vectors, rows, dimensions } = this.vectors;
    const { columns } = this;
    const start = rows[number]! * dimensions;
    let square = 0;
    let [a, b, c, d, e, f] = [0, 0, 0, 0, 0, 0];
    for (let i = 0, k = 0; i < dimensions; i++, k += HEAVIEST) {
      const value = vectors[start + i]!;
      square += value * value;
      a += columns[k]! * value;
      b += columns[k + 1]! * value;
      c += columns[k + 2]! * value;
      d += columns[k + 3]! * value;
      e += columns[k + 4]! * value;
      f += columns[k + 5]! * value;
    }
    const { products } = this;
    products[begin] = Math.sqrt(square);
    products[begin + 1] = a;
    products[begin + 2] = b;
    products[begin + 3] = c;
    products[begin + 4] = d;
    products[begin + 5] = e;
    products[begin + 6] = f;
  }

  /** What shares its characters is a shared word, which the subject shows. */
  private areDifferent({ result, carrier }: WordPair): boolean {
    const [mine, theirs] = [this.lexicon.term(result), this.lexicon.term(carrier)];
    return !mine.includes(theirs) && !theirs.includes(mine);
  }
}

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
  /** Where its vector begins. */
  readonly at: number;
}

/** Words of a text that are looked at: those of the greatest impact. */
const HEAVIEST = 6;
const PAIRS = 2;
/** Cosine of two words' vectors from which on an official would call them kindred. */
const LEAST_NEARNESS = 0.35;

export class KindredWords {
  private readonly vectors: WordVectors;
  private readonly lexicon: Lexicon;
  private readonly words: readonly Word[];
  /** Of their vectors. */
  private readonly lengths: readonly number[];

  constructor(vectors: WordVectors, lexicon: Lexicon, text: ImpactVector) {
    this.vectors = vectors;
    this.lexicon = lexicon;
    this.words = this.heaviest(text);
    this.lengths = this.lengthsOf(this.words);
  }

  /** The pairs that bring most, each word once; none where no two different words are near. */
  with(text: ImpactVector): WordPair[] {
    const pairs = this.nearPairs(this.heaviest(text));
    pairs.sort((x, y) => y.brings - x.brings || x.a.number - y.a.number || x.b.number - y.b.number);
    const chosen: WordPair[] = [];
    for (const { a, b } of pairs) {
      if (chosen.length === PAIRS) break;
      const pair = { result: this.lexicon.term(a.number), carrier: this.lexicon.term(b.number) };
      const isNew = !chosen.some(({ result, carrier }) => result === pair.result || carrier === pair.carrier);
      if (isNew && areDifferent(pair.result, pair.carrier)) chosen.push(pair);
    }
    return chosen;
  }

  private nearPairs(theirs: readonly Word[]): { a: Word; b: Word; brings: number }[] {
    const lengths = this.lengthsOf(theirs);
    const pairs: { a: Word; b: Word; brings: number }[] = [];
    this.words.forEach((a, i) => {
      const least = LEAST_NEARNESS * this.lengths[i]!;
      theirs.forEach((b, j) => {
        if (a.number === b.number) return;
        const product = this.product(a, b);
        if (product >= least * lengths[j]!) pairs.push({ a, b, brings: a.impact * b.impact * product });
      });
    });
    return pairs;
  }

  private lengthsOf(words: readonly Word[]): number[] {
    return words.map((word) => Math.sqrt(this.product(word, word)));
  }

  private heaviest({ terms, impacts }: ImpactVector): Word[] {
    const { rows, dimensions } = this.vectors;
    const words: Word[] = [];
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
    return words;
  }

  private product(a: Word, b: Word): number {
    const { vectors, dimensions } = this.vectors;
    let sum = 0;
    for (let d = 0; d < dimensions; d++) sum += vectors[a.at + d]! * vectors[b.at + d]!;
    return sum;
  }
}

/** What shares its characters is a shared word, which the subject shows. */
function areDifferent(a: string, b: string): boolean {
  return !a.includes(b) && !b.includes(a);
}

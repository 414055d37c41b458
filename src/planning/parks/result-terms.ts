/**
 * Index terms of many results as numbers, a few bytes each: what likeness is computed from. Which terms are rare is
 * known only when all are there, so vectors are made at the end.
 */
import { type Analysis, termsOf } from '../../domain/analysis.ts';
import { GrowingInts } from '../../engine/model/growing-ints.ts';
import { RESULT_FIELD_WEIGHTS } from '../../engine/settings.ts';
import { type PackedRange, PackedReader, PackedTerms } from './packed-terms.ts';

/** Fields that say what a result is about. What it asks for is left out: two teams that both seek a fund are not one theme. */
const WEIGHTS: ReadonlyMap<string, number> = new Map(
  Object.entries(RESULT_FIELD_WEIGHTS).filter(([path]) => path !== 'needs'),
);

/** Terms of a result: their numbers, with the numbers of what they weigh there. */
export type NumberedTerms = PackedRange;

export class ResultTerms {
  private readonly numbers = new Map<string, number>();
  /** By term: results that hold it. */
  private readonly frequency = new GrowingInts();
  /** By term: the last result that was counted. */
  private readonly counted = new GrowingInts();
  private results = 0;
  /** What a term weighs by its count in a field: few values, again and again. */
  private readonly weights: number[] = [];
  private readonly weightNumbers = new Map<number, number>();
  private readonly packed = new PackedTerms();
  private longest = 0;

  /** Counts a result's terms. */
  count(fields: Analysis['terms']): void {
    this.results++;
    for (const field of fields) {
      for (const term of termsOf(field)) {
        const number = this.numberOf(term);
        if (this.counted.at(number) === this.results) continue;
        this.counted.set(number, this.results);
        this.frequency.set(number, this.frequency.at(number) + 1);
      }
    }
  }

  /** The same terms to be compared. */
  numbered(fields: Analysis['terms']): NumberedTerms {
    const about = fields.filter(({ path }) => WEIGHTS.has(path));
    const size = about.reduce((sum, { counts }) => sum + counts.length, 0);
    this.longest = Math.max(this.longest, size);
    const numbers = new Int32Array(size);
    const weights = new Int32Array(size);
    let at = 0;
    for (const field of about) {
      const share = WEIGHTS.get(field.path)!;
      const terms = termsOf(field);
      for (let i = 0; i < terms.length; i++) {
        numbers[at] = this.numberOf(terms[i]!);
        weights[at++] = this.weightNumber(share * Math.log(1 + field.counts[i]!));
      }
    }
    return this.packed.add(numbers, weights);
  }

  /** Makes vectors of what was counted so far. */
  vectors(): TermVectors {
    const terms = [...this.numbers.keys()].sort();
    const places = new Int32Array(terms.length);
    const rarity = new Float64Array(terms.length);
    terms.forEach((term, place) => {
      const number = this.numbers.get(term)!;
      places[number] = place;
      rarity[place] = Math.log((this.results + 1) / this.frequency.at(number));
    });
    return new TermVectors(places, rarity, this.weights, this.longest);
  }

  private weightNumber(weight: number): number {
    const known = this.weightNumbers.get(weight);
    if (known !== undefined) return known;
    this.weightNumbers.set(weight, this.weights.length);
    return this.weights.push(weight) - 1;
  }

  private numberOf(term: string): number {
    const known = this.numbers.get(term);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(term, number);
    this.frequency.push(0);
    this.counted.push(0);
    return number;
  }
}

/** A text of length 1, by place of its terms in the order of all terms. Good until the next one is asked for. */
export interface TermVector {
  readonly places: Int32Array;
  readonly weights: Float64Array;
}

/** ln(1 + tf) · idf by field, the field's weight on it, of length 1. */
export class TermVectors {
  private readonly places: Int32Array;
  private readonly rarity: Float64Array;
  private readonly weightOf: readonly number[];
  /** By place; all zero between texts. */
  private readonly weights: Float64Array;
  /** Room for the text that was asked for last. */
  private readonly held: Int32Array;
  private readonly own: Float64Array;

  /** `longest`: terms of the longest text. */
  constructor(places: Int32Array, rarity: Float64Array, weightOf: readonly number[], longest: number) {
    this.places = places;
    this.rarity = rarity;
    this.weightOf = weightOf;
    this.weights = new Float64Array(rarity.length);
    this.held = new Int32Array(longest);
    this.own = new Float64Array(longest);
  }

  /** Terms ever counted. */
  get terms(): number {
    return this.rarity.length;
  }

  of(text: NumberedTerms): TermVector {
    const { rarity, weights, held } = this;
    const terms = new PackedReader(text);
    let size = 0;
    for (let number = 0; terms.more; ) {
      number += terms.next();
      const place = this.places[number]!;
      if (weights[place] === 0) held[size++] = place;
      weights[place]! += this.weightOf[terms.next()]! * rarity[place]!;
    }
    const places = held.subarray(0, size).sort();
    let squares = 0;
    for (const place of places) squares += weights[place]! * weights[place]!;
    const length = Math.sqrt(squares);
    const own = this.own.subarray(0, size);
    places.forEach((place, i) => {
      own[i] = weights[place]! / length;
      weights[place] = 0;
    });
    return { places, weights: own };
  }
}

/**
 * The Han characters that words are made of, placed in the order of their first appearance: the few thousand that texts
 * use lie side by side, in tables that stay in the processor's nearest cache.
 */
import { HAN_END, HAN_START } from './han.ts';
import { widened } from './widened.ts';

const FIRST = 1 << 12;

export class Characters {
  /** By code from the first on: the place of a character and one; 0 where it has none yet. */
  private readonly places = new Uint16Array(HAN_END - HAN_START);
  private size = 0;
  /** By place. */
  private codes = new Uint16Array(FIRST);
  /** By place: the number of the term that it is, and one; 0 until it is asked for. */
  private numbers = new Int32Array(FIRST);
  private weights = new Float64Array(FIRST);
  private readonly numberOf: (term: string) => number;
  private readonly weightOf: (term: string) => number;

  /** Both are asked once of each, by the term that it is. */
  constructor(numberOf: (term: string) => number, weightOf: (term: string) => number) {
    this.numberOf = numberOf;
    this.weightOf = weightOf;
  }

  place(code: number): number {
    const known = this.places[code - HAN_START]!;
    return known > 0 ? known - 1 : this.add(code);
  }

  /** The number of the term in a place. */
  number(place: number): number {
    const known = this.numbers[place]!;
    return known > 0 ? known - 1 : this.ask(place);
  }

  /** What the term weighs, once its number was asked for. */
  weight(place: number): number {
    return this.weights[place]!;
  }

  private add(code: number): number {
    const place = this.size++;
    if (place === this.codes.length) {
      this.codes = widened(this.codes, 2 * place);
      this.numbers = widened(this.numbers, 2 * place);
      this.weights = widened(this.weights, 2 * place);
    }
    this.codes[place] = code;
    this.places[code - HAN_START] = this.size;
    return place;
  }

  private ask(place: number): number {
    const term = `#${String.fromCharCode(this.codes[place]!)}`;
    const number = this.numberOf(term);
    this.numbers[place] = number + 1;
    this.weights[place] = this.weightOf(term);
    return number;
  }
}

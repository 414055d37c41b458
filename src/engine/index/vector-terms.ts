/**
 * The terms of the vector that is being made and what they weigh so far, in memory that the next vector overwrites. They
 * are found by a table so small that it stays in the processor's nearest cache; one with a place for every term of the
 * lexicon does not.
 */
import { widened } from '../model/widened.ts';

/** Places for each term at least: most terms then hit an empty one, or their own, at once. */
const ROOM = 2;
/** Knuth's multiplicative hash (The Art of Computer Programming 3, 6.4): 2^32 by the golden ratio. */
const GOLDEN = 0x9e3779b1;

export class VectorTerms {
  count = 0;
  numbers = new Int32Array(1 << 9);
  sums = new Float64Array(1 << 9);
  /** Where each was met first: the place in the record; −1 of characters. */
  origins = new Int32Array(1 << 9);
  private bits = 10;
  /** By open addressing: which of the terms, and one; 0 where there is none. */
  private places = new Int32Array(1 << 10);

  begin(): void {
    this.places.fill(0);
    this.count = 0;
  }

  /**
   * Adds the weights of so many terms times `scale`; those of no weight are passed over. The first `words` of them are
   * words, from place `origin` of the record on.
   */
  add(
    given: Int32Array,
    weights: Float64Array,
    size: number,
    scale: number,
    { words, origin }: { readonly words: number; readonly origin: number },
  ): void {
    this.reserve(size);
    const { numbers, sums, origins, places } = this;
    const last = places.length - 1;
    const shift = 32 - this.bits;
    let { count } = this;
    for (let i = 0; i < size; i++) {
      const weight = weights[i]! * scale;
      if (weight === 0) continue;
      const number = given[i]!;
      let at = Math.imul(number, GOLDEN) >>> shift;
      let which = places[at]!;
      while (which > 0 && numbers[which - 1] !== number) {
        at = (at + 1) & last;
        which = places[at]!;
      }
      if (which > 0) {
        sums[which - 1]! += weight;
        continue;
      }
      numbers[count] = number;
      origins[count] = i < words ? origin + i : -1;
      sums[count] = weight;
      places[at] = ++count;
    }
    this.count = count;
  }

  /** Room for so many more. */
  private reserve(more: number): void {
    const terms = this.count + more;
    if (terms <= this.numbers.length) return;
    while (this.places.length < ROOM * terms) {
      this.bits++;
      this.places = new Int32Array(2 * this.places.length);
    }
    const room = this.places.length / ROOM;
    this.numbers = widened(this.numbers, room);
    this.sums = widened(this.sums, room);
    this.origins = widened(this.origins, room);
    const { numbers, places } = this;
    for (let i = 0; i < this.count; i++) {
      let at = Math.imul(numbers[i]!, GOLDEN) >>> (32 - this.bits);
      while (places[at]! > 0) at = (at + 1) & (places.length - 1);
      places[at] = i + 1;
    }
  }
}

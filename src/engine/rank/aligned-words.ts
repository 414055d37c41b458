/**
 * The strongest words of one result against those of any carrier, as `WordAligner` aligns them. Carriers near to a
 * result have many words in common: how close a word of theirs is to those of the result is computed once.
 */
import type { ImpactVector } from '../index/impact-vector.ts';
import type { CarrierKeyWords } from '../index/key-words.ts';
import type { TurnedVectors } from '../model/unit-vectors.ts';
import { closenessOf, type KeyWords, WORDS } from '../model/word-alignment.ts';

/** More than the last digits of two sums of the same numbers can differ by. */
const SLACK = 1e-9;
const NONE: KeyWords = { terms: new Int32Array(0), shares: new Float64Array(0) };

export class AlignedWords {
  private readonly carriers: CarrierKeyWords;
  private own = NONE;
  private vectors: TurnedVectors = new Int32Array(0);
  /** Whether the result has a text at all. */
  isEmpty = true;
  /** Of each word of the carriers with those of the result, `WORDS` places a word. */
  private products = new Int16Array(0);
  /** By word of the carriers: the question that its products are of. */
  private askedBy = new Uint32Array(0);
  private question = 0;
  /** By row: what was found, and the question that it was found for. */
  private found = new Float64Array(0);
  private foundFor = new Uint32Array(0);
  /** By word of the result: the greatest product with a word of the carrier. */
  private readonly nearest = new Int32Array(WORDS);

  constructor(carriers: CarrierKeyWords) {
    this.carriers = carriers;
  }

  /** From now on this text is compared. */
  begin(text: ImpactVector): void {
    this.isEmpty = text.terms.length === 0;
    const { aligner } = this.carriers;
    this.own = aligner.keyWords(text);
    this.vectors = aligner.turned(this.own);
    this.question++;
  }

  /** What no alignment exceeds. */
  get most(): number {
    return this.carriers.aligner.closest;
  }

  /** 0–1; or, as soon as that is certain, -1 for less than `least`. */
  of(row: number, least = 0): number {
    if (this.foundFor[row] === this.question) return this.found[row]!;
    const { carriers, own, nearest, most } = this;
    const words = carriers.read(row);
    const count = own.terms.length;
    const { numbers, shares } = carriers;
    const enough = least > 0 ? (least * least) / most - SLACK : Number.NEGATIVE_INFINITY;
    nearest.fill(0);
    let theirs = 0;
    let open = 1;
    for (let at = row * WORDS, end = at + words; at < end; at++) {
      const share = shares[at]!;
      theirs += share * closenessOf(this.meet(numbers[at]!, count));
      open -= share;
      if (theirs + open * most < enough) return -1;
    }
    let mine = 0;
    for (let i = 0; i < count; i++) mine += own.shares[i]! * closenessOf(nearest[i]!);
    return this.keep(row, Math.sqrt(mine * theirs));
  }

  /** Both purposes ask for the same rows. */
  private keep(row: number, alignment: number): number {
    if (row >= this.found.length) {
      const room = 2 * (row + 8);
      const found = new Float64Array(room);
      found.set(this.found);
      this.found = found;
      const foundFor = new Uint32Array(room);
      foundFor.set(this.foundFor);
      this.foundFor = foundFor;
    }
    this.found[row] = alignment;
    this.foundFor[row] = this.question;
    return alignment;
  }

  /** The product of the carrier's word with the nearest of the result; notes where it is the nearest itself. */
  private meet(number: number, count: number): number {
    if (number >= this.askedBy.length) this.reserve();
    if (this.askedBy[number] !== this.question) this.multiply(number);
    const { products, nearest } = this;
    let best = 0;
    for (let i = 0, at = number * WORDS; i < count; i++, at++) {
      const product = products[at]!;
      if (product > best) best = product;
      if (product > nearest[i]!) nearest[i] = product;
    }
    return best;
  }

  private multiply(number: number): void {
    const { aligner, vocabulary } = this.carriers;
    aligner.multiply(this.own, this.vectors, vocabulary[number]!, this.products, number * WORDS);
    this.askedBy[number] = this.question;
  }

  private reserve(): void {
    const room = Math.ceil(1.25 * this.carriers.vocabulary.length) + 64;
    const products = new Int16Array(room * WORDS);
    products.set(this.products);
    const askedBy = new Uint32Array(room);
    askedBy.set(this.askedBy);
    this.products = products;
    this.askedBy = askedBy;
  }
}

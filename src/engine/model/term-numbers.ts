/**
 * Terms with a number each. Most terms of a Chinese text are pairs of characters and words of up to four: their codes
 * fit into one number or two, and a flat table of those is read three times as fast as a `Map` of strings, which an
 * index of thousands of records asks by the million.
 */
import { AskedCodes, CodePairs, CodeQuads } from '../../text/code-tables.ts';
import { WordTable } from '../../text/word-table.ts';
import { GrowingInts } from './growing-ints.ts';

const PAIR_SIGN = 0x23;

export class TermNumbers {
  private readonly ones = new CodePairs();
  private readonly twos = new CodePairs();
  /** Pairs (`#锂电`), by the codes behind their sign. */
  private readonly pairs = new CodePairs();
  private readonly threes = new CodeQuads();
  private readonly fours = new CodeQuads();
  private readonly others = new WordTable();
  /** By place in `others`. */
  private readonly otherNumbers = new GrowingInts();
  private readonly askedTwos = new AskedCodes();
  private readonly askedPairs = new AskedCodes();

  /** -1 where the term has none. */
  get(term: string): number {
    const { length } = term;
    if (length === 0 || length > 4) return this.ofOther(this.others.find(term));
    const first = term.charCodeAt(0);
    if (length === 1) return this.ones.get(first);
    const second = term.charCodeAt(1);
    if (length === 2) return this.twos.get((first << 16) | second);
    const third = term.charCodeAt(2);
    if (length === 4) return this.fours.get((first << 16) | second, (third << 16) | term.charCodeAt(3));
    if (first === PAIR_SIGN) return this.pairs.get((second << 16) | third);
    return this.threes.get((first << 16) | second, third);
  }

  /** Begins to ask for the numbers of several terms, of no more than so many. */
  begin(most: number): void {
    this.askedTwos.begin(most);
    this.askedPairs.begin(most);
  }

  /** Asks for the term with the codes from `from` on: its number, −1 where it has none, goes to this place. */
  ask(codes: Uint16Array, from: number, end: number, place: number, into: Int32Array): void {
    const length = end - from;
    const first = codes[from]!;
    if (length === 2) this.askedTwos.add((first << 16) | codes[from + 1]!, place);
    else if (length === 3 && first === PAIR_SIGN)
      this.askedPairs.add((codes[from + 1]! << 16) | codes[from + 2]!, place);
    else into[place] = this.find(codes, from, end);
  }

  private find(codes: Uint16Array, from: number, end: number): number {
    const length = end - from;
    if (length === 0 || length > 4) return this.ofOther(this.others.findIn(codes, from, end));
    const first = codes[from]!;
    if (length === 1) return this.ones.get(first);
    const two = (first << 16) | codes[from + 1]!;
    if (length === 3) return this.threes.get(two, codes[from + 2]!);
    return this.fours.get(two, (codes[from + 2]! << 16) | codes[from + 3]!);
  }

  private ofOther(place: number): number {
    return place < 0 ? -1 : this.otherNumbers.at(place);
  }

  /** Writes the numbers of all that was asked for. */
  answer(into: Int32Array): void {
    this.twos.getAll(this.askedTwos, into);
    this.pairs.getAll(this.askedPairs, into);
  }

  /** The number of a term, which is `next` where it had none. */
  number(term: string, next: number): number {
    const { length } = term;
    if (length === 0 || length > 4) return this.other(term, next);
    const first = term.charCodeAt(0);
    if (length === 1) return this.ones.number(first, next);
    const second = term.charCodeAt(1);
    if (length === 2) return this.twos.number((first << 16) | second, next);
    const third = term.charCodeAt(2);
    if (length === 4)
      return this.fours.number((first << 16) | second, (third << 16) | term.charCodeAt(3), next);
    if (first === PAIR_SIGN) return this.pairs.number((second << 16) | third, next);
    return this.threes.number((first << 16) | second, third, next);
  }

  private other(term: string, next: number): number {
    const place = this.others.add(term);
    if (place === this.otherNumbers.length) this.otherNumbers.push(next);
    return this.otherNumbers.at(place);
  }
}

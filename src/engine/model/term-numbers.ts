/**
 * Terms with a number each. Most terms of a Chinese text are pairs of characters and words of up to four: their codes
 * fit into one number or two, and a flat table of those is read three times as fast as a `Map` of strings, which an
 * index of thousands of records asks by the million.
 */
import { AskedCodes, CodePairs, CodeQuads } from '../../text/code-tables.ts';

const PAIR_SIGN = 0x23;

export class TermNumbers {
  private readonly ones = new CodePairs();
  private readonly twos = new CodePairs();
  /** Pairs (`#锂电`), by the codes behind their sign. */
  private readonly pairs = new CodePairs();
  private readonly threes = new CodeQuads();
  private readonly fours = new CodeQuads();
  private readonly others = new Map<string, number>();
  private readonly askedTwos = new AskedCodes();
  private readonly askedPairs = new AskedCodes();

  /** -1 where the term has none. */
  get(term: string): number {
    const { length } = term;
    if (length === 0 || length > 4) return this.others.get(term) ?? -1;
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

  /** Asks for a term of such a length: its number, −1 where it has none, goes to this place. */
  ask(term: string, length: number, place: number, into: Int32Array): void {
    if (length === 2) this.askedTwos.add((term.charCodeAt(0) << 16) | term.charCodeAt(1), place);
    else if (length === 3 && term.charCodeAt(0) === PAIR_SIGN)
      this.askedPairs.add((term.charCodeAt(1) << 16) | term.charCodeAt(2), place);
    else into[place] = this.get(term);
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
    const known = this.others.get(term);
    if (known !== undefined) return known;
    this.others.set(term, next);
    return next;
  }
}

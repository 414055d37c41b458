/**
 * Counts what a text holds of the terms that a classifier has learnt, and of the characters of its Chinese words, by
 * number: a table of strings for each text took more time than all that was computed with it.
 */
import type { TermAt } from '../../text/terms.ts';
import { TermNumbers } from '../model/term-numbers.ts';

/** What a text holds, in the order of its first appearance: field by field, in each the terms before the characters. */
export interface Tally {
  readonly numbers: readonly number[];
  /** By place in `numbers`: the logarithm of how often it stands there, and one; below one, how often. */
  readonly weights: readonly number[];
}

const CODES = 0x10000;
const HAN = /\p{Script=Han}/u;

export class TermTally {
  readonly #numbers = new TermNumbers();
  /** By code: the number of a character and one; 0 where it has none. */
  readonly #characters = new Int32Array(CODES);
  readonly #names: string[] = [];
  /** By number: the last field and the last text that held it, counted from 1, and how much of it they held. */
  readonly #lastField: number[] = [];
  readonly #inField: number[] = [];
  readonly #lastText: number[] = [];
  readonly #inText: number[] = [];
  #fields = 0;
  #texts = 0;
  #found: number[] = [];
  /** The last field that had a word at each place. */
  #covered = new Int32Array(0);

  /** `names`: what another one has learnt. */
  constructor(names: readonly string[] = []) {
    for (const name of names) {
      const number = this.#add(name);
      if (name.length === 2 && name.startsWith('#')) this.#characters[name.charCodeAt(1)] = number + 1;
    }
  }

  /** Terms in the order of their numbers; a character as in the index, behind `#`. */
  get names(): readonly string[] {
    return this.#names;
  }

  /** What is counted from now on is another text. */
  begin(): void {
    this.#texts++;
    this.#found = [];
  }

  /** Numbers what it has not seen yet. */
  learn(folded: string, terms: readonly TermAt[]): void {
    for (const { term } of terms) this.#add(term);
    for (const { start, end } of terms)
      for (let at = start; at < end; at++) {
        const code = folded.charCodeAt(at);
        const character = folded[at]!;
        if (this.#characters[code] === 0 && HAN.test(character))
          this.#characters[code] = this.#add(`#${character}`) + 1;
      }
    this.count(folded, terms, 1);
  }

  /** Adds a field, as far as it holds what was learnt. */
  count(folded: string, terms: readonly TermAt[], weight: number): void {
    const field = ++this.#fields;
    const found: number[] = [];
    for (const { term, count } of terms) {
      const number = this.#numbers.get(term);
      if (number >= 0) this.#countIn(field, found, number, count);
    }
    this.#countCharacters(field, found, folded, terms);
    for (const number of found) {
      if (this.#lastText[number] !== this.#texts) {
        this.#lastText[number] = this.#texts;
        this.#inText[number] = 0;
        this.#found.push(number);
      }
      this.#inText[number]! += weight * this.#inField[number]!;
    }
  }

  /** The text that was begun last. */
  tally(): Tally {
    const numbers = this.#found;
    const weights = numbers.map((number) => {
      const count = this.#inText[number]!;
      return count >= 1 ? 1 + Math.log(count) : count;
    });
    return { numbers, weights };
  }

  /** Each character of a word once, however many terms hold it. */
  #countCharacters(field: number, found: number[], folded: string, terms: readonly TermAt[]): void {
    if (this.#covered.length < folded.length) this.#covered = new Int32Array(2 * folded.length);
    const covered = this.#covered;
    for (const { start, end } of terms)
      for (let at = start; at < end; at++) {
        if (covered[at] === field) continue;
        covered[at] = field;
        const number = this.#characters[folded.charCodeAt(at)]!;
        if (number > 0) this.#countIn(field, found, number - 1, 1);
      }
  }

  #countIn(field: number, found: number[], number: number, count: number): void {
    if (this.#lastField[number] !== field) {
      this.#lastField[number] = field;
      this.#inField[number] = 0;
      found.push(number);
    }
    this.#inField[number]! += count;
  }

  #add(term: string): number {
    const number = this.#numbers.number(term, this.#names.length);
    if (number < this.#names.length) return number;
    this.#names.push(term);
    this.#lastField.push(0);
    this.#inField.push(0);
    this.#lastText.push(0);
    this.#inText.push(0);
    return number;
  }
}

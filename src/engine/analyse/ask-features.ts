/**
 * What the ask classifier sees of a text: runs of one to three Chinese characters, English words alone, in pairs
 * and by their first letters; a number is a number. Runs of characters need no dictionary and see through
 * wordings that a list of phrases does not hold (试产, 试制, 试一炉).
 */
import { CodeTrie } from '../../text/code-trie.ts';
import { isHanCode } from '../../text/plain-characters.ts';

const HAN_RUN = /[\p{Script=Han}№]+/gu;
const IN_RUN = /[\p{Script=Han}№]/u;
const NUMBER_SIGN = '№'.charCodeAt(0);
const WORD_BEGINS = /[a-z№]/u;
const WORD = /[a-z][a-z'-]*|№/gu;
const DIGIT = /\d/u;
const NUMBER = /\d[\d.,]*/gu;
const LONGEST_RUN = 3;
const STEM = 5;

/** Takes a feature and where it starts in the text. */
type Take = (name: string, start: number) => void;

/** The name of every feature of folded text, each once, in the order of their first appearance. */
export function askFeatures(folded: string): Set<string> {
  const { text, places } = withNumberSigns(folded);
  const names = new Set<string>();
  for (const run of text.matchAll(HAN_RUN)) {
    const chars = run[0];
    for (let length = 1; length <= LONGEST_RUN; length++)
      for (let i = 0; i + length <= chars.length; i++) names.add(chars.slice(i, i + length));
  }
  takeWords(text, places, (name) => names.add(name));
  return names;
}

/** Finds those features again that are known, without cutting the others out of the text. */
export class KnownFeatures {
  readonly #runs = new CodeTrie();
  /** By code, the node of the trie behind the beginning: every character is looked up there. */
  readonly #first = new Int32Array(0x10000);
  /** By node of the trie: the number of the feature that ends there, and one; 0 where none does. */
  readonly #numbers: Int32Array;
  readonly #words = new Map<string, number>();
  /** Where the run from each character on, of the length before, ends in the trie; 0 where it is no beginning. */
  #nodes = new Int32Array(256);

  /** Features are numbered in the order given. */
  constructor(names: Iterable<string>) {
    const ends: (readonly [node: number, number: number])[] = [];
    let number = 0;
    for (const name of names) {
      if (OF_WORDS.test(name)) this.#words.set(name, number);
      else ends.push([this.#runs.add(name), number]);
      number++;
    }
    this.#numbers = new Int32Array(this.#runs.size);
    for (const [node, of] of ends) this.#numbers[node] = of + 1;
    for (const { from, code, to } of this.#runs.edges()) if (from === 0) this.#first[code] = to;
  }

  /** Every occurrence, in the order of `askFeatures`. */
  find(folded: string, found: (number: number, start: number) => void): void {
    const { text, places } = withNumberSigns(folded);
    for (let at = 0; at < text.length; at++) {
      const from = at;
      while (isInRun(text, at)) at++;
      if (at > from) this.#findRuns(text, places, from, at, found);
    }
    takeWords(text, places, (name, start) => {
      const number = this.#words.get(name);
      if (number !== undefined) found(number, start);
    });
  }

  #findRuns(
    text: string,
    places: Int32Array | undefined,
    from: number,
    to: number,
    found: (number: number, start: number) => void,
  ): void {
    if (this.#nodes.length < to - from) this.#nodes = new Int32Array(2 * (to - from));
    const nodes = this.#nodes;
    for (let length = 1; length <= LONGEST_RUN; length++) {
      for (let at = from; at + length <= to; at++) {
        const before = nodes[at - from]!;
        if (length > 1 && before === 0) continue;
        const code = text.charCodeAt(at + length - 1);
        const node = length === 1 ? this.#first[code]! : this.#runs.next(before, code);
        nodes[at - from] = node;
        const number = this.#numbers[node]!;
        if (number > 0) found(number - 1, places ? places[at]! : at);
      }
    }
  }
}

/** Whether a unit of the text is of a run of characters: nearly all that are not lie before the Han characters. */
function isInRun(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (isHanCode(code)) return true;
  if (!(code >= NUMBER_SIGN)) return false;
  const isSecond = code >= 0xdc00 && code <= 0xdfff && text.codePointAt(at - 1)! > 0xffff;
  return IN_RUN.test(String.fromCodePoint(text.codePointAt(isSecond ? at - 1 : at)!));
}

/** Names of features of English words begin so, those of runs of characters never. */
const OF_WORDS = /^[_~]/u;

function takeWords(text: string, places: Int32Array | undefined, take: Take): void {
  if (!WORD_BEGINS.test(text)) return;
  let before: string | undefined;
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    const start = places ? places[match.index]! : match.index;
    take(`_${word}`, start);
    if (before !== undefined) take(`_${before}_${word}`, start);
    if (word.length > STEM) take(`~${word.slice(0, STEM)}`, start);
    before = word;
  }
}

/** Each number becomes one sign; `places[i]` is where character i stood, undefined where all stand where they stood. */
function withNumberSigns(folded: string): { text: string; places: Int32Array | undefined } {
  if (!DIGIT.test(folded)) return { text: folded, places: undefined };
  const places = new Int32Array(folded.length + 1);
  let text = '';
  let from = 0;
  for (const number of folded.matchAll(NUMBER)) {
    place(places, text.length, from, number.index);
    text += folded.slice(from, number.index);
    places[text.length] = number.index;
    text += '№';
    from = number.index + number[0].length;
  }
  place(places, text.length, from, folded.length);
  return { text: text + folded.slice(from), places };
}

/** What stood at `from` to `to` stands from `at` on. */
function place(places: Int32Array, at: number, from: number, to: number): void {
  for (let i = from; i < to; i++) places[at + i - from] = i;
}

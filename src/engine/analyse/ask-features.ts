/**
 * What the ask classifier sees of a text: runs of one to three Chinese characters, English words alone, in pairs
 * and by their first letters; a number is a number. Runs of characters need no dictionary and see through
 * wordings that a list of phrases does not hold (试产, 试制, 试一炉).
 */
import { CodeTrie } from '../../text/code-trie.ts';

const HAN_RUN = /[\p{Script=Han}№]+/gu;
const WORD = /[a-z][a-z'-]*|№/gu;
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
  /** By node of the trie, the number of the feature that ends there, and one. */
  readonly #numbers: number[] = [];
  readonly #words = new Map<string, number>();

  /** Features are numbered in the order given. */
  constructor(names: Iterable<string>) {
    let number = 0;
    for (const name of names) {
      if (OF_WORDS.test(name)) this.#words.set(name, number);
      else this.#numbers[this.#runs.add(name)] = number + 1;
      number++;
    }
  }

  /** Every occurrence, in the order of `askFeatures`. */
  find(folded: string, found: (number: number, start: number) => void): void {
    const { text, places } = withNumberSigns(folded);
    for (const { 0: chars, index } of text.matchAll(HAN_RUN)) this.#findRuns(chars, index, places, found);
    takeWords(text, places, (name, start) => {
      const number = this.#words.get(name);
      if (number !== undefined) found(number, start);
    });
  }

  #findRuns(
    chars: string,
    index: number,
    places: Int32Array,
    found: (number: number, start: number) => void,
  ): void {
    /** Where the run from each character on, of the length before, ends in the trie; 0 where it is no beginning. */
    const nodes = new Int32Array(chars.length);
    for (let length = 1; length <= LONGEST_RUN; length++) {
      for (let i = 0; i + length <= chars.length; i++) {
        if (length > 1 && nodes[i] === 0) continue;
        const node = this.#runs.next(nodes[i]!, chars.charCodeAt(i + length - 1));
        nodes[i] = node;
        const number = this.#numbers[node];
        if (node > 0 && number !== undefined) found(number - 1, places[index + i]!);
      }
    }
  }
}

/** Names of features of English words begin so, those of runs of characters never. */
const OF_WORDS = /^[_~]/u;

function takeWords(text: string, places: Int32Array, take: Take): void {
  let before: string | undefined;
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    const start = places[match.index]!;
    take(`_${word}`, start);
    if (before !== undefined) take(`_${before}_${word}`, start);
    if (word.length > STEM) take(`~${word.slice(0, STEM)}`, start);
    before = word;
  }
}

/** Each number becomes one sign; `places[i]` is where character i stood. */
function withNumberSigns(folded: string): { text: string; places: Int32Array } {
  const places = new Int32Array(folded.length + 1);
  let text = '';
  let from = 0;
  const copy = (to: number) => {
    for (let i = from; i < to; i++) places[text.length + i - from] = i;
    text += folded.slice(from, to);
  };
  for (const number of folded.matchAll(NUMBER)) {
    copy(number.index);
    places[text.length] = number.index;
    text += '№';
    from = number.index + number[0].length;
  }
  copy(folded.length);
  return { text, places };
}

/**
 * Where the words of many vocabularies stand in a text, found in one pass for all of them: each by itself would look at
 * every character once more, and in tables of its own, which push those of the others out of the processor's cache.
 */
import { CodePairs } from './code-tables.ts';
import { CodeTrie, ROOT } from './code-trie.ts';

/** A folded text, with room for what was found in it. */
export interface Searched {
  readonly text: string;
  places: Places | undefined;
}

/** A text in which nothing was looked for yet. */
export function unsearched(text: string): Searched {
  return { text, places: undefined };
}

/** What one pass found. */
export interface Places {
  readonly by: Concordance;
  /** How many words there were to be found. */
  readonly words: number;
  /** By vocabulary: number of a word, its start and its end, in the order of starts, then of ends. */
  readonly found: readonly (readonly number[] | undefined)[];
}

const LONGER = 1;
const ALONE = 2;
const NONE: readonly number[] = [];

export class Concordance {
  readonly #trie = new CodeTrie();
  /** For each code, whether a word begins with it, and whether it is one: most characters of a text begin none. */
  readonly #begins = new Uint8Array(0x10000);
  /** The node behind the first two characters of words: most of a text's pairs begin none, and are looked up once. */
  readonly #pairs = new CodePairs();
  /** By node of the trie: the last entry of those whose word ends there, and one; 0 where there is none. */
  readonly #last: number[] = [];
  /** By entry: its vocabulary, its number there, and the entry before it of the same node, and one. */
  readonly #vocabularies: number[] = [];
  readonly #numbers: number[] = [];
  readonly #before: number[] = [];
  #size = 0;

  /** An empty one; its words are found from the next text on. */
  vocabulary(): Vocabulary {
    return new Vocabulary(this, this.#size++);
  }

  /** The number of a word in a vocabulary, which is `next` where it is not there yet. */
  add(word: string, vocabulary: number, next: number): number {
    const first = word.charCodeAt(0);
    this.#begins[first]! |= word.length === 1 ? ALONE : LONGER;
    if (word.length > 1) this.#pairs.set(pairOf(first, word.charCodeAt(1)), this.#trie.add(word.slice(0, 2)));
    const node = this.#trie.add(word);
    while (this.#last.length < this.#trie.size) this.#last.push(0);
    for (let at = this.#last[node]!; at > 0; at = this.#before[at - 1]!)
      if (this.#vocabularies[at - 1] === vocabulary) return this.#numbers[at - 1]!;
    this.#vocabularies.push(vocabulary);
    this.#numbers.push(next);
    this.#before.push(this.#last[node]!);
    this.#last[node] = this.#numbers.length;
    return next;
  }

  /** Places of the words of one vocabulary; those of all others are kept beside the text. */
  placesOf(vocabulary: number, searched: Searched): readonly number[] {
    let { places } = searched;
    if (places?.by !== this || places.words !== this.#numbers.length) {
      places = { by: this, words: this.#numbers.length, found: this.#findAll(searched.text) };
      searched.places = places;
    }
    return places.found[vocabulary] ?? NONE;
  }

  #findAll(text: string): (number[] | undefined)[] {
    const found: (number[] | undefined)[] = Array.from({ length: this.#size });
    for (let start = 0; start < text.length; start++) {
      const first = text.charCodeAt(start);
      const begins = this.#begins[first]!;
      if (begins === 0) continue;
      if ((begins & ALONE) !== 0) this.#note(found, this.#trie.next(ROOT, first), start, start + 1);
      if ((begins & LONGER) === 0 || start + 1 === text.length) continue;
      let node = this.#pairs.get(pairOf(first, text.charCodeAt(start + 1)));
      for (let end = start + 2; node > ROOT; end++) {
        this.#note(found, node, start, end);
        node = end < text.length ? this.#trie.next(node, text.charCodeAt(end)) : ROOT;
      }
    }
    return found;
  }

  #note(found: (number[] | undefined)[], node: number, start: number, end: number): void {
    for (let at = this.#last[node]!; at > 0; at = this.#before[at - 1]!) {
      const vocabulary = this.#vocabularies[at - 1]!;
      found[vocabulary] ??= [];
      found[vocabulary].push(this.#numbers[at - 1]!, start, end);
    }
  }
}

export class Vocabulary {
  readonly #of: Concordance;
  readonly #number: number;
  #size = 0;

  constructor(of: Concordance, number: number) {
    this.#of = of;
    this.#number = number;
  }

  /** The number of a word, in the order in which they come. */
  add(word: string): number {
    const number = this.#of.add(word, this.#number, this.#size);
    if (number === this.#size) this.#size++;
    return number;
  }

  /** Where its words stand, overlapping ones too: a word's number, start and end, in the order of starts, then of ends. */
  placesIn(searched: Searched): readonly number[] {
    return this.#of.placesOf(this.#number, searched);
  }
}

function pairOf(first: number, second: number): number {
  return (first << 16) | second;
}

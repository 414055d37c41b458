/** Phrases with Han characters: any stretch of the text that is one, if it begins and ends where words do. */
import { CodePairs } from './code-tables.ts';
import { CodeTrie, ROOT } from './code-trie.ts';
import type { PhraseHit } from './phrase-hit.ts';
import type { Token } from './segmenter.ts';

const LONGER = 1;
const ALONE = 2;

export class HanPhrases<Meaning> {
  readonly #trie = new CodeTrie();
  /** By the node of the trie at which a phrase ends. */
  readonly #meanings: (Meaning[] | undefined)[] = [];
  /** For each code, whether a phrase begins with it, and whether it is one: most characters of a text begin none. */
  readonly #begins = new Uint8Array(0x10000);
  /** The node behind the first two characters of phrases: most of a text's pairs begin none, and are looked up once. */
  readonly #pairs = new CodePairs();
  readonly #trustedLength: number;

  /** Phrases of at least `trustedLength` characters need not stand at word boundaries. */
  constructor(trustedLength: number) {
    this.#trustedLength = trustedLength;
  }

  add(phrase: string, meaning: Meaning): void {
    const first = phrase.charCodeAt(0);
    this.#begins[first]! |= phrase.length === 1 ? ALONE : LONGER;
    if (phrase.length > 1)
      this.#pairs.set(pairOf(first, phrase.charCodeAt(1)), this.#trie.add(phrase.slice(0, 2)));
    const node = this.#trie.add(phrase);
    const meanings = this.#meanings[node];
    if (!meanings) this.#meanings[node] = [meaning];
    else if (!meanings.includes(meaning)) meanings.push(meaning);
  }

  /** All hits, overlapping ones too, in the order of their starts. */
  find(text: string, tokens: readonly Token[]): PhraseHit<Meaning>[] {
    const hits: PhraseHit<Meaning>[] = [];
    if (this.#meanings.length === 0) return hits;
    for (let start = 0; start < text.length; start++) {
      const first = text.charCodeAt(start);
      const begins = this.#begins[first]!;
      if (begins === 0) continue;
      if ((begins & ALONE) !== 0 && this.#isWhole(text, start, start + 1, tokens))
        hits.push({ start, end: start + 1, meanings: this.#meanings[this.#trie.next(ROOT, first)]! });
      if ((begins & LONGER) === 0 || start + 1 === text.length) continue;
      let node = this.#pairs.get(pairOf(first, text.charCodeAt(start + 1)));
      for (let end = start + 2; node > ROOT; end++) {
        const meanings = this.#meanings[node];
        if (meanings && this.#isWhole(text, start, end, tokens)) hits.push({ start, end, meanings });
        node = end < text.length ? this.#trie.next(node, text.charCodeAt(end)) : ROOT;
      }
    }
    return hits;
  }

  #isWhole(text: string, start: number, end: number, tokens: readonly Token[]): boolean {
    if (isLatin(text, start) && isLatin(text, start - 1)) return false;
    if (isLatin(text, end - 1) && isLatin(text, end)) return false;
    if (end - start >= this.#trustedLength) return true;
    const first = lastFrom(tokens, start);
    if (tokens[first]?.start !== start) return false;
    let last = first;
    while (last < tokens.length && tokens[last]!.end < end) last++;
    return tokens[last]?.end === end;
  }
}

function pairOf(first: number, second: number): number {
  return (first << 16) | second;
}

function isLatin(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}

/** The last token that starts at the offset or before it; -1 where there is none. */
function lastFrom(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

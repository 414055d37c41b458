/** Phrases with Han characters: any stretch of the text that is one, if it begins and ends where words do. */
import type { Searched, Vocabulary } from './concordance.ts';
import type { PhraseHit } from './phrase-hit.ts';
import type { Token } from './segmenter.ts';

export class HanPhrases<Meaning> {
  readonly #phrases: Vocabulary;
  /** By number of the phrase. */
  readonly #meanings: Meaning[][] = [];
  readonly #trustedLength: number;

  /** Phrases of at least `trustedLength` characters need not stand at word boundaries. */
  constructor(phrases: Vocabulary, trustedLength: number) {
    this.#phrases = phrases;
    this.#trustedLength = trustedLength;
  }

  add(phrase: string, meaning: Meaning): void {
    const number = this.#phrases.add(phrase);
    const meanings = this.#meanings[number];
    if (!meanings) this.#meanings[number] = [meaning];
    else if (!meanings.includes(meaning)) meanings.push(meaning);
  }

  /** All hits, overlapping ones too, in the order of their starts. */
  find(searched: Searched, tokens: readonly Token[]): PhraseHit<Meaning>[] {
    const hits: PhraseHit<Meaning>[] = [];
    if (this.#meanings.length === 0) return hits;
    const places = this.#phrases.placesIn(searched);
    for (let i = 0; i < places.length; i += 3) {
      const start = places[i + 1]!;
      const end = places[i + 2]!;
      if (this.#isWhole(searched.text, start, end, tokens))
        hits.push({ start, end, meanings: this.#meanings[places[i]!]! });
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

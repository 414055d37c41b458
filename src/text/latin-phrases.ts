/** English phrases, word by word; a hyphen is as good as a blank, and what a phrase has between its words as well. */
import type { PhraseHit } from './phrase-hit.ts';
import { Recent } from './recent.ts';
import { LATIN, type Token } from './segmenter.ts';

interface Node<Meaning> {
  /**
   * By the form of a word, and by that form behind the signs that a phrase has before it (E. coli: `. coli`). None where
   * no phrase goes on: a map for each of the many last words would fill most of the room.
   */
  next: Map<string, Node<Meaning>> | undefined;
  meanings: Meaning[] | undefined;
}

/** A Latin word, and how a hyphen ties it to the words around it. */
interface LatinWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Tied to a word before it: die in slot-die. */
  readonly tiedBefore: boolean;
  /** Tied to a word behind it: car in car-t. */
  readonly tiedBehind: boolean;
}

/** What may stand between two words of any phrase; a comma or a line break may not. */
const JOINT = /^[ \-‐]?$/u;
const APOSTROPHES = /’/gu;

const LATIN_RUNS = new RegExp(LATIN, 'gu');

export class LatinPhrases<Meaning> {
  readonly #root: Node<Meaning> = { next: undefined, meanings: undefined };
  readonly #form: (word: string) => string;

  /** Words match where their forms are the same. */
  constructor(form: (word: string) => string) {
    this.#form = form;
  }

  add(phrase: string, meaning: Meaning): void {
    let node = this.#root;
    for (const { text, signs } of unitsOf(phrase)) {
      const form = this.#form(text);
      node.next ??= new Map();
      let child = node.next.get(form);
      if (!child) {
        child = { next: undefined, meanings: undefined };
        node.next.set(form, child);
      }
      if (signs !== '') node.next.set(signs + form, child);
      node = child;
    }
    node.meanings ??= [];
    if (!node.meanings.includes(meaning)) node.meanings.push(meaning);
  }

  /** All hits, overlapping ones too, in the order of their starts. */
  find(text: string, tokens: readonly Token[]): PhraseHit<Meaning>[] {
    const hits: PhraseHit<Meaning>[] = [];
    const beginnings = this.#root.next;
    if (!beginnings) return hits;
    const words = wordsOf.of(tokens);
    for (let i = 0; i < words.length; i++) {
      const first = words[i]!;
      if (first.tiedBefore) continue;
      let last = first;
      let node = beginnings.get(this.#form(first.text));
      for (let j = i + 1; node; j++) {
        // car-t is no car, while deep-learning-based is deep learning
        if (node.meanings && !(last === first && first.tiedBehind))
          hits.push({ start: first.start, end: last.end, meanings: node.meanings });
        const following = words[j];
        if (!node.next || !following) break;
        const signs = signsOf(text.slice(last.end, following.start));
        last = following;
        node = node.next.get(signs + this.#form(following.text));
      }
    }
    return hits;
  }
}

/** Words of an English phrase, as the segmenter cuts them and at hyphens, with the signs between each and the one before. */
function unitsOf(phrase: string): { text: string; signs: string }[] {
  const runs = [...phrase.matchAll(LATIN_RUNS)];
  if (runs.length === 0) return [{ text: phrase, signs: '' }];
  let end = runs[0]!.index;
  return runs.flatMap(({ 0: run, index }) => {
    const signs = signsOf(phrase.slice(end, index));
    end = index + run.length;
    return run.split('-').map((text, i) => ({ text, signs: i === 0 ? signs : '' }));
  });
}

/** What parts two words, apostrophes in one spelling; nothing where it is what may stand in any phrase. */
function signsOf(gap: string): string {
  return JOINT.test(gap) ? '' : gap.replace(APOSTROPHES, "'");
}

/** Many phrase books look through one text. */
const wordsOf = new Recent(cutAtHyphens);

function cutAtHyphens(tokens: readonly Token[]): LatinWord[] {
  const found: LatinWord[] = [];
  for (const token of tokens) {
    if (token.kind === 'han') continue;
    let { start } = token;
    if (!token.text.includes('-')) {
      found.push({ text: token.text, start, end: token.end, tiedBefore: false, tiedBehind: false });
      continue;
    }
    token.text.split('-').forEach((text, i, words) => {
      const end = start + text.length;
      found.push({ text, start, end, tiedBefore: i > 0, tiedBehind: i < words.length - 1 });
      start = end + 1;
    });
  }
  return found;
}

/**
 * Text into words with offsets: Han runs by jieba with the profile's vocabulary as user dictionary, Latin
 * runs by their spelling. Offsets are those of the folded text.
 */
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { dictionaryEntries } from './dictionary.ts';
import type { FoldedText } from './fold.ts';

export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'han' | 'latin' | 'number';
}

export interface Segmenter {
  segment(folded: Pick<FoldedText, 'text'>): Token[];
  /** Shorter dictionary words inside a Han word, e.g. 锂离子电池 → 锂离子, 电池. */
  parts(word: string): readonly string[];
}

/** Latin words (`c-v2x`, `5g`, `3d`) and numbers, as the segmenter and the phrase book both cut them. */
export const LATIN = String.raw`[a-z][a-z0-9]*(?:[-+./&][a-z0-9]+)*\+*|\d+[a-z][a-z0-9]*|\d+(?:[.,]\d+)*`;

const RUNS = new RegExp(String.raw`\p{Script=Han}+|${LATIN}`, 'gu');

/**
 * Frequencies of user words; those that jieba knows keep their own. A long word is kept whole whatever stands around it; a two-letter word must
 * not tear its neighbours apart (空中|试飞 must not become 空|中试|飞), so it gets a common word's frequency.
 */
const LONG_WORD_FREQUENCY = 100_000;
const SHORT_WORD_FREQUENCY = 300;

/** `words` are folded; those that are not pure Han, or longer than eight characters, need no dictionary. */
export function createSegmenter(words: Iterable<string>): Segmenter {
  const jieba = Jieba.withDict(dict);
  const wanted = new Set(words);
  const known = knownWords(wanted);
  const lines = [...wanted]
    .filter((word) => /^\p{Script=Han}{2,8}$/u.test(word) && !known.has(word))
    .map((word) => `${word} ${word.length > 2 ? LONG_WORD_FREQUENCY : SHORT_WORD_FREQUENCY} n`);
  if (lines.length > 0) jieba.loadDict(Buffer.from(lines.join('\n')));

  const partsOf = new Map<string, readonly string[]>();
  return {
    segment(folded) {
      const tokens: Token[] = [];
      for (const run of folded.text.matchAll(RUNS)) pushRun(tokens, jieba, run[0], run.index);
      return tokens;
    },
    parts(word) {
      if (word.length < 3) return [];
      const cached = partsOf.get(word);
      if (cached) return cached;
      const found = jieba.cutForSearch(word, false).filter((part) => part.length > 1 && part !== word);
      if (partsOf.size > 20_000) partsOf.clear();
      partsOf.set(word, found);
      return found;
    },
  };
}

function pushRun(tokens: Token[], jieba: Jieba, run: string, offset: number): void {
  const first = run.charCodeAt(0);
  if (first < 0x80) {
    const kind = /^[\d.,]+$/u.test(run) ? 'number' : 'latin';
    tokens.push({ text: run, start: offset, end: offset + run.length, kind });
    return;
  }
  let at = offset;
  for (const word of jieba.cut(run, true)) {
    tokens.push({ text: word, start: at, end: at + word.length, kind: 'han' });
    at += word.length;
  }
}

/** Those of the words that jieba's own dictionary holds. */
function knownWords(words: ReadonlySet<string>): Set<string> {
  const known = new Set<string>();
  for (const [word] of dictionaryEntries()) if (words.has(word)) known.add(word);
  return known;
}

/**
 * Text into words with offsets: Han runs by jieba with the profile's vocabulary as user dictionary, Latin
 * runs by their spelling. Offsets are those of the folded text.
 */
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { wordsInDictionary } from './dictionary.ts';
import type { FoldedText } from './fold.ts';
import { Remembered } from './remembered.ts';

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

/** What is cut into words: what stands between two runs never joins them. */
export const RUNS = new RegExp(String.raw`\p{Script=Han}+|${LATIN}`, 'gu');

const BETWEEN_RUNS = '\n';

/** Of so many words the parts are remembered, and of as many before them. */
const REMEMBERED = 20_000;

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
  const known = wordsInDictionary(wanted);
  const lines = [...wanted]
    .filter((word) => /^\p{Script=Han}{2,8}$/u.test(word) && !known.has(word))
    .map((word) => `${word} ${word.length > 2 ? LONG_WORD_FREQUENCY : SHORT_WORD_FREQUENCY} n`);
  if (lines.length > 0) jieba.loadDict(Buffer.from(lines.join('\n')));

  const partsOf = new Remembered<readonly string[]>(REMEMBERED);
  const cutParts = (word: string) =>
    jieba.cutForSearch(word, false).filter((part) => part.length > 1 && part !== word);
  return {
    segment(folded) {
      const runs: string[] = [];
      const starts: number[] = [];
      let han = '';
      for (const { 0: run, index } of folded.text.matchAll(RUNS)) {
        runs.push(run);
        starts.push(index);
        if (!isLatin(run)) han = han === '' ? run : `${han}${BETWEEN_RUNS}${run}`;
      }
      // cut in one call: what stands between two runs never joins them
      const words = han === '' ? [] : jieba.cut(han, true);
      const tokens: Token[] = [];
      let next = 0;
      for (let i = 0; i < runs.length; i++) {
        const run = runs[i]!;
        const index = starts[i]!;
        if (isLatin(run)) {
          tokens.push(latinToken(run, index));
          continue;
        }
        if (words[next] === BETWEEN_RUNS) next++;
        for (let at = index; at < index + run.length; next++) {
          const text = words[next]!;
          tokens.push({ text, start: at, end: at + text.length, kind: 'han' });
          at += text.length;
        }
      }
      return tokens;
    },
    parts(word) {
      return word.length < 3 ? [] : partsOf.of(word, cutParts);
    },
  };
}

export function isLatin(run: string): boolean {
  return run.charCodeAt(0) < 0x80;
}

export function latinToken(text: string, start: number): Token {
  const kind = /^[\d.,]+$/u.test(text) ? 'number' : 'latin';
  return { text, start, end: start + text.length, kind };
}

/**
 * One spelling for matching, with the way back: compatibility forms folded (NFKC: Ａ→a, ㎡→m2, ５→5), lower
 * case, and blanks between two Han characters dropped (texts copied from PDFs are full of them). Every
 * character of the folded text knows where it stood in the original, so that a quote can be cut from it.
 */
import type { FoldedText } from './folded-text.ts';
import { Folding } from './folding.ts';
import { plainAt } from './plain-characters.ts';

export type { FoldedText } from './folded-text.ts';

/** What is folded as one: a line break in any spelling, or a character with its combining marks (e + ´ = é). */
const CLUSTER = /\r\n?|.\p{Grapheme_Extend}*/suy;
const LINE_BREAK = /^[\r\u2028\u2029]/u;

/** Folding what is folded changes nothing. */
export function foldText(original: string): FoldedText {
  const folding = new Folding(original);
  for (let at = 0; at < original.length; ) {
    const code = plainAt(original, at);
    if (code > 0 && (at + 1 === original.length || plainAt(original, at + 1) > 0)) {
      folding.addPlain(code, at);
      at++;
    } else {
      CLUSTER.lastIndex = at;
      const cluster = CLUSTER.exec(original)![0];
      folding.add(foldCluster(cluster), at, at + cluster.length);
      at += cluster.length;
    }
  }
  return folding.finish();
}

/** Taken apart, lowered, composed again: in any other order a second folding could still change something. */
function foldCluster(cluster: string): string {
  if (LINE_BREAK.test(cluster)) return '\n';
  return cluster.normalize('NFKD').toLowerCase().normalize('NFKC');
}

/** Folds a word of the vocabulary in the same way. */
export function foldWord(word: string): string {
  const trimmed = word.trim();
  return isFolded(trimmed) ? trimmed : foldText(trimmed).text;
}

/** Whether it is certain, character by character, that folding changes nothing; with a blank it is not. */
function isFolded(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code <= 0x20 || plainAt(word, at) !== code) return false;
  }
  return true;
}

/** The stretch of the original that a stretch of the folded text stands for. */
export function originalRange(
  folded: FoldedText,
  start: number,
  end: number,
): { start: number; end: number } {
  return { start: folded.starts[start]!, end: end > start ? folded.ends[end - 1]! : folded.starts[start]! };
}

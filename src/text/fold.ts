/**
 * One spelling for matching, with the way back: compatibility forms folded (NFKC: Ａ→a, ㎡→m2, ５→5), lower
 * case, and blanks between two Han characters dropped (texts copied from PDFs are full of them). Every
 * character of the folded text knows where it stood in the original, so that a quote can be cut from it.
 */
export interface FoldedText {
  readonly original: string;
  readonly text: string;
  /** Start in the original of each folded UTF-16 unit; one more entry for the end. */
  readonly starts: Int32Array;
  /** End in the original of each folded UTF-16 unit. */
  readonly ends: Int32Array;
}

const HAN = /\p{Script=Han}/u;
const BLANK = /\s/u;

export function foldText(original: string): FoldedText {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const char of original) {
    const next = at + char.length;
    if (!(BLANK.test(char) && isBetweenHan(original, at, next))) {
      const folded = char.normalize('NFKC').toLowerCase();
      for (let i = 0; i < folded.length; i++) {
        starts.push(at);
        ends.push(next);
      }
      text += folded;
    }
    at = next;
  }
  starts.push(original.length);
  return { original, text, starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

/** A blank, alone or in a run, with Han characters on both sides; line breaks stay: they end clauses. */
function isBetweenHan(text: string, start: number, end: number): boolean {
  if (text[start] === '\n') return false;
  let before = start - 1;
  while (before >= 0 && text[before] === ' ') before--;
  let after = end;
  while (after < text.length && text[after] === ' ') after++;
  return before >= 0 && after < text.length && HAN.test(text[before]!) && HAN.test(text[after]!);
}

/** Folds a word of the vocabulary in the same way. */
export function foldWord(word: string): string {
  return foldText(word.trim()).text;
}

/** The stretch of the original that a stretch of the folded text stands for. */
export function originalRange(
  folded: FoldedText,
  start: number,
  end: number,
): { start: number; end: number } {
  return { start: folded.starts[start]!, end: end > start ? folded.ends[end - 1]! : folded.starts[start]! };
}

/**
 * Where the Chinese words of texts end, noted when they are read, so that a phrase of theirs is cut without segmenting
 * it again: a bit for each character of one text after the other, five bits in a character of the note, `0` to `O`.
 */
import type { ReadText } from './reader.ts';
import { isLatin, latinToken, RUNS, type Token } from './segmenter.ts';

const BITS = 5;
const NONE = 0x30;
const ENDS_HAN = /\p{Script=Han}$/u;
const STARTS_HAN = /^\p{Script=Han}/u;

/** Of these texts; empty where none has a Chinese word. */
export function noteWordEnds(reads: readonly ReadText[]): string {
  const notes = reads.map(noteOf);
  return notes.some((codes) => codes.some((code) => code > NONE))
    ? notes.map((codes) => String.fromCharCode(...codes)).join('')
    : '';
}

function noteOf({ folded, tokens }: ReadText): Uint8Array {
  const { original, text, starts } = folded;
  const codes = new Uint8Array(lengthOfNote(original)).fill(NONE);
  for (let first = 0, next = 0; first < tokens.length; first = next) {
    next = endOfRun(tokens, first);
    const { start } = tokens[first]!;
    const at = starts[start]!;
    const end = at + tokens[next - 1]!.end - start;
    const isWhole = original.slice(at, end) === text.slice(start, tokens[next - 1]!.end);
    if (tokens[first]!.kind !== 'han' || !isWhole || isTorn(original, at, end)) continue;
    for (let i = first; i < next; i++) {
      const last = at + tokens[i]!.end - start - 1;
      codes[Math.floor(last / BITS)]! += 1 << (last % BITS);
    }
  }
  return codes;
}

/** Of neighbouring Chinese words; of any other token itself. */
function endOfRun(tokens: readonly Token[], first: number): number {
  let next = first + 1;
  if (tokens[first]!.kind !== 'han') return next;
  while (tokens[next]?.kind === 'han' && tokens[next]!.start === tokens[next - 1]!.end) next++;
  return next;
}

/** Whether a run of Han characters goes on beyond the stretch: then it was cut as another text. */
function isTorn(text: string, start: number, end: number): boolean {
  return (
    (start > 0 && ENDS_HAN.test(text.slice(Math.max(0, start - 2), start))) ||
    (end < text.length && STARTS_HAN.test(text.slice(end, end + 2)))
  );
}

function lengthOfNote(text: string): number {
  return Math.ceil(text.length / BITS);
}

/** The words of one text. */
export class WordEnds {
  private readonly text: string;
  private readonly note: string;
  private readonly first: number;

  constructor(text: string, note: string, first: number) {
    this.text = text;
    this.note = note;
    this.first = first;
  }

  /**
   * Those of the stretch from `start` on, which folds to `plain` character by character, as the segmenter would cut it by
   * itself; null where the note does not say, as of a text that has blanks between its characters.
   */
  tokens(start: number, plain: string): Token[] | null {
    const tokens: Token[] = [];
    for (const { 0: run, index } of plain.matchAll(RUNS)) {
      if (isLatin(run)) {
        tokens.push(latinToken(run, index));
        continue;
      }
      const end = index + run.length;
      if (!this.isEnd(start + end - 1) || isTorn(this.text, start + index, start + end)) return null;
      let from = index;
      for (let at = index; at < end; at++) {
        if (!this.isEnd(start + at)) continue;
        tokens.push({ text: plain.slice(from, at + 1), start: from, end: at + 1, kind: 'han' });
        from = at + 1;
      }
    }
    return tokens;
  }

  private isEnd(at: number): boolean {
    const code = this.note.charCodeAt(this.first + Math.floor(at / BITS)) - NONE;
    return ((code >> (at % BITS)) & 1) === 1;
  }
}

/** Of the text under a path, one of those that were noted, in their order; null where there is no note. */
export function wordEndsAt(
  note: string | undefined,
  texts: Iterable<{ readonly path: string; readonly text: string }>,
  wanted: string,
): WordEnds | null {
  if (!note) return null;
  let first = 0;
  for (const { path, text } of texts) {
    if (path === wanted) return new WordEnds(text, note, first);
    first += lengthOfNote(text);
  }
  return null;
}

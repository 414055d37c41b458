/**
 * Phrases cut from texts for quoting in a sentence: what stands between two marks, without the words of asking
 * and offering around it, cut at word boundaries where it is still too long.
 */
import type { Span } from '../../domain/analysis.ts';
import type { TextField } from '../../domain/record-text.ts';
import { foldText } from '../../text/fold.ts';
import { Remembered } from '../../text/remembered.ts';
import type { Segmenter } from '../../text/segmenter.ts';
import type { WordEnds } from '../../text/word-ends.ts';
import type { Knowledge } from '../knowledge.ts';
import {
  cutWords,
  isLoose,
  JOINERS,
  looseWords,
  type Part,
  type Stretch,
  WIDEST,
  width,
} from './cut-words.ts';

/** A quote to be read in a sentence; `shown` says with … where it was cut. */
export interface Phrase extends Span {
  readonly shown: string;
}

export interface PhraseCutter {
  /** All phrases of a quote, in its order, as parts of it. `words`: of the text that it is cut from, where they were noted. */
  parts(quote: Pick<Span, 'start' | 'quote'>, words: WordEnds | null): Part[];
  /** The same in words. */
  phrases(span: Span, words: WordEnds | null): Phrase[];
  /** The phrase of a text that holds the stretch `start..end` (offsets of the text). */
  around(text: TextField, start: number, end: number, words: WordEnds | null): Phrase;
}

/** Many carriers write the same phrases (提供中试服务), and many words are quoted out of the same ones: so many are cut once. */
const REMEMBERED = 4096;

/** The dictionary of `knowledge` is not made before something is to be cut: an index is built without it. */
export function createPhraseCutter(knowledge: Knowledge): PhraseCutter {
  const loose = looseWords(knowledge.profile.markers);
  const known = new Remembered<readonly Part[]>(REMEMBERED);
  const segmented = (quote: string, within: number | null): Part[] =>
    cutWords(knowledge.segmenter.segment({ text: quote }), quote, loose, within);
  /**
   * Only what is too long or may have loose words at its ends has to be segmented. Of an anchor only its part is wanted.
   * `offset`: where the plain text begins in the one whose words were noted.
   */
  const cut = (
    text: string,
    stretch: Stretch,
    anchor: number | null,
    words: WordEnds | null,
    offset: number,
  ): Part[] => {
    const { start, end } = stretch;
    const quote = text.slice(start, end);
    if (quote === '') return [];
    if (width(quote) <= WIDEST && !isLoose(loose, quote))
      return [{ start, end, before: false, behind: false }];
    const within = anchor === null ? null : anchor - start;
    const tokens = words?.tokens(offset + start, quote);
    const parts = tokens
      ? cutWords(tokens, quote, loose, within)
      : known.of(within === null ? quote : `${within}\n${quote}`, () => segmented(quote, within));
    return parts.map((part) => withinText(text, start, part));
  };
  const parts: PhraseCutter['parts'] = ({ start, quote }, words) => {
    const text = plainly(quote);
    const found: Part[] = [];
    for (let at = 0; at < text.length; ) {
      const end = endOfPhrase(text, at);
      for (const part of cut(text, trimmed(text, at, end), null, words, start)) found.push(part);
      at = end + 1;
    }
    return found;
  };
  return {
    parts,
    phrases: (span, words) =>
      parts(span, words).map((part) => phraseOf(span.field, span.start, span.quote, part)),
    around({ path, text }, start, end, words) {
      let from = start;
      while (from > 0 && !isMark(text, from - 1)) from--;
      const nearby = text.slice(from, endOfPhrase(text, end));
      const anchor = start - from;
      const word: Part = { start: anchor, end: end - from, before: false, behind: false };
      const plain = plainly(nearby);
      const part = cut(plain, trimmed(plain, 0, plain.length, anchor), anchor, words, from)[0];
      const holds = part && part.start <= word.start && part.end >= word.end;
      return phraseOf(path, from, nearby, holds ? part : word);
    },
  };
}

/** A part of a stretch of the text as one of the text. */
function withinText(text: string, offset: number, { start, end, before, behind }: Part): Part {
  const stretch = trimmed(text, offset + start, offset + end);
  return { start: stretch.start, end: stretch.end, before, behind };
}

export function phraseOf(
  field: string,
  offset: number,
  text: string,
  { start, end, before, behind }: Part,
): Phrase {
  const quote = text.slice(start, end);
  const shown = `${before ? '…' : ''}${quote}${behind ? '…' : ''}`;
  return { field, start: offset + start, end: offset + end, quote, shown };
}

/** What stands between the joiners (和, and) in a phrase; of one without them the phrase. */
export function splitAtJoiners(segmenter: Segmenter, { field, start, quote, shown }: Phrase): Phrase[] {
  const folded = foldText(quote);
  if (!MAY_JOIN.test(quote) || folded.text.length !== quote.length)
    return [{ field, start, end: start + quote.length, quote, shown }];
  const joiners = segmenter.segment(folded).filter(({ text }) => JOINERS.has(text));
  const ends = [...joiners.map((joiner) => joiner.start), quote.length];
  const parts = ends.map((end, i) => trimmed(quote, i === 0 ? 0 : joiners[i - 1]!.end, end));
  return parts
    .filter((part) => part.end > part.start)
    .map((part) => {
      const before = part.start === 0 && shown.startsWith('…');
      const behind = part.end === quote.length && shown.endsWith('…');
      return phraseOf(field, start, quote, { ...part, before, behind });
    });
}

const MAY_JOIN = /[和与及并或且]|\b(?:and|or)\b/iu;

/** Nothing in full width or with a lower case: so are most texts. */
const PLAIN = /^[\n -@[-`{-~\u2000-\u206f\u3000-\u9fff]*$/u;
const FULL_WIDTH = /[\uff01-\uff5e]/gu;
/** From a full-width character to the one of ASCII. */
const TO_HALF = 0xfee0;

/** Lower case and half width, character by character: offsets stay. */
function plainly(text: string): string {
  if (PLAIN.test(text)) return text;
  const half = text.replace(FULL_WIDTH, (char) => String.fromCharCode(char.charCodeAt(0) - TO_HALF));
  const lower = half.toLowerCase();
  return lower.length === text.length ? lower : half;
}

/** The code of a character in half width; NaN beyond the text. */
function plainCode(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xff01 && code <= 0xff5e ? code - TO_HALF : code;
}

const MARKS = new Set(Array.from(';!?、。\n|“”"', (mark) => mark.charCodeAt(0)));
const LAST_MARK = Math.max(...MARKS);
const [DOT, COMMA, COLON, BLANK, OPENING, CLOSING] = [0x2e, 0x2c, 0x3a, 0x20, 0x28, 0x29];

/** Whether a phrase ends at this character; in `5,000`, `1:10` and `0.5` none does. */
function isMark(text: string, at: number): boolean {
  const code = plainCode(text, at);
  if (code > LAST_MARK) return false;
  if (MARKS.has(code)) return true;
  if (code === DOT) return at + 1 === text.length || text.charCodeAt(at + 1) === BLANK;
  if (code !== COMMA && code !== COLON) return false;
  return !(isDigit(plainCode(text, at - 1)) && isDigit(plainCode(text, at + 1)));
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function endOfPhrase(text: string, from: number): number {
  let end = from;
  while (end < text.length && !isMark(text, end)) end++;
  return end;
}

/**
 * Of what stands between brackets that close and were not opened (`-40～85℃）学校机时排不上`) the longest, or what holds
 * the `anchor`.
 */
function unbroken(text: string, start: number, end: number, anchor: number | null): Stretch {
  let best: Stretch = { start, end: start };
  let [from, open] = [start, 0];
  for (let at = start; at <= end; at++) {
    const code = at === end ? CLOSING : text.charCodeAt(at);
    if (code === OPENING && at < end) open++;
    if (code !== CLOSING || (at < end && --open >= 0)) continue;
    if (anchor !== null && from <= anchor && anchor < at) return { start: from, end: at };
    if (at - from >= best.end - best.start) best = { start: from, end: at };
    [from, open] = [at + 1, 0];
  }
  return best;
}

/** Without blanks at its ends, and without a bracket that has lost its other half: `湿法制粒（自有`, `CNAS）`. */
function trimmed(text: string, first: number, last: number, anchor: number | null = null): Stretch {
  const { start, end } = unbroken(text, first, last, anchor);
  let [head, opened, closed] = [-1, -1, -1];
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === CLOSING) closed = at;
    else if (code === OPENING) {
      opened = at;
      if (head < 0) head = at;
    }
  }
  let to = end;
  if (opened > closed) to = opened;
  else if (closed === end - 1 && closed >= start && head < 0) to = closed;
  // a bracket at the very end adds to the phrase, it is no part of it: 模具（自有）
  else if (closed === end - 1 && opened > start) to = opened;
  let from = start;
  while (from < to && text.charCodeAt(from) === BLANK) from++;
  while (to > from && text.charCodeAt(to - 1) === BLANK) to--;
  return { start: from, end: to };
}

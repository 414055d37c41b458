/** A folded text as it grows: what was folded so far, and where it stood. */
import type { FoldedText } from './folded-text.ts';
import { isHanCode } from './plain-characters.ts';

const BLANK = /^[^\S\n]+$/u;
const STARTS_HAN = /^\p{Script=Han}/u;
const ENDS_HAN = /\p{Script=Han}\p{Grapheme_Extend}*$/u;
/** String.fromCharCode takes so many at once on every stack. */
const CHUNK = 8192;

/** One text is folded after the other, and all in the same room: only what comes of it is kept. */
let units = new Uint16Array(CHUNK);
let starts = new Int32Array(CHUNK);
let ends = new Int32Array(CHUNK);

/** Each number at its own place: most texts are folded character by character, and share it. */
let everyPlace = new Int32Array(0);

/**
 * Drops the runs of blanks between two Han characters; line breaks stay: they end clauses. Blanks behind a Han
 * character are written, and taken back when the next character is Han too.
 */
export class Folding {
  readonly #original: string;
  #length = 0;
  #behindHan = false;
  /** Whether each unit so far stands where it stood. */
  #inPlace = true;
  /** Length without the blanks of which it is not yet known what follows them; -1 where there are none. */
  #beforeBlanks = -1;

  /** Takes the room over from the folding before, which must be finished. */
  constructor(original: string) {
    this.#original = original;
    makeRoom(original.length + 1);
  }

  /** One unit of the original, folded to one unit. */
  addPlain(code: number, at: number): void {
    const han = isHanCode(code);
    if (!this.#isWaiting(code === 0x20 || code === 0x09 || code === 0x0b || code === 0x0c, han))
      this.#behindHan = han;
    this.#write(code, at, at + 1);
  }

  add(folded: string, start: number, end: number): void {
    if (!this.#isWaiting(BLANK.test(folded), STARTS_HAN.test(folded)))
      this.#behindHan = ENDS_HAN.test(folded);
    for (let i = 0; i < folded.length; i++) this.#write(folded.charCodeAt(i), start, end);
  }

  finish(): FoldedText {
    const length = this.#length;
    let text = '';
    for (let at = 0; at < length; at += CHUNK)
      text += Reflect.apply(String.fromCharCode, null, units.subarray(at, Math.min(length, at + CHUNK)));
    const original = this.#original;
    if (this.#inPlace && length === original.length) {
      if (everyPlace.length <= length)
        everyPlace = Int32Array.from({ length: 2 * length + 1 }, (_, at) => at);
      const [starts, ends] = [everyPlace.subarray(0, length + 1), everyPlace.subarray(1, length + 1)];
      return { original, text, starts, ends, places: undefined };
    }
    starts[length] = original.length;
    return {
      original,
      text,
      starts: starts.slice(0, length + 1),
      ends: ends.slice(0, length),
      places: undefined,
    };
  }

  /** Whether what comes next is a blank that may yet be dropped; drops those that are. */
  #isWaiting(blank: boolean, startsHan: boolean): boolean {
    if (this.#behindHan && blank) {
      if (this.#beforeBlanks < 0) this.#beforeBlanks = this.#length;
      return true;
    }
    if (this.#beforeBlanks >= 0 && startsHan) this.#length = this.#beforeBlanks;
    this.#beforeBlanks = -1;
    return false;
  }

  #write(code: number, start: number, end: number): void {
    const at = this.#length;
    // some characters fold to many (㍿ to four)
    if (at + 1 >= units.length) makeRoom(2 * (at + 2));
    units[at] = code;
    starts[at] = start;
    ends[at] = end;
    if (start !== at || end !== at + 1) this.#inPlace = false;
    this.#length = at + 1;
  }
}

/** What is written already stays. */
function makeRoom(length: number): void {
  if (length <= units.length) return;
  const [was, wereStarts, wereEnds] = [units, starts, ends];
  units = new Uint16Array(length);
  starts = new Int32Array(length);
  ends = new Int32Array(length);
  units.set(was);
  starts.set(wereStarts);
  ends.set(wereEnds);
}

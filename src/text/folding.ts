/** A folded text as it grows: what was folded so far, and where it stood. */
import type { FoldedText } from './folded-text.ts';
import { isHanCode } from './plain-characters.ts';

const BLANK = /^[^\S\n]+$/u;
const STARTS_HAN = /^\p{Script=Han}/u;
const ENDS_HAN = /\p{Script=Han}\p{Grapheme_Extend}*$/u;
/** String.fromCharCode takes so many at once on every stack. */
const CHUNK = 8192;

/**
 * Drops the runs of blanks between two Han characters; line breaks stay: they end clauses. Blanks behind a Han
 * character are written, and taken back when the next character is Han too.
 */
export class Folding {
  readonly #original: string;
  #units: Uint16Array;
  #starts: Int32Array;
  #ends: Int32Array;
  #length = 0;
  #behindHan = false;
  /** Length without the blanks of which it is not yet known what follows them; -1 where there are none. */
  #beforeBlanks = -1;

  constructor(original: string) {
    this.#original = original;
    this.#units = new Uint16Array(original.length);
    this.#starts = new Int32Array(original.length + 1);
    this.#ends = new Int32Array(original.length);
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
    this.#grow(length + 1);
    this.#starts[length] = this.#original.length;
    let text = '';
    for (let at = 0; at < length; at += CHUNK)
      text += String.fromCharCode(...this.#units.subarray(at, Math.min(length, at + CHUNK)));
    const starts = this.#starts.slice(0, length + 1);
    return { original: this.#original, text, starts, ends: this.#ends.slice(0, length) };
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
    this.#grow(this.#length + 1);
    this.#units[this.#length] = code;
    this.#starts[this.#length] = start;
    this.#ends[this.#length] = end;
    this.#length++;
  }

  /** Some characters fold to many (㍿ to four). */
  #grow(length: number): void {
    if (length <= this.#ends.length) return;
    const units = new Uint16Array(2 * length);
    const starts = new Int32Array(2 * length + 1);
    const ends = new Int32Array(2 * length);
    units.set(this.#units);
    starts.set(this.#starts);
    ends.set(this.#ends);
    this.#units = units;
    this.#starts = starts;
    this.#ends = ends;
  }
}

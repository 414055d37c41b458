/**
 * Many different words with a number each, in the order in which they came, in flat arrays: a `Map` with a string for
 * each of a hundred thousand words takes ten times the room, and has to be made anew whenever a file is read.
 */
const LEAST_WORDS = 1 << 8;
/** Characters of a word in the mean, as far as room is made for them. */
const MEAN_LENGTH = 4;
/** Of Fowler, Noll & Vo (FNV-1a). */
const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
/** Codes of the word that is asked for, where it is a string. */
let asked = new Uint16Array(1 << 6);

/** A table as it can be kept in a file. */
export interface PackedWords {
  /** UTF-16 codes of one word after the other. */
  readonly codes: Uint16Array;
  /** Where each word ends in `codes`. */
  readonly ends: Int32Array;
}

export class WordTable {
  #codes = new Uint16Array(MEAN_LENGTH * LEAST_WORDS);
  #ends = new Int32Array(LEAST_WORDS);
  #size = 0;
  /** By open addressing, at most half full: the number of a word and one; 0 where there is none. */
  #slots = new Int32Array(2 * LEAST_WORDS);

  static of(words: Iterable<string>): WordTable {
    const table = new WordTable();
    for (const word of words) table.add(word);
    return table;
  }

  /** Takes the arrays over without copying them; they hold no word twice. */
  static unpacked({ codes, ends }: PackedWords): WordTable {
    const table = new WordTable();
    table.#codes = codes as Uint16Array<ArrayBuffer>;
    table.#ends = ends as Int32Array<ArrayBuffer>;
    table.#size = ends.length;
    table.#hashAll(2 ** Math.ceil(Math.log2(2 * Math.max(LEAST_WORDS, ends.length) + 1)));
    return table;
  }

  get size(): number {
    return this.#size;
  }

  /** Views, good until the next word is added. */
  packed(): PackedWords {
    return {
      codes: this.#codes.subarray(0, this.#startOf(this.#size)),
      ends: this.#ends.subarray(0, this.#size),
    };
  }

  /** The number of a word; -1 where it is not here. */
  find(word: string): number {
    return this.findIn(codesOf(word), 0, word.length);
  }

  /** Of the word with these codes. */
  findIn(codes: Uint16Array, from: number, end: number): number {
    return this.#slots[this.#place(codes, from, end)]! - 1;
  }

  /** The number of a word, which is put in where it is not here. */
  add(word: string): number {
    return this.addFrom(codesOf(word), 0, word.length);
  }

  /** Of the word with these codes. */
  addFrom(codes: Uint16Array, from: number, end: number): number {
    const place = this.#place(codes, from, end);
    const known = this.#slots[place]!;
    if (known > 0) return known - 1;
    const number = this.#size;
    const start = this.#startOf(number);
    this.#makeRoom(start + end - from);
    for (let i = from; i < end; i++) this.#codes[start + i - from] = codes[i]!;
    this.#ends[number] = start + end - from;
    this.#size = number + 1;
    this.#slots[place] = number + 1;
    if (2 * this.#size > this.#slots.length) this.#hashAll(2 * this.#slots.length);
    return number;
  }

  /** The word of a number. */
  at(number: number): string {
    const codes = this.#codes;
    const end = this.#ends[number]!;
    let from = this.#startOf(number);
    let word = '';
    // most words are that short, and a call is what costs
    for (; from + 2 < end; from += 3)
      word += String.fromCharCode(codes[from]!, codes[from + 1]!, codes[from + 2]!);
    for (; from < end; from++) word += String.fromCharCode(codes[from]!);
    return word;
  }

  *[Symbol.iterator](): Generator<string> {
    for (let number = 0; number < this.#size; number++) yield this.at(number);
  }

  #startOf(number: number): number {
    return number === 0 ? 0 : this.#ends[number - 1]!;
  }

  /** Where the word is, or the empty place where it would be. */
  #place(codes: Uint16Array, from: number, end: number): number {
    let hash = FNV_BASIS;
    for (let i = from; i < end; i++) hash = Math.imul(hash ^ codes[i]!, FNV_PRIME);
    const slots = this.#slots;
    const mask = slots.length - 1;
    let at = (hash ^ (hash >>> 15)) & mask;
    for (let slot = slots[at]!; slot > 0; slot = slots[at]!) {
      if (this.#is(slot - 1, codes, from, end)) break;
      at = (at + 1) & mask;
    }
    return at;
  }

  #is(number: number, codes: Uint16Array, from: number, end: number): boolean {
    const start = this.#startOf(number);
    if (this.#ends[number]! - start !== end - from) return false;
    const own = this.#codes;
    for (let i = from; i < end; i++) if (own[start + i - from] !== codes[i]) return false;
    return true;
  }

  #hashAll(room: number): void {
    const slots = new Int32Array(room);
    const mask = room - 1;
    let from = 0;
    for (let number = 0; number < this.#size; number++) {
      const end = this.#ends[number]!;
      let hash = FNV_BASIS;
      for (; from < end; from++) hash = Math.imul(hash ^ this.#codes[from]!, FNV_PRIME);
      let at = (hash ^ (hash >>> 15)) & mask;
      while (slots[at] !== 0) at = (at + 1) & mask;
      slots[at] = number + 1;
    }
    this.#slots = slots;
  }

  #makeRoom(codes: number): void {
    if (codes > this.#codes.length) {
      const wider = new Uint16Array(2 * codes);
      wider.set(this.#codes);
      this.#codes = wider;
    }
    if (this.#size === this.#ends.length) {
      const longer = new Int32Array(2 * Math.max(LEAST_WORDS, this.#size));
      longer.set(this.#ends);
      this.#ends = longer;
    }
  }
}

/** In memory that the next word overwrites. */
function codesOf(word: string): Uint16Array {
  if (word.length > asked.length) asked = new Uint16Array(2 * word.length);
  for (let i = 0; i < word.length; i++) asked[i] = word.charCodeAt(i);
  return asked;
}

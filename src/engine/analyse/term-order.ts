/**
 * Numbers the different terms of one text after the other, in the order of their first appearance. A `Map` for each
 * text would be thrown away as soon as it is filled; here the room is used again.
 */
const LEAST_ROOM = 1 << 10;
/** Of Fowler, Noll & Vo (FNV-1a). */
const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

export class TermOrder {
  #names: string[] = [];
  /** By open addressing, at most half full: the number of a term, and for which text it is so. */
  #slots = new Int32Array(LEAST_ROOM);
  #texts = new Float64Array(LEAST_ROOM);
  #text = 0;

  /** What is numbered from now on is of another text. */
  begin(): void {
    this.#text++;
    this.#names.length = 0;
  }

  /** How many different terms there are. */
  get size(): number {
    return this.#names.length;
  }

  /** -1 where the text does not hold the term. */
  find(term: string): number {
    const at = this.#place(term);
    return this.#texts[at] === this.#text ? this.#slots[at]! : -1;
  }

  /** The number of a term; a new one gets the next: the size before. */
  number(term: string): number {
    const at = this.#place(term);
    if (this.#texts[at] === this.#text) return this.#slots[at]!;
    const number = this.#names.push(term) - 1;
    this.#put(at, number);
    if (2 * this.#names.length > this.#slots.length) this.#widen();
    return number;
  }

  #put(at: number, number: number): void {
    this.#slots[at] = number;
    this.#texts[at] = this.#text;
  }

  /** Where the term is, or the free place where it would be. */
  #place(term: string): number {
    let hash = FNV_BASIS;
    for (let i = 0; i < term.length; i++) hash = Math.imul(hash ^ term.charCodeAt(i), FNV_PRIME);
    const mask = this.#slots.length - 1;
    let at = (hash ^ (hash >>> 15)) & mask;
    while (this.#texts[at] === this.#text && this.#names[this.#slots[at]!] !== term) at = (at + 1) & mask;
    return at;
  }

  #widen(): void {
    const room = 2 * this.#slots.length;
    this.#slots = new Int32Array(room);
    this.#texts = new Float64Array(room);
    for (let number = 0; number < this.#names.length; number++)
      this.#put(this.#place(this.#names[number]!), number);
  }
}

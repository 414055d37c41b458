/**
 * Words as paths of UTF-16 codes, in flat arrays: a map for each of some hundred thousand places of the vocabularies
 * would fill many times the room. Nodes are numbered in the order in which they came; 0 is the beginning.
 */
export const ROOT = 0;
const LEAST_ROOM = 1 << 8;
/** Knuth's multiplicative hash (The Art of Computer Programming 3, 6.4): 2^32 by the golden ratio. */
const GOLDEN = 0x9e3779b1;
/** Keeps the codes of one node apart from those of the next. */
const NODE_STEP = 0x85ebca6b;

export class CodeTrie {
  #nodes = 1;
  /** Edges by open addressing, at most half full: where from, by which code, where to (0: none). */
  #from = new Int32Array(LEAST_ROOM);
  #code = new Uint16Array(LEAST_ROOM);
  #to = new Int32Array(LEAST_ROOM);
  #mask = LEAST_ROOM - 1;
  /** By node, a bit for the last five bits of each code that leads on: most codes of a text lead nowhere. */
  #leads = new Int32Array(LEAST_ROOM);

  /** How many nodes there are. */
  get size(): number {
    return this.#nodes;
  }

  /** The node of a word, made where it is not there. */
  add(word: string): number {
    let node = ROOT;
    for (let i = 0; i < word.length; i++) node = this.#step(node, word.charCodeAt(i));
    return node;
  }

  /** The node behind another by a code; 0 where there is none. */
  next(node: number, code: number): number {
    if ((this.#leads[node]! & (1 << code)) === 0) return 0;
    return this.#to[this.#place(node, code)]!;
  }

  /** Every edge once; those of shorter beginnings need not come first. */
  *edges(): Generator<{ readonly from: number; readonly code: number; readonly to: number }> {
    for (let at = 0; at < this.#to.length; at++) {
      const to = this.#to[at]!;
      if (to !== 0) yield { from: this.#from[at]!, code: this.#code[at]!, to };
    }
  }

  #step(node: number, code: number): number {
    const at = this.#place(node, code);
    const known = this.#to[at]!;
    if (known !== 0) return known;
    const made = this.#nodes++;
    this.#from[at] = node;
    this.#code[at] = code;
    this.#to[at] = made;
    this.#leads[node]! |= 1 << code;
    if (2 * this.#nodes > this.#to.length) this.#widen();
    return made;
  }

  /** Where the edge is, or the empty place where it would be. */
  #place(node: number, code: number): number {
    const from = this.#from;
    const codes = this.#code;
    const to = this.#to;
    const mask = this.#mask;
    const hash = Math.imul(Math.imul(node, NODE_STEP) ^ code, GOLDEN);
    let at = (hash ^ (hash >>> 15)) & mask;
    while (to[at] !== 0 && (from[at] !== node || codes[at] !== code)) at = (at + 1) & mask;
    return at;
  }

  #widen(): void {
    const from = this.#from;
    const code = this.#code;
    const to = this.#to;
    const room = 2 * to.length;
    this.#from = new Int32Array(room);
    this.#code = new Uint16Array(room);
    this.#to = new Int32Array(room);
    this.#mask = room - 1;
    const leads = new Int32Array(room);
    leads.set(this.#leads);
    this.#leads = leads;
    for (let edge = 0; edge < to.length; edge++) {
      if (to[edge] === 0) continue;
      const at = this.#place(from[edge]!, code[edge]!);
      this.#from[at] = from[edge]!;
      this.#code[at] = code[edge]!;
      this.#to[at] = to[edge]!;
    }
  }
}

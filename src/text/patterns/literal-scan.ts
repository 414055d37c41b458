/** Finds all of many strings in one pass over a text (Aho & Corasick 1975). */
import { CodeTrie } from '../code-trie.ts';

export interface LiteralScan {
  /** Calls back for each occurrence, in the order of their ends; `start` and `end` as of `slice`. */
  scan(text: string, found: (literal: number, start: number, end: number) => void): void;
}

const ROOT = 0;

/** Literals are named by their number in the list. */
export function createLiteralScan(literals: readonly string[]): LiteralScan {
  const trie = new CodeTrie();
  const nodes = literals.map((literal) => trie.add(literal));
  const ends = new Int32Array(trie.size).fill(-1);
  nodes.forEach((node, number) => {
    ends[node] = number;
  });
  const { fallback, shorter } = links(trie, ends);
  /** The first state by code: from the root nearly every character of a text is looked up. */
  const first = new Int32Array(0x10000);
  for (const { from, code, to } of trie.edges()) if (from === ROOT) first[code] = to;
  const lengths = Int32Array.from(literals, (literal) => literal.length);
  return {
    scan(text, found) {
      let state = ROOT;
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        let child = ROOT;
        while (state !== ROOT) {
          child = trie.next(state, code);
          if (child !== ROOT) break;
          state = fallback[state]!;
        }
        state = child !== ROOT ? child : first[code]!;
        for (let at = ends[state]! >= 0 ? state : shorter[state]!; at > ROOT; at = shorter[at]!)
          found(ends[at]!, i + 1 - lengths[ends[at]!]!, i + 1);
      }
    },
  };
}

/** Of each state: where to go on when nothing fits, and the next state of a shorter literal that ends here too. */
function links(trie: CodeTrie, ends: Int32Array) {
  const fallback = new Int32Array(trie.size);
  const shorter = new Int32Array(trie.size);
  const parents = new Int32Array(trie.size);
  const codes = new Uint16Array(trie.size);
  for (const { from, code, to } of trie.edges()) {
    parents[to] = from;
    codes[to] = code;
  }
  for (const state of byDepth(parents)) {
    const parent = parents[state]!;
    const code = codes[state]!;
    if (parent !== ROOT) {
      let at = fallback[parent]!;
      while (at !== ROOT && trie.next(at, code) === 0) at = fallback[at]!;
      fallback[state] = trie.next(at, code);
    }
    const target = fallback[state]!;
    shorter[state] = ends[target]! >= 0 ? target : shorter[target]!;
  }
  return { fallback, shorter };
}

/** All states but the root, the nearest to it first. A state has a higher number than the one before it. */
function byDepth(parents: Int32Array): Int32Array {
  const depths = new Int32Array(parents.length);
  let deepest = 0;
  for (let state = 1; state < parents.length; state++) {
    depths[state] = depths[parents[state]!]! + 1;
    deepest = Math.max(deepest, depths[state]!);
  }
  const next = new Int32Array(deepest + 2);
  for (let state = 1; state < parents.length; state++) next[depths[state]! + 1]!++;
  for (let depth = 1; depth < next.length; depth++) next[depth]! += next[depth - 1]!;
  const ordered = new Int32Array(Math.max(0, parents.length - 1));
  for (let state = 1; state < parents.length; state++) ordered[next[depths[state]!]!++] = state;
  return ordered;
}

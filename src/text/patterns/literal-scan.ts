/** Finds all of many strings in one pass over a text (Aho & Corasick 1975). */
export interface LiteralScan {
  /** Calls back for each occurrence, in the order of their ends; `start` and `end` as of `slice`. */
  scan(text: string, found: (literal: number, start: number, end: number) => void): void;
}

const ROOT = 0;

/** Literals are named by their number in the list. */
export function createLiteralScan(literals: readonly string[]): LiteralScan {
  const next: Map<number, number>[] = [new Map()];
  const literalAt: number[] = [-1];
  literals.forEach((literal, number) => {
    let state = ROOT;
    for (let i = 0; i < literal.length; i++) {
      const code = literal.charCodeAt(i);
      let child = next[state]!.get(code);
      if (child === undefined) {
        child = next.push(new Map()) - 1;
        literalAt.push(-1);
        next[state]!.set(code, child);
      }
      state = child;
    }
    literalAt[state] = number;
  });
  const { fallback, shorter } = links(next, literalAt);
  /** The first state by code: from the root nearly every character of a text is looked up. */
  const first = new Int32Array(0x10000);
  for (const [code, state] of next[ROOT]!) first[code] = state;
  const ends = Int32Array.from(literalAt);
  const lengths = Int32Array.from(literals, (literal) => literal.length);
  return {
    scan(text, found) {
      let state = ROOT;
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        let child: number | undefined;
        while (state !== ROOT) {
          child = next[state]!.get(code);
          if (child !== undefined) break;
          state = fallback[state]!;
        }
        state = child ?? first[code]!;
        for (let at = ends[state]! >= 0 ? state : shorter[state]!; at > ROOT; at = shorter[at]!)
          found(ends[at]!, i + 1 - lengths[ends[at]!]!, i + 1);
      }
    },
  };
}

/** Of each state: where to go on when nothing fits, and the next state of a shorter literal that ends here too. */
function links(next: readonly ReadonlyMap<number, number>[], literalAt: readonly number[]) {
  const fallback = new Int32Array(next.length);
  const shorter = new Int32Array(next.length);
  const queue = [...next[ROOT]!.values()];
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head]!;
    for (const [code, child] of next[state]!) {
      let at = fallback[state]!;
      while (at !== ROOT && !next[at]!.has(code)) at = fallback[at]!;
      const target = next[at]!.get(code) ?? ROOT;
      fallback[child] = target;
      queue.push(child);
    }
    const target = fallback[state]!;
    shorter[state] = literalAt[target]! >= 0 ? target : shorter[target]!;
  }
  return { fallback, shorter };
}

/**
 * Which of many patterns may match a text: one pass over it finds the literals that they cannot do without, and a pattern
 * is named where all of its own are there, in their order.
 */
import { createLiteralScan } from './literal-scan.ts';
import { requiredLiterals } from './required-literals.ts';

/** The numbers of the patterns that may match a text, ascending. */
export function createCandidates(patterns: readonly RegExp[]): (text: string) => number[] {
  const always: number[] = [];
  const patternOfPath: number[] = [];
  const lengths: number[] = [];
  /** By literal: path and place in it, as two numbers each. */
  const uses = new Map<string, number[]>();
  patterns.forEach((pattern, number) => {
    const paths = requiredLiterals(pattern);
    if (paths.some((path) => path.length === 0)) {
      always.push(number);
      return;
    }
    for (const path of paths) {
      const id = patternOfPath.push(number) - 1;
      lengths.push(path.length);
      path.forEach((set, place) => {
        for (const literal of set) {
          const list = uses.get(literal);
          if (list) list.push(id, place);
          else uses.set(literal, [id, place]);
        }
      });
    }
  });
  const usesOf = [...uses.values()].map((list) => Int32Array.from(list));
  const literals = createLiteralScan([...uses.keys()]);
  const reached = new Int32Array(lengths.length);
  const endedAt = new Int32Array(lengths.length);
  return (text) => {
    const touched: number[] = [];
    const found = [...always];
    literals.scan(text, (literal, start, end) => {
      const list = usesOf[literal]!;
      for (let i = 0; i < list.length; i += 2) {
        const path = list[i]!;
        const place = list[i + 1]!;
        if (reached[path] !== place || (place > 0 && start < endedAt[path]!)) continue;
        if (place === 0) touched.push(path);
        endedAt[path] = end;
        if (++reached[path]! === lengths[path]) found.push(patternOfPath[path]!);
      }
    });
    for (const path of touched) reached[path] = 0;
    return [...new Set(found)].sort((a, b) => a - b);
  };
}

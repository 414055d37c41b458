/**
 * Many patterns over one text: a single pass finds the literals that they cannot do without, and only the patterns whose
 * literals are all there, in their order, are tried. What is found is what trying them all would find.
 */
import { createLiteralScan } from './literal-scan.ts';
import { requiredLiterals } from './required-literals.ts';

export interface PatternMatch {
  /** Its number in the list. */
  readonly pattern: number;
  readonly start: number;
  readonly end: number;
}

export interface PatternSet {
  /** All matches of one character or more, pattern by pattern. */
  find(text: string): PatternMatch[];
}

/** The patterns have the flags g and u. */
export function createPatternSet(patterns: readonly RegExp[]): PatternSet {
  // most vocabularies have none: their texts need not be passed through
  if (patterns.length === 0) return { find: () => [] };
  const candidates = createCandidates(patterns);
  return {
    find(text) {
      const matches: PatternMatch[] = [];
      for (const number of candidates(text)) {
        for (const match of matchesOf(patterns[number]!, text)) {
          const start = match.index;
          if (match[0] !== '') matches.push({ pattern: number, start, end: start + match[0].length });
        }
      }
      return matches;
    },
  };
}

/** As `matchAll` finds them, which copies the pattern each time. */
function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    matches.push(match);
    if (match[0] === '') pattern.lastIndex += text.codePointAt(pattern.lastIndex)! > 0xffff ? 2 : 1;
  }
  return matches;
}

/** The numbers of the patterns that may match a text, ascending. */
function createCandidates(patterns: readonly RegExp[]): (text: string) => number[] {
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

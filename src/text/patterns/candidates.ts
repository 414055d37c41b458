/**
 * Which of many patterns may match a text: one pass over it finds the literals that they cannot do without, and a pattern
 * is named where all of its own are there, in their order and no farther apart than it lets them be.
 */
import { createLiteralScan } from './literal-scan.ts';
import { requiredLiterals } from './required-literals.ts';

/** What is outside the basic plane is one character of two units. */
const WIDE = /[\ud800-\udfff]/;
/** Of the first set of a path. */
const ANYWHERE = -1;
/** Of a set that is not the last of its path. */
const GOES_ON = -1;

/** The numbers of the patterns that may match a text, ascending. */
export function createCandidates(patterns: readonly RegExp[]): (text: string) => number[] {
  const always: number[] = [];
  /** By set, those of a path one after the other: how far it may stand behind the one before, and what it ends. */
  const within: number[] = [];
  const completes: number[] = [];
  /** By literal: the sets that it is of. */
  const uses = new Map<string, number[]>();
  patterns.forEach((pattern, number) => {
    const paths = requiredLiterals(pattern);
    if (paths.some((path) => path.length === 0)) {
      always.push(number);
      return;
    }
    for (const path of paths)
      path.forEach((set, place) => {
        const id = within.push(place === 0 ? ANYWHERE : set.within) - 1;
        completes.push(place === path.length - 1 ? number : GOES_ON);
        for (const literal of set.strings) {
          const list = uses.get(literal);
          if (list) list.push(id);
          else uses.set(literal, [id]);
        }
      });
  });
  const usesOf = [...uses.values()].map((list) => Int32Array.from(list));
  const literals = createLiteralScan([...uses.keys()]);
  const reach = Float64Array.from(within);
  /** By set: the last text in which its path came so far, counted from 1, and where it ended there first and last. */
  const reachedIn = new Float64Array(reach.length);
  const firstEnd = new Int32Array(reach.length);
  const lastEnd = new Int32Array(reach.length);
  const foundIn = new Float64Array(patterns.length);
  let read = 0;
  return (text) => {
    const found = [...always];
    const units = WIDE.test(text) ? 2 : 1;
    read++;
    literals.scan(text, (literal, start, end) => {
      const sets = usesOf[literal]!;
      for (let i = 0; i < sets.length; i++) {
        const set = sets[i]!;
        const most = reach[set]!;
        if (most !== ANYWHERE) {
          const before = set - 1;
          if (reachedIn[before] !== read) continue;
          if (firstEnd[before]! > start || lastEnd[before]! + most * units < start) continue;
        }
        if (reachedIn[set] !== read) {
          reachedIn[set] = read;
          firstEnd[set] = end;
        }
        lastEnd[set] = end;
        const pattern = completes[set]!;
        if (pattern === GOES_ON || foundIn[pattern] === read) continue;
        foundIn[pattern] = read;
        found.push(pattern);
      }
    });
    return found.sort((a, b) => a - b);
  };
}

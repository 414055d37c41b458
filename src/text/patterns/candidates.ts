/**
 * Which of many patterns may match a text: one pass over it finds the literals that they cannot do without, and a pattern
 * is named where all of its own are there, in their order and no farther apart than it lets them be.
 */
import { Concordance, type Searched } from '../concordance.ts';
import { requiredLiterals } from './required-literals.ts';

/** What is outside the basic plane is one character of two units. */
const WIDE = /[\ud800-\udfff]/;
/** Of the first set of a path. */
const ANYWHERE = -1;
/** Of a set that is not the last of its path. */
const GOES_ON = -1;
/** Farther than any text is long. */
const FARTHEST = 0x7fffffff;

/** The numbers of the patterns that may match a text, ascending. */
export type Candidates = (searched: Searched) => number[];

/** What is known of a set lies together, for hundreds of them are looked at in a text. */
const ROOM = 8;
/** Of sets of a path one after the other: how far each may stand behind the one before, and the pattern that it ends. */
const WITHIN = 0;
const ENDS = 1;
/** The last text in which its path came so far, counted from 1, and where it ended there first and last. */
const READ = 2;
const FIRST_END = 3;
const LAST_END = 4;

/** Literals are looked for together with the other words of the concordance. */
export function createCandidates(patterns: readonly RegExp[], concordance = new Concordance()): Candidates {
  const literals = concordance.vocabulary();
  const always: number[] = [];
  const known: number[] = [];
  /** By number of a literal: where the sets begin that it is of. */
  const uses: number[][] = [];
  patterns.forEach((pattern, number) => {
    const paths = requiredLiterals(pattern);
    if (paths.some((path) => path.length === 0)) {
      always.push(number);
      return;
    }
    for (const path of paths)
      path.forEach((set, place) => {
        const at = known.length;
        const within = place === 0 ? ANYWHERE : Math.min(set.within, FARTHEST);
        known.push(within, place === path.length - 1 ? number : GOES_ON, 0, 0, 0, 0, 0, 0);
        for (const literal of set.strings) {
          const of = literals.add(literal);
          uses[of] ??= [];
          uses[of].push(at);
        }
      });
  });
  const allUses = Int32Array.from(uses.flat());
  const firstUse = new Int32Array(uses.length + 1);
  uses.forEach((of, literal) => {
    firstUse[literal + 1] = firstUse[literal]! + of.length;
  });
  const sets = Int32Array.from(known);
  const foundIn = new Int32Array(patterns.length);
  let read = 0;
  return (searched) => {
    const found = [...always];
    const places = literals.placesIn(searched);
    const units = WIDE.test(searched.text) ? 2 : 1;
    // over its range and on from below: a set that was last reached as many texts ago only costs a try
    read = (read + 1) | 0;
    for (let i = 0; i < places.length; i += 3) {
      const start = places[i + 1]!;
      const end = places[i + 2]!;
      const literal = places[i]!;
      for (let use = firstUse[literal]!; use < firstUse[literal + 1]!; use++) {
        const at = allUses[use]!;
        const within = sets[at + WITHIN]!;
        if (within !== ANYWHERE) {
          const before = at - ROOM;
          if (sets[before + READ] !== read) continue;
          if (sets[before + FIRST_END]! > start || sets[before + LAST_END]! + within * units < start)
            continue;
        }
        const isFirst = sets[at + READ] !== read;
        sets[at + READ] = read;
        if (isFirst || end < sets[at + FIRST_END]!) sets[at + FIRST_END] = end;
        if (isFirst || end > sets[at + LAST_END]!) sets[at + LAST_END] = end;
        const pattern = sets[at + ENDS]!;
        if (pattern === GOES_ON || foundIn[pattern] === read) continue;
        foundIn[pattern] = read;
        found.push(pattern);
      }
    }
    return found.sort((a, b) => a - b);
  };
}

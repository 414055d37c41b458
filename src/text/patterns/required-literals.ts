/**
 * Strings without which a pattern cannot match: of each path through it, in the order in which they must stand, a list
 * of sets of which one string each must be there, and how far they may stand apart. After Cox, Regular Expression
 * Matching with a Trigram Index (2012).
 */
import { parsePattern, type Syntax } from './pattern-syntax.ts';

/** One of these strings must be there. */
export interface OneOf {
  readonly strings: readonly string[];
  /** At most so many characters lie between the one before it and this one; for the first it says nothing. */
  readonly within: number;
}
/** All of these must be there, one behind the other. */
export type RequiredPath = readonly OneOf[];

/** Strings that must stand exactly here, or up to so many unknown characters. */
type Piece = readonly string[] | number;
type Path = readonly Piece[];

/** So many paths of one pattern are followed apart; where there are more, their literals are thrown together. */
const MOST_PATHS = 12;
/** Neighbouring sets are joined to longer strings up to so many of them. */
const MOST_STRINGS = 240;

/** The pattern matches only where all of one of the paths is there; an empty path is always there. */
export function requiredLiterals(pattern: RegExp): RequiredPath[] {
  if (pattern.flags.includes('i')) return [[]];
  return pathsOf(parsePattern(pattern.source)).map(required);
}

function pathsOf(syntax: Syntax): readonly Path[] {
  switch (syntax.kind) {
    case 'nothing':
      return [[]];
    case 'any':
      return [[1]];
    case 'one-of':
      return [[syntax.chars]];
    case 'sequence':
      return syntax.items.map(pathsOf).reduce(follow, [[]]);
    case 'either':
      return oneOf(syntax.options.flatMap(pathsOf));
    case 'repeat':
      return repeat(syntax.item, syntax.least, syntax.most);
  }
}

function follow(before: readonly Path[], behind: readonly Path[]): readonly Path[] {
  if (before.length * behind.length > MOST_PATHS) {
    return behind.length > 1 ? follow(before, together(behind)) : follow(together(before), behind);
  }
  return before.flatMap((first) => behind.map((second) => [...first, ...second]));
}

/** Paths that are plain strings become one set. */
function oneOf(paths: readonly Path[]): readonly Path[] {
  const strings: string[] = [];
  const others: Path[] = [];
  for (const path of paths) {
    const plain = plainStrings(path);
    if (plain) strings.push(...plain);
    else others.push(path);
  }
  return strings.length === 0 ? others : [[strings], ...others];
}

function repeat(item: Syntax, least: number, most: number): readonly Path[] {
  const paths = pathsOf(item);
  if (least === 0) {
    const strings = most === 1 && paths.length === 1 ? plainStrings(paths[0]!) : undefined;
    return strings ? [[['', ...strings]]] : [[timesLongest(paths, most)]];
  }
  return least === 1 && most === 1 ? paths : paths.map((path) => [...path, timesLongest(paths, most - 1)]);
}

function timesLongest(paths: readonly Path[], times: number): number {
  const longest = Math.max(...paths.map(longestOf));
  return longest === 0 ? 0 : longest * times;
}

/** How many characters a path may take. */
function longestOf(path: Path): number {
  return path.reduce<number>(
    (sum, piece) => sum + (typeof piece === 'number' ? piece : lengthOfLongest(piece)),
    0,
  );
}

function lengthOfLongest(strings: readonly string[]): number {
  return strings.reduce((most, { length }) => Math.max(most, length), 0);
}

/** The strings of a path without gaps; undefined where it has one or they are too many. */
function plainStrings(path: Path): readonly string[] | undefined {
  let strings: readonly string[] = [''];
  for (const piece of path) {
    if (typeof piece === 'number' || strings.length * piece.length > MOST_STRINGS) return undefined;
    strings = joined(strings, piece);
  }
  return strings;
}

function joined(before: readonly string[], behind: readonly string[]): readonly string[] {
  return before.flatMap((first) => behind.map((second) => first + second));
}

/** One path for many: the rarest set of each, thrown together. */
function together(paths: readonly Path[]): readonly Path[] {
  const sets = paths.map((path) => rarest(required(path)));
  const around = timesLongest(paths, 1);
  if (sets.some((set) => set === undefined)) return [[around]];
  return [[around, sets.flatMap((set) => set!.strings), around]];
}

function required(path: Path): RequiredPath {
  const sets: OneOf[] = [];
  let strings: readonly string[] = [''];
  let within = 0;
  const close = () => {
    if (strings.includes('')) within += lengthOfLongest(strings);
    else {
      const kept = withoutLonger(strings);
      // what is kept may stand anywhere in what was dropped for it
      const leeway = lengthOfLongest(strings) - Math.min(...kept.map(({ length }) => length));
      sets.push({ strings: kept, within: within + leeway });
      within = leeway;
    }
    strings = [''];
  };
  for (const piece of path) {
    if (typeof piece === 'number') {
      close();
      within += piece;
      continue;
    }
    if (strings.length * piece.length > MOST_STRINGS) close();
    strings = joined(strings, piece);
  }
  close();
  return sets;
}

/** A string that holds another of the set adds nothing. */
function withoutLonger(strings: readonly string[]): readonly string[] {
  const unique = [...new Set(strings)];
  return unique.filter((string) => !unique.some((other) => other !== string && string.includes(other)));
}

function rarest(path: RequiredPath): OneOf | undefined {
  return path.reduce<OneOf | undefined>(
    (best, set) => (best === undefined || expected(set) < expected(best) ? set : best),
    undefined,
  );
}

/** How likely one of the strings is to stand in a text, roughly: Han characters are rarer than letters. */
function expected({ strings }: OneOf): number {
  let sum = 0;
  for (const string of strings) {
    let chance = 1;
    for (const char of string) chance *= char > '\u2e80' ? 0.1 : 0.4;
    sum += chance;
  }
  return sum;
}

/**
 * Strings without which a pattern cannot match: of each path through it, in the order in which they must stand, a list
 * of sets of which one string each must be there. After Cox, Regular Expression Matching with a Trigram Index (2012).
 */
import { parsePattern, type Syntax } from './pattern-syntax.ts';

/** One of these strings must be there. */
export type OneOf = readonly string[];
/** All of these must be there, one behind the other. */
export type RequiredPath = readonly OneOf[];

/** Strings that must stand exactly here, or a gap of unknown characters (undefined). */
type Piece = readonly string[] | undefined;
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
      return [[undefined]];
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
    return strings ? [[['', ...strings]]] : [[undefined]];
  }
  return least === 1 && most === 1 ? paths : paths.map((path) => [...path, undefined]);
}

/** The strings of a path without gaps; undefined where it has one or they are too many. */
function plainStrings(path: Path): readonly string[] | undefined {
  let strings: readonly string[] = [''];
  for (const piece of path) {
    if (!piece || strings.length * piece.length > MOST_STRINGS) return undefined;
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
  if (sets.some((set) => set === undefined)) return [[undefined]];
  return [[undefined, sets.flatMap((set) => set!), undefined]];
}

function required(path: Path): RequiredPath {
  const sets: OneOf[] = [];
  let strings: readonly string[] = [''];
  const close = () => {
    if (!strings.includes('')) sets.push(withoutLonger(strings));
    strings = [''];
  };
  for (const piece of path) {
    if (!piece) {
      close();
      continue;
    }
    if (strings.length * piece.length > MOST_STRINGS) close();
    strings = joined(strings, piece);
  }
  close();
  return sets;
}

/** A string that holds another of the set adds nothing. */
function withoutLonger(strings: readonly string[]): OneOf {
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
function expected(set: OneOf): number {
  let sum = 0;
  for (const string of set) {
    let chance = 1;
    for (const char of string) chance *= char > '\u2e80' ? 0.1 : 0.4;
    sum += chance;
  }
  return sum;
}

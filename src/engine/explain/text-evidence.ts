/** Quotes for the terms that make two texts alike. */
import type { Evidence } from '../../domain/match.ts';
import type { Place } from '../index/place-store.ts';
import type { SharedTerm } from '../rank/compare.ts';
import type { FindPlace } from './result-reading.ts';

/** A term of both texts with its places. */
export interface SharedWord {
  readonly term: string;
  readonly result: Place;
  readonly carrier: Place;
}

/** How many terms are shown. */
const SHOWN = 4;

/** Two texts that measure in the same units have nothing in common to tell. */
const UNITS = new Set('kg mg cm mm nm km m2 m3 ml hz khz mhz ghz kw mw kv kpa mpa ph'.split(' '));

const NUMERAL = /^[一二三四五六七八九十百千万亿两几数]+[个种项次年]?$/u;

/** The strongest shared terms with their places; a term inside one already shown is left out. */
export function sharedWords(
  shared: readonly SharedTerm[],
  result: FindPlace,
  carrier: FindPlace,
): SharedWord[] {
  const words: SharedWord[] = [];
  for (const { term } of readable(shared)) {
    if (words.length >= SHOWN) break;
    const here = result(term);
    const there = here && carrier(term);
    if (!here || !there || words.some((word) => word.result.quote.includes(here.quote))) continue;
    words.push({ term: term.replace(/^#/u, ''), result: here, carrier: there });
  }
  return words;
}

/** The strongest characters that both texts use inside words, for where no word is shared. */
export function sharedCharacters(shared: readonly SharedTerm[]): string[] {
  return shared
    .filter(({ term }) => isCharacter(term) && !NUMERAL.test(term.slice(1)))
    .slice(0, SHOWN)
    .map(({ term }) => term.slice(1));
}

function isCharacter(term: string): boolean {
  return term.startsWith('#') && term.length === 2;
}

/** Both places of every word. */
export function quoted(words: readonly SharedWord[]): Evidence[] {
  return words.flatMap(({ term, result, carrier }) => [
    { side: 'result', about: term, ...result },
    { side: 'carrier', about: term, ...carrier },
  ]);
}

/** Whole words and concepts before pairs of characters, which are shown only where nothing better is shared. */
function readable(shared: readonly SharedTerm[]): SharedTerm[] {
  const words = shared.filter(
    ({ term }) => !term.startsWith('#') && term.length > 1 && !UNITS.has(term) && !NUMERAL.test(term),
  );
  return words.length > 0
    ? words
    : shared.filter(({ term }) => term.startsWith('#') && !isCharacter(term) && !NUMERAL.test(term.slice(1)));
}

/** English word stems (Porter, 1980) by natural; its one file alone: others bring databases, and dictionaries of other languages. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const PorterStemmer = require('natural/lib/natural/stemmers/porter_stemmer.js') as {
  stem(word: string): string;
};

const stems = new Map<string, string>();
const CACHE_LIMIT = 50_000;

/** Stem of one lower-case word; words with digits or signs (`c-v2x`, `rs485`) are names and stay whole. */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stemmed = /^[a-z]+$/u.test(word) ? PorterStemmer.stem(oneSpelling(word)) : word;
  if (stems.size >= CACHE_LIMIT) stems.clear();
  stems.set(word, stemmed);
  return stemmed;
}

/** British spellings of technical English, and the American ones that they are read as. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/is(ation|ations|e|ed|er|ers|es|ing)$/u, 'iz$1'],
  [/lys(e|ed|er|ers|es|ing)$/u, 'lyz$1'],
  [/^(col|vap|tum|behavi|harb|lab|fav|od|arm)our/u, '$1or'],
  [/^(.*)fibre/u, '$1fiber'],
  [/sulph/u, 'sulf'],
  [/metre(s?)$/u, 'meter$1'],
  [/^mould/u, 'mold'],
  [/^aluminium/u, 'aluminum'],
  [/^(cent|theat|lit)re(s?)$/u, '$1er$2'],
  [/^(model|label|channel|travel|signal)l(ed|ing|er)/u, '$1$2'],
  [/^licence/u, 'license'],
  [/^haem/u, 'hem'],
];

/** Applied to every word alike: what it does to words that are no variants is the same on both sides. */
function oneSpelling(word: string): string {
  for (const [variant, common] of SPELLINGS) if (variant.test(word)) return word.replace(variant, common);
  return word;
}

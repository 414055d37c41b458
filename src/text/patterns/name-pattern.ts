/** Letters that are cut into no word, neither of Chinese nor of English. */
const OTHER_LETTER = /(?![a-z\p{Script=Han}])\p{L}/u;
/** What a name does not stand next to: it would be another one. */
const IN_NAMES = String.raw`(?!\p{Script=Han})[\p{L}\p{N}]`;
const SYNTAX = /[.*+?^${}()|[\]\\/]/gu;

/**
 * What finds a folded name with Greek or other such letters, as a whole: the word that is cut out of ω-3 is 3, that of
 * Aβ is a. Undefined where the name has none, or has Chinese beside it, which is found character by character.
 */
export function patternOfName(name: string): RegExp | undefined {
  if (!OTHER_LETTER.test(name) || /\p{Script=Han}/u.test(name)) return undefined;
  const source = name.replace(SYNTAX, '\\$&');
  return new RegExp(`(?<!${IN_NAMES})${source}(?!${IN_NAMES})`, 'gu');
}

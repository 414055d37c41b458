/**
 * Phrases with open places. An entry of a vocabulary that stands between slashes is a regular expression on
 * folded text: `/找…8(?:试用|试装)/`. Two signs stand for what such wordings are full of: `…8` for up to eight
 * characters of the same clause, `№` for a number, in digits or Chinese, with its tens of thousands.
 */
const GAP = /…(\d+)/gu;
const NUMBER_SIGN = /№/gu;

const NUMBER = String.raw`(?:\d[\d.,]*(?:\s?[-~–—至到]\s?\d[\d.,]*)?|[二两三四五六七八九十百千几数][一二三四五六七八九十百千]*|一[十百千][一二三四五六七八九十百千]*)\s?[余多来万千百十亿]*\s?`;

/**
 * The regular expression of an entry between slashes; undefined where it is a plain phrase.
 * @throws SyntaxError where what stands between the slashes is no regular expression.
 */
export function patternOf(phrase: string): RegExp | undefined {
  if (phrase.length < 3 || !phrase.startsWith('/') || !phrase.endsWith('/')) return undefined;
  const source = phrase
    .slice(1, -1)
    .replace(GAP, (_, most: string) => String.raw`[^,。;:?!\n]{0,${most}}`)
    .replace(NUMBER_SIGN, () => NUMBER);
  return new RegExp(source, 'gu');
}

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

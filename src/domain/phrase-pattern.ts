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
  if (!standsBetweenSlashes(phrase)) return undefined;
  const source = phrase
    .slice(1, -1)
    .replace(GAP, (_, most: string) => String.raw`[^,。;:?!\n]{0,${most}}`)
    .replace(NUMBER_SIGN, () => NUMBER);
  return new RegExp(source, 'gu');
}

export function standsBetweenSlashes(phrase: string): boolean {
  return phrase.length >= 3 && phrase.startsWith('/') && phrase.endsWith('/');
}

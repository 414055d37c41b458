/**
 * The words of an English compound: boundary-layer and boundary layer are the same two words, non-linear and nonlinear
 * the same one. A name with a single letter or a digit at a joint (c-v2x, x-ray, rs-485) is one word.
 */

/** A word inside a token; places count from the token's start. */
export interface InnerWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Words of two letters or more, letters first. */
const COMPOUND = /^[a-z][a-z0-9]+(?:[-/][a-z][a-z0-9]+)+$/u;

/** Written with and without a hyphen: the word behind them goes on. */
const PREFIXES = new Set(
  'anti auto bi bio co counter cyber de electro geo hydro hyper infra inter intra macro magneto mega meta micro mini mono multi nano neuro non over para photo physico poly post pre pseudo quasi radio re retro semi sub super supra thermo trans tri ultra un uni'.split(
    ' ',
  ),
);

/** The token itself where it is no compound. */
export function wordsIn(token: string): InnerWord[] {
  if (!COMPOUND.test(token)) return [{ text: token, start: 0, end: token.length }];
  const words: InnerWord[] = [];
  let prefix = '';
  let start = 0;
  let from = 0;
  for (const part of token.split(/[-/]/u)) {
    const end = from + part.length;
    if (PREFIXES.has(part) && end < token.length) prefix += part;
    else {
      words.push({ text: prefix + part, start, end });
      prefix = '';
      start = end + 1;
    }
    from = end + 1;
  }
  return words;
}

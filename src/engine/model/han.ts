/** Codes of the characters that terms of Chinese words are made of. */
export const HAN_START = 0x3400;
export const HAN_END = 0xa000;

/** A term that begins so is a word of Han characters alone. */
export function isHan(code: number): boolean {
  return code >= HAN_START && code < HAN_END;
}

/** With it begin terms that are no words: characters, pairs, concepts. */
export const SIGN = '#'.charCodeAt(0);

/** A word of Han characters, a pair of them or a character: not an English word or a pair of these. */
export function isChinese(term: string): boolean {
  return isHan(term.charCodeAt(term.startsWith('#') ? 1 : 0));
}

/** Codes of the characters that terms of Chinese words are made of. */
export const HAN_START = 0x3400;
export const HAN_END = 0xa000;

/** A term that begins so is a word of Han characters alone. */
export function isHan(code: number): boolean {
  return code >= HAN_START && code < HAN_END;
}

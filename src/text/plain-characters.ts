/**
 * Characters of which it is known without asking Unicode how they fold: ASCII, the common Han characters, the Chinese
 * full stops and brackets, and the full-width forms of ASCII. Of these, none joins the character before it.
 */
const HAN_FIRST = 0x4e00;
const HAN_LAST = 0x9fff;
const FULL_WIDTH_FIRST = 0xff01;
const FULL_WIDTH_LAST = 0xff5e;
/** From the full-width form to ASCII. */
const FULL_WIDTH_OFFSET = 0xfee0;

/** The folded code of a plain character of the text, 0 where it is none. */
export function plainAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= HAN_FIRST && code <= HAN_LAST) return code;
  if (code < 0x80) return code === 0x0d ? 0 : lower(code);
  if (code >= FULL_WIDTH_FIRST && code <= FULL_WIDTH_LAST) return lower(code - FULL_WIDTH_OFFSET);
  // 、。《》「」『』【】
  return code === 0x3001 || code === 0x3002 || (code >= 0x300a && code <= 0x3011) ? code : 0;
}

export function isHanCode(code: number): boolean {
  return code >= HAN_FIRST && code <= HAN_LAST;
}

function lower(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
}

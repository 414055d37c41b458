/** Display width of mixed Chinese and English text, counted as cli-table3 counts it (East Asian Width W and F). */

/** First and last code points of wide characters. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3040, 0x3247],
  [0x3250, 0x4dbf],
  [0x4e00, 0xa4c6],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6b],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x20000, 0x3fffd],
];

/** Closing marks do not begin a line (避头点). */
const NO_LINE_START = /^[，。、；：！？）】》”’%,.;:!?)\]}]/u;

export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += isWide(character) ? 2 : 1;
  return width;
}

/** Breaks between any two Chinese characters, between words otherwise, and within a word that is too long. */
export function wrap(text: string, width: number): string {
  return text
    .split(/\r?\n/u)
    .flatMap((line) => wrapLine(line, width))
    .join('\n');
}

/** Cuts to one line of at most `width` columns, the cut marked by `…`. */
export function truncate(text: string, width: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (displayWidth(line) <= width) return line;
  let cut = '';
  let used = 1;
  for (const character of line) {
    used += displayWidth(character);
    if (used > width) break;
    cut += character;
  }
  return `${cut}…`;
}

function wrapLine(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text, width)) {
    if (line === '' || displayWidth(line + piece.trimEnd()) <= width) {
      line += line === '' ? piece.trimStart() : piece;
    } else {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    }
  }
  return [...lines, line.trimEnd()];
}

/** The smallest stretches that stay together: one wide character, or one word, with the marks that close it. */
function pieces(text: string, width: number): string[] {
  const found: string[] = [];
  for (const piece of text.match(/[\u1100-\uffff]|[\u{20000}-\u{3fffd}]|\s+|[^\s\u1100-\uffff]+/gu) ?? []) {
    const last = found.at(-1);
    if (
      last !== undefined &&
      (NO_LINE_START.test(piece) || /^\s+$/u.test(piece)) &&
      displayWidth(last + piece) <= width
    ) {
      found[found.length - 1] = last + piece;
    } else {
      found.push(...hardCut(piece, width));
    }
  }
  return found;
}

function hardCut(word: string, width: number): string[] {
  if (displayWidth(word) <= width) return [word];
  const characters = [...word];
  return Array.from({ length: Math.ceil(characters.length / width) }, (_, i) =>
    characters.slice(i * width, (i + 1) * width).join(''),
  );
}

function isWide(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return WIDE.some(([first, last]) => code >= first && code <= last);
}

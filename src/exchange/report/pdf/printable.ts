/** Texts of which every character can be printed. */
import type { DocumentFont } from './fonts.ts';

/** Stands in Chinese type-setting for a character that the printer does not have. */
export const GETA = '〓';

export interface Printable {
  readonly text: (value: string) => string;
  /** Characters that were replaced so far, each once, in the order of their first use. */
  readonly replaced: () => readonly string[];
}

export function printableBy({ has }: Pick<DocumentFont, 'has'>): Printable {
  const known = new Map<string, string>();
  const lost = new Set<string>();
  const glyph = (char: string): string => {
    if (char === '\n') return char;
    if (/\p{C}/u.test(char)) return /[\t\r]/u.test(char) ? ' ' : '';
    if (has(char.codePointAt(0)!)) return char;
    const folded = [...char.normalize('NFKC')];
    if (folded.every((part) => has(part.codePointAt(0)!))) return folded.join('');
    if (/\p{Mark}/u.test(char)) return '';
    lost.add(char);
    return GETA;
  };
  return {
    replaced: () => [...lost],
    text: (value) => {
      let printed = '';
      for (const char of value) {
        let as = known.get(char);
        if (as === undefined) {
          as = glyph(char);
          known.set(char, as);
        }
        printed += as;
      }
      return printed;
    },
  };
}

/**
 * Secrecy marks. A record that is not public is refused at the door; of its text nothing but the mark itself
 * may leave this room (results involving state secrets are not registered by this route).
 */
import { isPublic } from '../../domain/reading/enumerations.ts';
import { plain } from '../../domain/reading/plain.ts';

const MARKS = [
  '绝密',
  '机密',
  '秘密',
  '涉密',
  '内部',
  '保密',
  '国防',
  '受限',
  'top secret',
  'secret',
  'confidential',
  'internal',
  'restricted',
];

/** A mark that nobody has decided on is not yet public, though elsewhere such words are blank. */
export function isUndecided(cell: string): boolean {
  return /^(?:待定|待审|未知|不详|unknown|tbd)$/iu.test(plain(cell));
}

/** The mark of a secrecy cell that is not public; null where it is. Never more than the mark's own word. */
export function secrecyMark(cell: string): string | null {
  if (isPublic(cell)) return null;
  const flat = plain(cell).toLowerCase();
  return MARKS.find((mark) => flat.includes(mark)) ?? '非公开 not public';
}

/** A defence patent is a secret whatever the secrecy column says. */
export function ipMark(ip: string): string | null {
  return plain(ip).includes('国防专利') ? '国防专利' : null;
}

/** A mark over a whole sheet, in the rows above its headings: `密级：内部`, `机密★10年`. */
export function sheetMark(above: readonly { readonly cells: readonly string[] }[]): string | null {
  for (const text of above.flatMap((row) => row.cells).map(plain)) {
    const declared = /(?:密级|保密级别|classification)\s*:\s*([^\s)\]】,;。]+)/iu.exec(text)?.[1];
    const mark = declared === undefined ? /(绝密|机密|秘密)\s*★/u.exec(text)?.[1] : secrecyMark(declared);
    if (mark) return mark;
  }
  return null;
}

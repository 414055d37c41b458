/** Texts of a workbook: the shared table, and the text of one string item (plain or rich). */
import { elements, rootPrefix, unescapeXml } from './xml.ts';

/** The shared strings in order; empty where the workbook has none. */
export function readSharedStrings(part: Buffer | null): string[] {
  if (!part) return [];
  const prefix = rootPrefix(part.toString('utf8', 0, 2_000), 'sst');
  const close = `</${prefix}si>`;
  const empty = `<${prefix}si/>`;
  const strings: string[] = [];
  let at = 0;
  for (;;) {
    const end = part.indexOf(close, at);
    const chunk = part.toString('utf8', at, end < 0 ? part.length : end);
    // Empty items stand between full ones: each is a string of its own.
    for (let i = chunk.indexOf(empty); i >= 0; i = chunk.indexOf(empty, i + 1)) strings.push('');
    if (end < 0) return strings;
    strings.push(itemText(chunk.slice(chunk.lastIndexOf(`<${prefix}si>`)), prefix));
    at = end + close.length;
  }
}

/** The text of an `si` or `is` element; runs are joined, phonetic guides (`rPh`) left out. */
export function itemText(inner: string, prefix: string): string {
  let text = '';
  for (const run of elements(withoutPhonetics(inner, prefix), prefix, 't')) text += decodeText(run.inner);
  return text;
}

function withoutPhonetics(inner: string, prefix: string): string {
  const open = `<${prefix}rPh`;
  const close = `</${prefix}rPh>`;
  let kept = '';
  let at = 0;
  for (let start = inner.indexOf(open); start >= 0; start = inner.indexOf(open, at)) {
    kept += inner.slice(at, start);
    const end = inner.indexOf(close, start);
    if (end < 0) return kept;
    at = end + close.length;
  }
  return kept + inner.slice(at);
}

/** Unescapes XML and the `_xHHHH_` form of characters that XML cannot hold; line ends become \n. */
export function decodeText(raw: string): string {
  return unescapeXml(raw)
    .replace(/_x([0-9a-f]{4})_/giu, (_whole, hex) => String.fromCharCode(Number.parseInt(String(hex), 16)))
    .replace(/\r\n?/gu, '\n');
}

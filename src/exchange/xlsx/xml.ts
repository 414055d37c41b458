/**
 * The little XML that spreadsheet parts need: elements found by scanning, forward only, in linear time.
 * SpreadsheetML escapes `<` in texts, so a tag found in the bytes is a tag. DTDs and entities of a
 * document's own are never read.
 */

/** One element: its attributes as written, and what stands inside ('' for an empty one). */
export interface Element {
  readonly attributes: string;
  readonly inner: string;
}

/** The elements `name` of a text, whatever their namespace prefix `prefix` (with colon, or ''). */
export function* elements(xml: string, prefix: string, name: string): Generator<Element> {
  const open = `<${prefix}${name}`;
  const close = `</${prefix}${name}>`;
  let at = 0;
  for (;;) {
    const start = xml.indexOf(open, at);
    if (start < 0) return;
    const tagEnd = xml.indexOf('>', start + open.length);
    if (tagEnd < 0) return;
    at = tagEnd + 1;
    if (!endsName(xml.charCodeAt(start + open.length))) continue;
    const empty = xml[tagEnd - 1] === '/';
    const attributes = xml.slice(start + open.length, empty ? tagEnd - 1 : tagEnd);
    if (empty) {
      yield { attributes, inner: '' };
      continue;
    }
    const end = xml.indexOf(close, at);
    if (end < 0) return;
    yield { attributes, inner: xml.slice(at, end) };
    at = end + close.length;
  }
}

/** Whether a byte may follow a tag's name: white space, `/` or `>`. */
export function endsName(code: number): boolean {
  return code === 0x20 || code === 0x3e || code === 0x2f || code === 0x0a || code === 0x0d || code === 0x09;
}

/** An attribute's value, unescaped; undefined where it is absent. */
export function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u').exec(attributes);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : unescapeXml(value);
}

/** The namespace prefix of a part's root element, with its colon, or ''. */
export function rootPrefix(head: string, root: string): string {
  const found = new RegExp(`<([\\w.-]+:)?${root}[\\s>/]`, 'u').exec(head);
  return found?.[1] ?? '';
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/giu, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

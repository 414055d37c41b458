/** Reads the text of a PDF as a viewer would copy it: character codes back to text by the fonts' own ToUnicode maps. */
import { inflateSync } from 'node:zlib';

export interface PdfText {
  /** All text in the order of drawing, without spaces. */
  readonly text: string;
  readonly pages: number;
  /** Codes that a font draws and does not map: boxes, or glyphs that nobody can search for. */
  readonly unmapped: number;
}

export function readPdf(bytes: Uint8Array): PdfText {
  const raw = Buffer.from(bytes).toString('latin1');
  const objects = new Map(
    [...raw.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/gu)].map(([, id, body]) => [id!, body!]),
  );
  const stream = (body: string): string => {
    const start = body.indexOf('stream\n') + 7;
    const data = Buffer.from(body.slice(start, body.lastIndexOf('\nendstream')), 'latin1');
    return (body.includes('/FlateDecode') ? inflateSync(data) : data).toString('latin1');
  };
  const fonts = new Map<string, ReadonlyMap<number, string>>();
  for (const body of objects.values())
    for (const [, name, id] of body.matchAll(/\/(F\d+) (\d+) 0 R/gu)) {
      const map = /\/ToUnicode (\d+) 0 R/u.exec(objects.get(id!) ?? '')?.[1];
      if (map) fonts.set(name!, unicodeMap(stream(objects.get(map)!)));
    }

  let text = '';
  let pages = 0;
  let unmapped = 0;
  for (const body of objects.values()) {
    if (!/\/Type \/Page\b(?!s)/u.test(body)) continue;
    pages++;
    const content = stream(objects.get(/\/Contents (\d+) 0 R/u.exec(body)![1]!)!);
    let map: ReadonlyMap<number, string> = new Map();
    for (const [, font, hex] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9a-f]+)>/giu)) {
      if (font) map = fonts.get(font)!;
      for (const [code] of (hex ?? '').matchAll(/.{4}/gu)) {
        const char = map.get(Number.parseInt(code, 16));
        if (code === '0000' || char === undefined) unmapped++;
        text += char ?? '';
      }
    }
  }
  return { text: text.replace(/[\s\u3000]/gu, ''), pages, unmapped };
}

/** bfrange with a list, or with a first value: what the writer of our documents uses. */
function unicodeMap(cmap: string): ReadonlyMap<number, string> {
  const map = new Map<number, string>();
  const decode = (hex: string) =>
    String.fromCharCode(...hex.match(/[^ ]{4}/gu)!.map((unit) => Number.parseInt(unit, 16)));
  for (const [, from, list] of cmap.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/giu))
    [...list!.matchAll(/<([0-9a-f ]*)>/giu)].forEach(([, hex], i) => {
      map.set(Number.parseInt(from!, 16) + i, hex ? decode(hex) : '');
    });
  return map;
}

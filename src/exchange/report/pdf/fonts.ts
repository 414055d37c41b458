/** The font of the documents: Noto Sans Hans (OFL), which covers GBK but a few symbols; only what is used is embedded. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export const FAMILY = 'NotoSansHans';

export interface DocumentFont {
  readonly files: { readonly normal: string; readonly bold: string };
  readonly has: (codePoint: number) => boolean;
}

export async function openFont(): Promise<DocumentFont> {
  const { create } = await import('fontkit');
  const main = createRequire(import.meta.url).resolve('@embedpdf/fonts-sc');
  const folder = join(dirname(main), '..', 'fonts');
  const normal = join(folder, 'NotoSansHans-Regular.otf');
  const font = create(readFileSync(normal));
  if (!('hasGlyphForCodePoint' in font)) throw new Error(`${normal} is no single font`);
  return {
    files: { normal, bold: join(folder, 'NotoSansHans-Bold.otf') },
    has: (codePoint) => font.hasGlyphForCodePoint(codePoint),
  };
}

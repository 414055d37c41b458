/** How sentences of the advice are put together. */
import type { Bilingual } from '../../domain/match.ts';

export const words = (zh: string, en: string): Bilingual => ({ zh, en });

/** `a；b；c` and `a; b; c`. */
export function listed(parts: readonly Bilingual[]): Bilingual {
  return words(parts.map(({ zh }) => zh).join('；'), parts.map(({ en }) => en).join('; '));
}

const LONGEST_QUOTE = 40;

/** The head of a text, cut between characters: still a piece of it, so that a quote can be found. */
export function headOf(text: string): string {
  const line = text.trim().split(/[\n\r]/u)[0] ?? '';
  return [...line].slice(0, LONGEST_QUOTE).join('');
}

/** In quotation marks, with an ellipsis where it is cut. */
export function quoted(text: string): Bilingual {
  const head = headOf(text);
  const cut = head.length < text.trim().length ? '…' : '';
  return words(`“${head}${cut}”`, `“${head}${cut}”`);
}

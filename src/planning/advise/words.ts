/** How sentences of the advice, and risks without a quote, are put together. */
import type { Risk } from '../../domain/advice.ts';
import type { Bilingual } from '../../domain/match.ts';
import { joined } from '../../engine/explain/names.ts';

export const words = (zh: string, en: string): Bilingual => ({ zh, en });

/** `a；b；c` and `a; b; c`. */
export function listed(parts: readonly Bilingual[]): Bilingual {
  return joined(parts, '；', '; ');
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

/** A risk for which no words of a record can be quoted. */
export function unquoted(code: string, weight: Risk['weight'], zh: string, en: string): Risk {
  return { code, weight, why: words(zh, en), grounds: [] };
}

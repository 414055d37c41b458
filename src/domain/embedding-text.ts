/** The text by which an embedder knows a record: what it is called and what it is about. */
import type { Carrier } from './carrier.ts';
import { carrierTexts, resultTexts, type TextField } from './record-text.ts';
import type { ResearchResult } from './research-result.ts';

const RESULT_PARTS = /^(?:title|keywords\[\d+\]|abstract)$/u;
const CARRIER_PARTS = /^(?:name|description)$/u;

/**
 * Where a text is cut, in tokens as estimated here: just below the window of 512 that the smaller models have. Some
 * servers refuse a longer text, others cut it in ways of their own.
 */
export const EMBEDDING_TOKENS = 480;
/** Other characters that make one token; a Han character is one by itself. Few rather than many: 3 to 5 is usual. */
const CHARACTERS_PER_TOKEN = 3;

export function resultEmbeddingText(result: Omit<ResearchResult, 'id'>): string {
  return cut(joined(resultTexts(result), RESULT_PARTS));
}

export function carrierEmbeddingText(carrier: Omit<Carrier, 'id'>): string {
  return cut(joined(carrierTexts(carrier), CARRIER_PARTS));
}

function joined(fields: readonly TextField[], parts: RegExp): string {
  return fields
    .filter(({ path }) => parts.test(path))
    .map(({ text }) => text)
    .join('\n');
}

function cut(text: string): string {
  if (text.length <= EMBEDDING_TOKENS) return text;
  let left = EMBEDDING_TOKENS * CHARACTERS_PER_TOKEN;
  let end = 0;
  for (const character of text) {
    left -= /\p{Script=Han}/u.test(character) ? CHARACTERS_PER_TOKEN : 1;
    if (left < 0) return text.slice(0, end);
    end += character.length;
  }
  return text;
}

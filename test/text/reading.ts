/** Texts read with the words and markers of the real profile. */
import { createKnowledge } from '../../src/engine/knowledge.ts';
import { loadProfile } from '../../src/exchange/index.ts';
import { foldWord } from '../../src/text/fold.ts';
import { modalityAt, type Said } from '../../src/text/modality.ts';

export const KNOWLEDGE = createKnowledge(await loadProfile());

/** How a text speaks of words that stand in it (their first occurrence). */
export function said(text: string, words: string): Said | undefined {
  const read = KNOWLEDGE.reader.read(text);
  const start = read.folded.text.indexOf(foldWord(words));
  if (start < 0) throw new Error(`"${words}" does not stand in "${text}"`);
  return modalityAt(read, start, start + foldWord(words).length);
}

/** Codes of the capabilities that a text names in any way, look-alikes left out. */
export function capabilitiesIn(text: string): string[] {
  const read = KNOWLEDGE.reader.read(text);
  const cues = KNOWLEDGE.capabilities.find(read.folded, read.tokens).flatMap(({ meanings }) => meanings);
  return [...new Set(cues.filter(({ part }) => part !== 'lookalike').map(({ code }) => code))].sort();
}

export function wordsOf(text: string): string[] {
  return KNOWLEDGE.reader.read(text).tokens.map((token) => token.text);
}

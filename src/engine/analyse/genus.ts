/**
 * What a carrier is, rather than what it is about: 空间 of 文创空间, 概念 of 概念验证中心. A result on 空间结构 or
 * 概念辨析 has nothing in common with it.
 */
import type { Profile } from '../../domain/profile.ts';
import type { Concordance } from '../../text/concordance.ts';
import { foldWord } from '../../text/fold.ts';
import { createPhraseBook } from '../../text/phrases.ts';
import type { ReadText } from '../../text/reader.ts';

export interface Genus {
  /** Stretches of a carrier's name or other text that name its genus, offsets in the folded text. */
  stretches(read: ReadText, isName: boolean): readonly Stretch[];
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

export function createGenus(
  { genus: { heads, openings, phrases } }: Profile,
  concordance: Concordance,
): Genus {
  const book = createPhraseBook(
    [...phrases.zh, ...phrases.en].map((phrase) => [phrase, true] as const),
    { concordance },
  );
  const head = new RegExp(`(?:${anyOf(heads)})(?= ?(?:\\([^()]*\\))?$)`, 'u');
  const opening = new RegExp(`^(?:(?:${anyOf(openings)}) ?)+`, 'u');
  return {
    stretches({ folded, tokens }, isName) {
      const found: Stretch[] = book.find(folded, tokens);
      if (!isName) return found;
      const ends = [opening.exec(folded.text), head.exec(folded.text)].filter((match) => match !== null);
      return [...found, ...ends.map(({ 0: { length }, index }) => ({ start: index, end: index + length }))];
    },
  };
}

/** The longest first: 众创空间 before 空间. A Latin word stands by itself. Nothing where there are no words. */
function anyOf({ zh, en }: Profile['genus']['heads']): string {
  const all = [...zh.map(literally), ...en.map((word) => `\\b${literally(word)}\\b`)];
  return all.length === 0 ? '(?!)' : all.sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|');
}

function literally(word: string): string {
  return foldWord(word).replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
}

/** Texts made of the profile's own words, by field of work: seeded, so that every run sees the same. */
import { mulberry32 } from '../../src/engine/measures.ts';
import { PROFILE } from './given.ts';

export interface Topic {
  readonly name: string;
  readonly words: readonly string[];
}

const LEAST_WORDS = 24;

/** Fields of work with words enough, none of which stands in two of them. */
export const TOPICS: readonly Topic[] = topics();

function topics(): Topic[] {
  const bySub = new Map<string, string[]>();
  const uses = new Map<string, number>();
  for (const { code } of PROFILE.sectors) {
    for (const { zh, sub } of PROFILE.terms[code] ?? []) {
      const name = `${code} ${sub}`;
      bySub.set(name, [...(bySub.get(name) ?? []), zh]);
      uses.set(zh, (uses.get(zh) ?? 0) + 1);
    }
  }
  return [...bySub]
    .map(([name, words]) => ({
      name,
      words: words.filter((word) => word.length < 7 && uses.get(word) === 1),
    }))
    .filter(({ words }) => words.length >= LEAST_WORDS);
}

/** `count` texts of `length` words each; text i is of topic i modulo the number of topics. */
export function textsAbout(given: readonly Topic[], count: number, length: number, seed: number): string[] {
  const random = mulberry32(seed);
  return Array.from({ length: count }, (_, i) => {
    const { words } = given[i % given.length]!;
    return Array.from({ length }, () => words[Math.floor(random() * words.length)]!).join('，');
  });
}

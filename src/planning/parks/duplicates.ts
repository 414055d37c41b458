/** One university hands one result in twice, in two files and other words: it counts once. */
import type { Candidate } from './candidates.ts';
import { SAME_RESULT_FROM } from './settings.ts';
import type { Neighbours } from './similarity.ts';

export interface Duplicate {
  readonly resultId: string;
  /** The one that stands for it: the lower id. */
  readonly of: string;
}

export function findDuplicates(candidates: readonly Candidate[], near: Neighbours): Duplicate[] {
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const gone = new Map<string, string>();
  for (const [id, { university, title }] of byId) {
    if (gone.has(id)) continue;
    for (const other of near(id)) {
      if (other.similarity < SAME_RESULT_FROM) break;
      const twin = byId.get(other.id);
      if (!twin || twin.id <= id || twin.university.name !== university.name || gone.has(twin.id)) continue;
      if (likeTitles(twin.title, title)) gone.set(twin.id, id);
    }
  }
  return [...gone].map(([resultId, of]) => ({ resultId, of }));
}

/** Share of neighbouring characters in common (Dice) from which two titles name one thing. */
const SAME_TITLE_FROM = 0.5;

function likeTitles(a: string, b: string): boolean {
  const [x, y] = [pairsOf(a), pairsOf(b)];
  let shared = 0;
  for (const pair of x) if (y.has(pair)) shared++;
  return 2 * shared >= SAME_TITLE_FROM * (x.size + y.size);
}

function pairsOf(title: string): Set<string> {
  const text = title.toLowerCase().replace(/\s+/gu, '');
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));
}

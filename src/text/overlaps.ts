/** Which of several phrases that overlap in a text are meant. */
import type { PhraseHit } from './phrase-hit.ts';

/** Resolves overlaps among the meanings of each key alone; a phrase may have several of one key. */
export function separately<Meaning>(
  hits: readonly PhraseHit<Meaning>[],
  key: (meaning: Meaning) => string,
): PhraseHit<Meaning>[] {
  if (hits.length === 0) return [];
  const groups = new Map<string, { start: number; end: number; meanings: Meaning[] }[]>();
  for (const { start, end, meanings } of hits) {
    for (const meaning of meanings) {
      const group = groups.get(key(meaning)) ?? [];
      const last = group.at(-1);
      if (last?.start === start && last.end === end) last.meanings.push(meaning);
      else group.push({ start, end, meanings: [meaning] });
      groups.set(key(meaning), group);
    }
  }
  return [...groups.values()].flatMap(withoutOverlap).sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The longest hits win; equal lengths in the order of the text. */
export function withoutOverlap<Meaning>(hits: PhraseHit<Meaning>[]): PhraseHit<Meaning>[] {
  if (standApart(hits)) return hits;
  const byLength = [...hits].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const taken: PhraseHit<Meaning>[] = [];
  const covered = new Uint8Array(Math.max(...hits.map((hit) => hit.end)));
  for (const hit of byLength) {
    // no hit taken so far is shorter: one that overlaps this one covers its first or its last character
    if (covered[hit.start] === 1 || covered[hit.end - 1] === 1) continue;
    covered.fill(1, hit.start, hit.end);
    taken.push(hit);
  }
  return taken.sort((a, b) => a.start - b.start);
}

function standApart(hits: readonly PhraseHit<unknown>[]): boolean {
  for (let i = 1; i < hits.length; i++) if (hits[i]!.start < hits[i - 1]!.end) return false;
  return true;
}

/** Which results are alike: near in one of the sectors that both have a share in. */
import { part, type Steps } from '../../engine/model/steps.ts';
import { byKey } from './by-key.ts';
import type { Candidate } from './candidates.ts';
import type { TermVectors } from './result-terms.ts';
import { type Neighbours, nearestByTerms, type Similar } from './similarity.ts';

export function* nearestInSectors(candidates: readonly Candidate[], vectors: TermVectors): Steps<Neighbours> {
  const groups = byKey(candidates, ({ sector }) => sector);
  const lists: Neighbours[] = [];
  for (const [i, group] of groups.entries())
    lists.push(yield* part(i / groups.length, (i + 1) / groups.length, nearestByTerms(group, vectors)));
  return (id) => {
    const [first = [], ...others] = lists.map((near) => near(id)).filter((list) => list.length > 0);
    return others.length === 0 ? first : unite([first, ...others]);
  };
}

function unite(lists: readonly (readonly Similar[])[]): Similar[] {
  const found = new Map(lists.flat().map((other) => [other.id, other]));
  return [...found.values()].sort((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : 1));
}

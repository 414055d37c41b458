/**
 * The terms of things that a result names only to say that it is without them: a tunnel （无瓦斯段） is not sent away by
 * whoever takes no 瓦斯隧道. They stay in the index, where they tell what the text is near to.
 */
import type { Knowledge } from '../knowledge.ts';
import { indexedTerms } from './field-terms.ts';
import type { ReadField } from './read-field.ts';

export function readDisclaimed(knowledge: Knowledge, fields: readonly ReadField[]): string[] {
  const starts = fields.map(({ read }) => knowledge.turningAway.disclaimedAt(read.folded.text));
  if (starts.every(({ size }) => size === 0)) return [];
  const disclaimed = new Set<string>();
  fields.forEach((field, i) => {
    if (starts[i]!.size === 0) return;
    for (const { term, start } of indexedTerms(knowledge, field))
      if (starts[i]!.has(start) && !term.startsWith('#')) disclaimed.add(term);
  });
  if (disclaimed.size === 0) return [];
  // what stands anywhere else as well is meant
  fields.forEach((field, i) => {
    for (const { term, start } of indexedTerms(knowledge, field))
      if (!starts[i]!.has(start)) disclaimed.delete(term);
  });
  return [...disclaimed];
}

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
  const meant = new Set<string>();
  fields.forEach((field, i) => {
    for (const { term, start } of indexedTerms(knowledge, field))
      (starts[i]!.has(start) ? disclaimed : meant).add(term);
  });
  return [...disclaimed].filter((term) => !meant.has(term) && !term.startsWith('#'));
}

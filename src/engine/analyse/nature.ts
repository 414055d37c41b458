/** Studies and reviews among the results, known by the words of their titles. */
import type { NatureReading } from '../../domain/analysis.ts';
import type { Knowledge } from '../knowledge.ts';
import { type ReadField, spanOf } from './read-field.ts';

/** Only the title counts: an abstract may well mention 研究进展 and be about a machine. */
export function readNature(knowledge: Knowledge, fields: readonly ReadField[]): NatureReading | null {
  const title = fields.find((field) => field.base === 'title');
  if (!title) return null;
  const [hit] = knowledge.natures.find(title.read.folded, title.read.tokens);
  return hit ? { code: hit.meanings[0]!, evidence: spanOf(title, hit.start, hit.end) } : null;
}

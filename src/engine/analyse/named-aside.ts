/**
 * What a result names and is not about: a tunnel （无瓦斯段） is not sent away by whoever takes no 瓦斯隧道, nor 电镀废水
 * by who does no 电镀, nor 无人机电机 by who does no 无人机整机. These terms stay in the index, where they tell what the
 * text is near to.
 */
import type { NamedAside } from '../../domain/analysis.ts';
import { saysNothing, TRADE_WORDS } from '../../text/stop-words.ts';
import type { TermAt } from '../../text/terms.ts';
import type { Knowledge } from '../knowledge.ts';
import { indexedTerms } from './field-terms.ts';
import type { ReadField } from './read-field.ts';

/** Characters from which on a word names a thing that has parts; a shorter one may be a field: 医疗 (机器人). */
const NAMING = 3;

export function readNamedAside(knowledge: Knowledge, fields: readonly ReadField[]): NamedAside | undefined {
  const titles = fields.filter(({ base }) => base === 'title');
  const aside = {
    without: readWithout(knowledge, fields),
    wasteOf: onlyIn(knowledge, titles, ({ read }, { end }) =>
      knowledge.turningAway.isWasteAt(read.folded.text, end),
    ),
    partOf: onlyIn(
      knowledge,
      fields.filter(({ base }) => base === 'title' || base === 'needs'),
      (field, at) => at.end - at.start >= NAMING && isBeforeThing(knowledge, field, at),
    ),
  };
  return Object.values(aside).some(({ length }) => length > 0) ? aside : undefined;
}

function readWithout(knowledge: Knowledge, fields: readonly ReadField[]): string[] {
  const starts = fields.map(({ read }) => knowledge.turningAway.disclaimedAt(read.folded.text));
  if (starts.every(({ size }) => size === 0)) return [];
  return onlyIn(knowledge, fields, (field, { start }) => starts[fields.indexOf(field)]!.has(start));
}

/** The terms that the fields hold only in places of the kind. */
function onlyIn(
  knowledge: Knowledge,
  fields: readonly ReadField[],
  isAside: (field: ReadField, at: TermAt) => boolean,
): string[] {
  const aside = new Set<string>();
  const meant = new Set<string>();
  for (const field of fields)
    for (const at of indexedTerms(knowledge, field)) (isAside(field, at) ? aside : meant).add(at.term);
  return [...aside].filter((term) => !meant.has(term) && !term.startsWith('#'));
}

/** Whether a Chinese word that names something follows at once: 无人机|电机, not 无人机|研制. */
function isBeforeThing({ turningAway }: Knowledge, { read }: ReadField, { end }: TermAt): boolean {
  const next = read.tokens.find(({ start }) => start === end);
  if (next?.kind !== 'han' || next.text.length < 2) return false;
  return !saysNothing(next.text) && !TRADE_WORDS.has(next.text) && !turningAway.isMaking(next.text);
}

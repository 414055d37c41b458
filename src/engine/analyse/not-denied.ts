/** What a text denies is no evidence for it. */
import { isDenial, modalityAt } from '../../text/modality.ts';
import { clauseAt } from '../../text/reader.ts';
import { STOP_WORDS } from '../../text/stop-words.ts';
import type { Knowledge } from '../knowledge.ts';
import type { ReadField } from './read-field.ts';

/** What a carrier lacks is no evidence for it; what a result still lacks is what it asks for. */
export const OF_CARRIERS = new Set(['name', 'description', 'capabilities']);

/** Whether what stands at an offset counts; undefined where all of the field does. */
export function notDenied(knowledge: Knowledge, field: ReadField): ((offset: number) => boolean) | undefined {
  const isOfCarrier = OF_CARRIERS.has(field.base);
  const { text } = field.read.folded;
  const turnsAway = isOfCarrier && knowledge.turningAway.isIn(text);
  if (field.read.markers.length === 0 && !turnsAway) return undefined;
  const denied = new Map<number, boolean>();
  return (offset) => {
    const clause = clauseAt(field.read, offset);
    let isDenied = denied.get(clause.start);
    if (isDenied === undefined) {
      const said = modalityAt(field.read, clause.end - 1, clause.end);
      isDenied =
        ((said === 'denied' || (said === 'lacking' && isOfCarrier)) && !isAboutItsSubject(field, clause)) ||
        (turnsAway && knowledge.turningAway.isIn(text.slice(clause.start, clause.end)));
      denied.set(clause.start, isDenied);
    }
    return !isDenied;
  };
}

/**
 * An English clause that names a thing before it denies something of it (the friction is not sensitive to viscosity)
 * speaks of that thing, and a title does in any case; one that begins with the denial (no wet labs, not for food) does
 * not.
 */
function isAboutItsSubject(
  { base, read }: ReadField,
  { start, end }: { start: number; end: number },
): boolean {
  const tokens = read.tokens.filter((token) => token.start >= start && token.end <= end);
  if (tokens.some(({ kind }) => kind === 'han')) return false;
  if (base === 'title') return true;
  const denial = read.markers.find(
    (marker) => marker.start >= start && marker.end <= end && isDenial(marker),
  );
  return tokens.some(
    ({ kind, text, start: at }) => kind === 'latin' && at < (denial?.start ?? 0) && !STOP_WORDS.has(text),
  );
}

/** The subjects that a list names: 食品用、医用菌种 are two kinds of 菌种. */
import type { Refusal } from '../../domain/analysis.ts';
import { holdsAsk } from '../../text/modality.ts';
import type { Token } from '../../text/segmenter.ts';
import type { Knowledge } from '../knowledge.ts';
import type { ReadField } from './read-field.ts';
import type { Stretch } from './turning-away.ts';

/** What is turned away, and where it stands. */
export interface Subject extends Stretch {
  /** None where it is no subject of results. */
  readonly terms: readonly string[];
  readonly of?: Refusal['of'];
}

/** The subjects in a stretch; none of one that is qualified, nothing at all where nothing is named. */
export function itemsNamed(knowledge: Knowledge, field: ReadField, stretch: Stretch): Subject[] {
  const items = itemsOf(knowledge, field, stretch);
  const last = items.at(-1)!;
  const head = items.length > 1 ? headOf(knowledge, field, last) : undefined;
  return items.flatMap((item) => {
    const named = itemNamed(knowledge, field, item);
    const isAttribute = knowledge.turningAway.isAttribute(field.read.folded.text.slice(item.start, item.end));
    if (item === last || head === undefined || !isAttribute) return named;
    return named.map((subject) =>
      subject.terms.length > 0 ? { ...subject, terms: [...subject.terms, head] } : subject,
    );
  });
}

/** What the last item of a list is a kind of: its last word or the end of it (高盐废水), undefined where that is all. */
function headOf({ terms }: Knowledge, { read }: ReadField, { start, end }: Stretch): string | undefined {
  const words = terms
    .extract(read, (offset) => start <= offset && offset < end)
    .filter(({ term, start: from, end: to }) => to - from > 1 && !term.startsWith('#'));
  const last = Math.max(...words.map((word) => word.end));
  const heads = words.filter((word) => word.end === last && word.start > start);
  return heads.sort((a, b) => b.start - a.start)[0]?.term;
}

function itemsOf({ turningAway }: Knowledge, { read }: ReadField, { start, end }: Stretch): Stretch[] {
  const items: Stretch[] = [];
  let from = start;
  for (const separator of turningAway.separatorsIn(read.folded.text.slice(start, end))) {
    items.push({ start: from, end: start + separator.start });
    from = start + separator.end;
  }
  return [...items, { start: from, end }];
}

/** What an item names, from its first word to its last; nothing where it names nothing. */
function itemNamed(
  { turningAway, terms }: Knowledge,
  { read }: ReadField,
  { start, end }: Stretch,
): Subject[] {
  const item = read.folded.text.slice(start, end);
  if (turningAway.isNoSubject(item)) return [{ start, end, terms: [] }];
  const subject = new Set<string>();
  let [from, to] = [end, start];
  const inside = terms.extract(read, (offset) => start <= offset && offset < end);
  const termAt = (first: number, last: number) =>
    inside.find((term) => term.start === first && term.end === last)?.term;
  for (const token of read.tokens) {
    if (token.start < start || token.end > end || !isNaming(token)) continue;
    const kindOf = token.end - turningAway.kindLength(token.text);
    const term = termAt(token.start, kindOf) ?? termAt(token.start, token.end);
    if (!term) continue;
    subject.add(term);
    [from, to] = [Math.min(from, token.start), Math.max(to, token.end)];
  }
  if (subject.size === 0) return [];
  const isNone = turningAway.isQualified(item) || holdsAsk(read, start, end);
  return [{ start: from, end: to, terms: isNone ? [] : [...subject], of: turningAway.refusedOf(item) }];

  function isNaming({ kind, text }: Token): boolean {
    return kind !== 'number' && turningAway.isNaming(text);
  }
}

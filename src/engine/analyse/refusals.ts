/**
 * What a carrier turns away, subject by subject: 液流电池、铅酸不接 are two, 没有发酵罐，活菌的东西请绕行 too. What is
 * qualified (3.5 t 以下的车辆, 非防爆产品) is none: a result does not say it in these words.
 */
import type { Refusal } from '../../domain/analysis.ts';
import type { Clause } from '../../text/clauses.ts';
import { holdsAsk, saidExactlyAt } from '../../text/modality.ts';
import type { Token } from '../../text/segmenter.ts';
import { TRADE_WORDS } from '../../text/stop-words.ts';
import type { Knowledge } from '../knowledge.ts';
import { clauseSpan, type ReadField } from './read-field.ts';
import type { Stretch } from './turning-away.ts';

const SPOKEN: ReadonlySet<string> = new Set(['description', 'capabilities', 'limits']);

/** Between the items of a list. */
const SEPARATOR = /[、/(),，]|以及|或者|和|与|及|或|\band\b|\bor\b|\bnor\b/gu;

export function readRefusals(knowledge: Knowledge, fields: readonly ReadField[]): Refusal[] {
  const found: Refusal[] = [];
  for (const field of fields)
    if (SPOKEN.has(field.base))
      field.read.clauses.forEach((clause, number) => {
        const words = knowledge.turningAway.wordsIn(field.read, clause);
        if (words.length === 0 && !(field.base === 'limits' && isBare(knowledge, field, clause))) return;
        const span = clauseSpan(field, clause.start);
        for (const terms of turnedAway(knowledge, field, number, words)) found.push({ terms, span });
      });
  return found;
}

/** A field of limits names what is not wanted (crewed aircraft, weapons), unless it says what is taken (仅限…). */
function isBare({ turningAway }: Knowledge, { read }: ReadField, { start, end }: Clause): boolean {
  return (
    saidExactlyAt(read, end - 1, end) === undefined &&
    !turningAway.isTaking(read.folded.text.slice(start, end))
  );
}

/** What stands behind the words that turn away, else what stands before them, else the clause before. */
function turnedAway(
  knowledge: Knowledge,
  field: ReadField,
  number: number,
  words: readonly Stretch[],
): readonly string[][] {
  const { clauses, folded } = field.read;
  const clause = clauses[number]!;
  const before = clauses[number - 1];
  const first = Math.min(clause.end, ...words.map(({ start }) => start));
  const last = words.length === 0 ? clause.start : Math.max(...words.map(({ end }) => end));
  // who is without something is not turned away for it: 没有样件的团队
  if (folded.text[last] === '的') return [];
  const isOfAll = knowledge.turningAway.isOfAll(folded.text.slice(clause.start, last));
  const stretches = [
    { start: last, end: clause.end },
    { start: clause.start, end: first },
    ...(isOfAll && before?.sentence === clause.sentence ? [before] : []),
  ];
  for (const stretch of stretches) {
    const named = itemsOf(field, stretch).flatMap((item) => itemNamed(knowledge, field, item));
    if (named.length > 0) return named.filter((terms) => terms.length > 0);
  }
  return [];
}

function itemsOf({ read }: ReadField, { start, end }: Stretch): Stretch[] {
  const items: Stretch[] = [];
  const text = read.folded.text.slice(start, end);
  let from = 0;
  for (const { index, 0: separator } of text.matchAll(SEPARATOR)) {
    items.push({ start: start + from, end: start + index });
    from = index + separator.length;
  }
  items.push({ start: start + from, end });
  return items;
}

/** The terms of an item; none in it where it is no subject, nothing at all where it names nothing. */
function itemNamed(
  { turningAway, terms }: Knowledge,
  { read }: ReadField,
  { start, end }: Stretch,
): string[][] {
  const item = read.folded.text.slice(start, end);
  if (turningAway.isNoSubject(item)) return [[]];
  const subject = new Set<string>();
  const inside = terms.extract(read, (offset) => start <= offset && offset < end);
  for (const token of read.tokens) {
    if (token.start < start || token.end > end || !namesSubject(token)) continue;
    const whole = inside.find((term) => term.start === token.start && term.end === token.end);
    if (whole) subject.add(whole.term);
  }
  if (subject.size === 0) return [];
  return turningAway.isQualified(item) || holdsAsk(read, start, end) ? [[]] : [[...subject]];
}

/** A word of the trade (加工, 样品) says what is done, not to what. */
function namesSubject({ kind, text }: Token): boolean {
  return kind !== 'number' && text.length > 1 && !TRADE_WORDS.has(text);
}

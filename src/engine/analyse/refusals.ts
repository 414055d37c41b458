/**
 * What a carrier turns away, subject by subject: 液流电池、铅酸不接 are two, 没有发酵罐，活菌的东西请绕行 too. What is
 * qualified (3.5 t 以下的车辆, 非防爆产品) is none: a result does not say it in these words.
 */
import type { Refusal, Span } from '../../domain/analysis.ts';
import type { Clause } from '../../text/clauses.ts';
import { saidExactlyAt } from '../../text/modality.ts';
import type { Knowledge } from '../knowledge.ts';
import { clauseSpan, type ReadField, spanOf } from './read-field.ts';
import { itemsNamed, type Subject } from './refused-items.ts';
import type { Stretch } from './turning-away.ts';

const SPOKEN: ReadonlySet<string> = new Set(['description', 'capabilities', 'limits']);

/** At the end of a clause. */
const STOP = /[\s,.;:!?，。；：]+$/u;

export function readRefusals(knowledge: Knowledge, fields: readonly ReadField[]): Refusal[] {
  const found: Refusal[] = [];
  for (const field of fields) {
    if (!SPOKEN.has(field.base)) continue;
    field.read.clauses.forEach(({ start }, number) => {
      const span = clauseSpan(field, start);
      for (const named of turnedAwayIn(knowledge, field, number)) found.push(refusal(field, named, span));
    });
    for (const stretch of knowledge.turningAway.exceptionsIn(field.read.folded.text)) {
      const span = clauseSpan(field, stretch.start);
      for (const named of itemsNamed(knowledge, field, stretch)) found.push(refusal(field, named, span));
    }
  }
  const seen = new Set<string>();
  return found.filter(({ terms }) => {
    const key = [...terms].sort().join();
    return terms.length > 0 && !seen.has(key) && seen.add(key);
  });
}

function refusal(field: ReadField, { terms, start, end, of }: Subject, span: Span): Refusal {
  return { terms, subject: spanOf(field, start, end).quote, span, ...(of ? { of } : {}) };
}

function turnedAwayIn(knowledge: Knowledge, field: ReadField, number: number): readonly Subject[] {
  const clause = field.read.clauses[number]!;
  if (knowledge.turningAway.isTakenBack(field.read.folded.text.slice(clause.start, clause.end))) return [];
  const words = knowledge.turningAway.wordsIn(field.read, clause);
  if (words.length === 0 && !(field.base === 'limits' && isBare(knowledge, field, clause))) return [];
  return isConditional(knowledge, field, number) ? [] : turnedAway(knowledge, field, number, words);
}

/** The condition may stand in the clause before: 未经审批，不得开工. */
function isConditional({ turningAway }: Knowledge, { read }: ReadField, number: number): boolean {
  const { start, end, sentence } = read.clauses[number]!;
  const before = read.clauses[number - 1];
  const from = before?.sentence === sentence ? before.start : start;
  return turningAway.isConditional(read.folded.text.slice(from, end), start - from);
}

/** A field of limits names what is not wanted (crewed aircraft, weapons), unless it says what is taken (仅限…). */
function isBare({ turningAway }: Knowledge, { read }: ReadField, { start, end }: Clause): boolean {
  return (
    saidExactlyAt(read, end - 1, end) === undefined &&
    !turningAway.isTaking(read.folded.text.slice(start, end))
  );
}

/**
 * What stands behind the words that turn away or before them, where they want it first, else the clause before, or the one
 * that it announces.
 */
function turnedAway(
  knowledge: Knowledge,
  field: ReadField,
  number: number,
  words: readonly Stretch[],
): readonly Subject[] {
  const { clauses, folded } = field.read;
  const clause = clauses[number]!;
  const before = clauses[number - 1];
  const first = Math.min(clause.end, ...words.map(({ start }) => start));
  const last = words.length === 0 ? clause.start : Math.max(...words.map(({ end }) => end));
  if (knowledge.turningAway.isAttributive(folded.text.slice(last, clause.end))) return [];
  const said = folded.text.slice(clause.start, clause.end).replace(STOP, '');
  const isOfAll = knowledge.turningAway.isOfAll(said);
  const behind = { start: last, end: clause.end };
  const ahead = { start: clause.start, end: first };
  const isAuxiliary = words.some(({ start, end }) =>
    knowledge.turningAway.isAuxiliary(folded.text.slice(start, end)),
  );
  const stretches = [
    ...(isAuxiliary ? [ahead, behind] : [behind, ahead]),
    ...((isOfAll || isHead(folded.text, before)) && before?.sentence === clause.sentence ? [before] : []),
    ...(isHead(folded.text, clause) ? clauses.slice(number + 1, number + 2) : []),
  ];
  for (const stretch of stretches) {
    const named = itemsNamed(knowledge, field, stretch);
    if (named.length > 0) return named;
  }
  return [];
}

/** Whether a clause announces the next one: 禁止类：烟草, 白酒酿造：不予准入. */
function isHead(text: string, clause: Stretch | undefined): boolean {
  return clause !== undefined && /[:：]/u.test(text[clause.end - 1]!);
}

/**
 * What a result asks for, from two witnesses: the phrases and markers of the profile, and the classifier learnt
 * from its texts. What the phrases find stands; beside it counts what the classifier finds likely in a sentence.
 */
import type { CapabilityMention, Modality, Span } from '../../domain/analysis.ts';
import { originalRange } from '../../text/fold.ts';
import { isStatement } from '../../text/modality.ts';
import { clauseAt } from '../../text/reader.ts';
import type { AskClassifier } from './ask-classifier.ts';
import { clauseSpan, type ReadField } from './read-field.ts';

/**
 * Logistic regression over sentences of the sets 3 and 4 of `asks.csv`, which the phrases were not written with
 * sight of, each read by a classifier that had not seen its set: what its score counts, and against it that
 * the phrases find it done, and that the sentence tells what is so and asks nothing. What is denied is not asked.
 * What is done counts twice what was fitted there (-0.5): 已完成中试放大，现寻求专利许可 asks for no pilot.
 */
const EVIDENCE = { score: 5.8, done: -1, statement: -4, bias: 0.95 } as const;

/**
 * From this chance on a capability counts as asked that no phrase found. A sentence mostly asks for one thing: what
 * comes beside an ask that a phrase found, or a likelier one, must be likelier. On the three districts of
 * `bench/judged` F1 0.786 → 0.799 (0.5, 0.55 and 0.7: 0.791, 0.794, 0.799).
 */
const LEAST_CHANCE = { first: 0.45, further: 0.6 } as const;
/** A logarithm of odds below that of either chance. */
const HARDLY = -1;

/**
 * What an abstract tells beside a field of needs is mostly no ask; alone it is heard like needs. Its end is where
 * authors say what they want next; a single sentence is no end. These and the chance were chosen on the three districts
 * of `bench/judged`, each read with the shares of the two others: F1 0.768 → 0.786.
 */
const ABSTRACT = { besideNeeds: -0.8, last: 0.8 } as const;

export function weighAsks(
  classifier: AskClassifier,
  fields: readonly ReadField[],
  mentions: readonly CapabilityMention[],
): CapabilityMention[] {
  if (classifier.codes.length === 0) return [...mentions];
  const besideNeeds = fields.some(({ base }) => base === 'needs');
  return fields.reduce<CapabilityMention[]>(
    (all, field) => {
      if (field.base === 'needs') return weighField(classifier, field, all, () => 0);
      if (field.base !== 'abstract') return all;
      const heard = besideNeeds ? ABSTRACT.besideNeeds : 0;
      return weighField(classifier, field, all, (isLast) => heard + (isLast ? ABSTRACT.last : 0));
    },
    [...mentions],
  );
}

function weighField(
  classifier: AskClassifier,
  field: ReadField,
  mentions: readonly CapabilityMention[],
  heard: (isLast: boolean) => number,
): CapabilityMention[] {
  const weighed = [...mentions];
  const sentences = sentencesOf(field);
  for (const sentence of sentences) {
    const scores = classifier.scores(field.read.folded.text.slice(sentence.start, sentence.end));
    if (!scores) continue;
    const told = isStatement(field.read, sentence.start) ? EVIDENCE.statement : 0;
    const place = heard(sentences.length > 1 && sentence === sentences.at(-1));
    const found: { code: string; chance: number }[] = [];
    classifier.codes.forEach((code, c) => {
      const circumstances = told + place + classifier.leanings[c]!;
      // that it is done speaks against it: what is unlikely without that need not be looked at
      if (chanceOf(scores[c]!, circumstances) < LEAST_CHANCE.first) return;
      const modalities = modalitiesIn(weighed, field, sentence, code);
      if (modalities.has('asked') || modalities.has('denied')) return;
      const done = modalities.has('done') ? EVIDENCE.done : 0;
      found.push({ code, chance: chanceOf(scores[c]!, circumstances + done) });
    });
    found.sort((a, b) => b.chance - a.chance || (a.code < b.code ? -1 : 1));
    let isFirst = !asksIn(weighed, field, sentence);
    for (const { code, chance } of found) {
      if (chance < (isFirst ? LEAST_CHANCE.first : LEAST_CHANCE.further)) break;
      isFirst = false;
      weighed.push({ code, modality: 'asked', span: groundsSpan(classifier, field, sentence, code) });
    }
  }
  return weighed;
}

/** How the sentence speaks of a capability so far. */
function modalitiesIn(
  mentions: readonly CapabilityMention[],
  field: ReadField,
  sentence: Sentence,
  of: string,
): Set<Modality> {
  const modalities = new Set<Modality>();
  for (const { code, modality, span } of mentions)
    if (code === of && stands(span, field, sentence)) modalities.add(modality);
  return modalities;
}

/** Whether the sentence asks for anything so far. */
function asksIn(mentions: readonly CapabilityMention[], field: ReadField, sentence: Sentence): boolean {
  return mentions.some(({ modality, span }) => modality === 'asked' && stands(span, field, sentence));
}

function stands(span: Span, { path }: ReadField, { from, to }: Sentence): boolean {
  return span.field === path && span.start < to && span.end > from;
}

/** The logarithm of the odds spares the chance where there is hardly any: 0 then. */
function chanceOf(score: number, circumstances: number): number {
  const odds = EVIDENCE.bias + EVIDENCE.score * score + circumstances;
  return odds > HARDLY ? 1 / (1 + Math.exp(-odds)) : 0;
}

interface Sentence {
  /** In the folded text. */
  readonly start: number;
  readonly end: number;
  /** In the original. */
  readonly from: number;
  readonly to: number;
}

function sentencesOf({ read }: ReadField): Sentence[] {
  const ranges: { start: number; end: number }[] = [];
  for (const { start, end, sentence } of read.clauses) {
    const range = ranges[sentence];
    if (range) range.end = end;
    else ranges[sentence] = { start, end };
  }
  return Object.values(ranges).map(({ start, end }) => {
    const original = originalRange(read.folded, start, end);
    return { start, end, from: original.start, to: original.end };
  });
}

/** The clause whose words say most for the capability. */
function groundsSpan(
  classifier: AskClassifier,
  field: ReadField,
  { start, end }: Sentence,
  code: string,
): CapabilityMention['span'] {
  const byClause = new Map<number, number>();
  for (const ground of classifier.grounds(field.read.folded.text.slice(start, end), code)) {
    const clause = clauseAt(field.read, start + ground.start).start;
    byClause.set(clause, (byClause.get(clause) ?? 0) + ground.weight);
  }
  const [best] = [...byClause].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return clauseSpan(field, best?.[0] ?? start);
}

/** Index terms of a record by field; what a text denies is no evidence for it. */
import { countedTerms, type FieldTerms, type TermPlaces, termsOf } from '../../domain/analysis.ts';
import { originalRange } from '../../text/fold.ts';
import { modalityAt } from '../../text/modality.ts';
import type { TermAt } from '../../text/terms.ts';
import type { Knowledge } from '../knowledge.ts';
import { notDenied, OF_CARRIERS } from './not-denied.ts';
import type { ReadField } from './read-field.ts';

/** Fields that are compared as texts. `limits` says what is not wanted; stage and the like have their own reading. */
const INDEXED = new Set([
  'title',
  'keywords',
  'abstract',
  'advance',
  'application',
  'problem',
  'needs',
  'name',
  'description',
  'capabilities',
  'portfolio',
]);

export function fieldTerms(
  knowledge: Knowledge,
  fields: readonly ReadField[],
  { places }: { readonly places: boolean },
): FieldTerms[] {
  const byPath = new Map<string, TermsIn[]>();
  for (const field of fields) {
    if (!INDEXED.has(field.base)) continue;
    const path = field.base === 'portfolio' ? field.path.slice(0, field.path.indexOf(']') + 1) : field.base;
    const parts = byPath.get(path) ?? [];
    const counts = evidence(knowledge, field);
    field.indexed ??= knowledge.terms.extract(field.read, counts);
    parts.push({ field, terms: field.indexed });
    parts.push({ field, terms: knowledge.terms.concepts(field.read, counts) });
    byPath.set(path, parts);
  }
  const all: FieldTerms[] = [];
  for (const [path, parts] of byPath) all.push({ path, ...counted(parts, places) });
  return all;
}

interface TermsIn {
  readonly field: ReadField;
  readonly terms: readonly TermAt[];
}

/** Sums the counts of equal terms, in the order of their first appearance, and says where that is. */
function counted(parts: readonly TermsIn[], withPlaces: boolean): Omit<FieldTerms, 'path'> {
  const counts = new Map<string, number>();
  const places = new PlaceList();
  for (const { field, terms: there } of parts)
    for (const at of there) {
      const before = counts.get(at.term);
      counts.set(at.term, (before ?? 0) + at.count);
      if (withPlaces && before === undefined) places.add(field, at);
    }
  return withPlaces ? { ...countedTerms(counts), places } : countedTerms(counts);
}

/** Where terms stand: the path of the text, and the place in the original. */
class PlaceList implements TermPlaces {
  readonly sources: string[] = [];
  readonly at: number[] = [];

  add({ path, read }: ReadField, { start, end }: TermAt): void {
    let source = this.sources.lastIndexOf(path);
    if (source < 0) source = this.sources.push(path) - 1;
    const range = originalRange(read.folded, start, end);
    this.at.push(source, range.start, range.end);
  }
}

/** Pseudo-path under which the terms of all asking clauses of a result are kept together. */
export const ASKED_PATH = 'asked';

/**
 * The terms of what a result asks for, wherever it says so, and where they stand: first under its needs, then in
 * other fields that speak of asking, else wherever it names them, a denying clause last of all.
 */
export function askedTerms(knowledge: Knowledge, fields: readonly ReadField[]): FieldTerms[] {
  const asked: TermsIn[] = [];
  for (const field of fields)
    if (INDEXED.has(field.base) && field.base !== 'title' && field.base !== 'keywords')
      asked.push({ field, terms: askedIn(knowledge, field) });
  const terms = counted(asked, false);
  if (terms.counts.length === 0) return [];
  const speaking = asked.filter(({ field }) => mayAsk(field));
  const indexed = fields.filter(({ base }) => INDEXED.has(base));
  const places = firstPlaces(termsOf(terms), [
    ...speaking.filter(({ field }) => field.base === 'needs'),
    ...speaking.filter(({ field }) => field.base !== 'needs'),
    ...indexed.map((field) => ({ field, terms: indexedTerms(knowledge, field) })),
    ...asked,
  ]);
  return [{ path: ASKED_PATH, ...terms, places }];
}

/** Where each of the terms stands first in the texts, in their order. */
function firstPlaces(terms: readonly string[], parts: readonly TermsIn[]): TermPlaces {
  const first = new Map<string, { field: ReadField; at: TermAt } | null>();
  for (const term of terms) first.set(term, null);
  let sought = first.size;
  for (const { field, terms: there } of parts) {
    for (const at of there) {
      if (first.get(at.term) !== null) continue;
      first.set(at.term, { field, at });
      sought--;
    }
    if (sought === 0) break;
  }
  const places = new PlaceList();
  for (const place of first.values()) places.add(place!.field, place!.at);
  return places;
}

function askedIn(knowledge: Knowledge, field: ReadField): readonly TermAt[] {
  if (field.base !== 'needs' && field.read.markers.length === 0) return [];
  const keep = (offset: number) => isAsked(field, offset);
  const { terms } = knowledge;
  return [...terms.extract(field.read, keep), ...terms.concepts(field.read, keep)];
}

/** Whether a result asks for what stands at an offset. */
export function isAsked({ base, read }: ReadField, offset: number): boolean {
  const said = modalityAt(read, offset, offset + 1);
  return said === 'asked' || said === 'lacking' || (said === undefined && base === 'needs');
}

/** Whether a field of a result speaks of asking at all. */
export function mayAsk({ base, read }: ReadField): boolean {
  return (
    base === 'needs' ||
    read.markers.some(({ meanings }) => meanings.includes('ask') || meanings.includes('lacking'))
  );
}

/** The terms of one field, those of denying clauses and of a carrier's genus left out. */
export function indexedTerms(knowledge: Knowledge, field: ReadField): readonly TermAt[] {
  field.indexed ??= knowledge.terms.extract(field.read, evidence(knowledge, field));
  return field.indexed;
}

/** Whether what stands at an offset counts; undefined where all of the field does. */
function evidence(knowledge: Knowledge, field: ReadField): ((offset: number) => boolean) | undefined {
  const counts = notDenied(knowledge, field);
  if (!OF_CARRIERS.has(field.base)) return counts;
  const genus = knowledge.genus.stretches(field.read, field.base === 'name');
  if (genus.length === 0) return counts;
  return (offset) =>
    !genus.some(({ start, end }) => start <= offset && offset < end) && (counts?.(offset) ?? true);
}

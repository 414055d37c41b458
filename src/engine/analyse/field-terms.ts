/** Index terms of a record by field; what a text denies is no evidence for it. */
import type { FieldTerms, TermPlaces } from '../../domain/analysis.ts';
import { originalRange } from '../../text/fold.ts';
import { modalityAt } from '../../text/reader.ts';
import { countTerms, type TermAt } from '../../text/terms.ts';
import type { Knowledge } from '../knowledge.ts';
import { notDenied } from './not-denied.ts';
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
    parts.push({ field, terms: indexedTerms(knowledge, field) });
    byPath.set(path, parts);
  }
  return [...byPath].map(([path, parts]) =>
    places
      ? { path, ...countedWithPlaces(parts) }
      : { path, terms: [...countTerms(...parts.map(({ terms }) => terms))] },
  );
}

interface TermsIn {
  readonly field: ReadField;
  readonly terms: readonly TermAt[];
}

/** Counts the terms of a field, and says where each stands first. */
function countedWithPlaces(parts: readonly TermsIn[]): { terms: [string, number][]; places: TermPlaces } {
  const numbers = new Map<string, number>();
  const terms: [string, number][] = [];
  const places = new PlaceList();
  for (const { field, terms: there } of parts)
    for (const at of there) {
      const known = numbers.get(at.term);
      if (known !== undefined) {
        terms[known]![1] += at.count;
        continue;
      }
      numbers.set(at.term, terms.length);
      terms.push([at.term, at.count]);
      places.add(field, at);
    }
  return { terms, places };
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
  const asked: TermsIn[] = fields
    .filter((field) => INDEXED.has(field.base) && field.base !== 'title' && field.base !== 'keywords')
    .map((field) => ({ field, terms: askedIn(knowledge, field) }));
  const terms = [...countTerms(...asked.map((part) => part.terms))];
  if (terms.length === 0) return [];
  const parts = [
    ...needsFirst(asked.filter(({ field }) => mayAsk(field))),
    ...indexedIn(knowledge, fields),
    ...asked,
  ];
  return [{ path: ASKED_PATH, terms, places: placesOf(terms, parts) }];
}

/** Where each of the terms stands first in the texts, in their order. */
function placesOf(terms: readonly (readonly [string, number])[], parts: readonly TermsIn[]): TermPlaces {
  const first = new Map<string, { field: ReadField; at: TermAt } | null>(terms.map(([term]) => [term, null]));
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
  return knowledge.terms.extract(field.read, (offset) => isAsked(field, offset));
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

function needsFirst(parts: readonly TermsIn[]): TermsIn[] {
  const needs = parts.filter(({ field }) => field.base === 'needs');
  return [...needs, ...parts.filter(({ field }) => field.base !== 'needs')];
}

function indexedIn(knowledge: Knowledge, fields: readonly ReadField[]): TermsIn[] {
  return fields
    .filter(({ base }) => INDEXED.has(base))
    .map((field) => ({ field, terms: indexedTerms(knowledge, field) }));
}

/** The terms of one field, those of denying clauses left out. */
export function indexedTerms(knowledge: Knowledge, field: ReadField): readonly TermAt[] {
  field.indexed ??= knowledge.terms.extract(field.read, notDenied(field));
  return field.indexed;
}

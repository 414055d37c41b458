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
  return [...byPath].map(([path, parts]) => ({
    path,
    ...counted(
      parts.map(({ terms }) => terms),
      places ? parts : null,
    ),
  }));
}

/** Counts the terms of a field, and says where each stands first among `places`. */
function counted(
  terms: readonly (readonly TermAt[])[],
  places: readonly TermsIn[] | null,
): Pick<FieldTerms, 'terms' | 'places'> {
  const counts = countTerms(...terms);
  return { terms: [...counts], ...(places ? { places: placesOf(counts.keys(), places) } : {}) };
}

interface TermsIn {
  readonly field: ReadField;
  readonly terms: readonly TermAt[];
}

/** Where each of the terms stands first, in their order. */
function placesOf(terms: Iterable<string>, parts: readonly TermsIn[]): TermPlaces {
  const first = new Map<string, { field: ReadField; at: TermAt }>();
  for (const { field, terms: there } of parts)
    for (const at of there) if (!first.has(at.term)) first.set(at.term, { field, at });
  const sources: string[] = [];
  const places: number[] = [];
  for (const term of terms) {
    const { field, at } = first.get(term)!;
    if (!sources.includes(field.path)) sources.push(field.path);
    const { start, end } = originalRange(field.read.folded, at.start, at.end);
    places.push(sources.indexOf(field.path), start, end);
  }
  return { sources, at: places };
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
  const found = counted(
    asked.map(({ terms }) => terms),
    [...needsFirst(asked.filter(({ field }) => mayAsk(field))), ...indexedIn(knowledge, fields), ...asked],
  );
  return found.terms.length === 0 ? [] : [{ path: ASKED_PATH, ...found }];
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

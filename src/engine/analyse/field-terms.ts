/** Index terms of a record by field; what a text denies is no evidence for it. */
import type { FieldTerms, TermPlaces } from '../../domain/analysis.ts';
import { originalRange } from '../../text/fold.ts';
import { clauseAt, modalityAt } from '../../text/reader.ts';
import { countTerms, type TermAt } from '../../text/terms.ts';
import type { Knowledge } from '../knowledge.ts';
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
    terms: [...countTerms(...parts.map(({ terms }) => terms))],
    ...(places ? { places: placesOf(parts) } : {}),
  }));
}

interface TermsIn {
  readonly field: ReadField;
  readonly terms: readonly TermAt[];
}

/** In the order of `countTerms`. */
function placesOf(parts: readonly TermsIn[]): TermPlaces {
  const sources: string[] = [];
  const at: number[] = [];
  const seen = new Set<string>();
  for (const { field, terms } of parts) {
    for (const { term, start, end } of terms) {
      if (seen.has(term)) continue;
      seen.add(term);
      if (sources.at(-1) !== field.path) sources.push(field.path);
      const range = originalRange(field.read.folded, start, end);
      at.push(sources.length - 1, range.start, range.end);
    }
  }
  return { sources, at };
}

/** What a carrier lacks is no evidence for it; what a result still lacks is what it asks for. */
const OF_CARRIERS = new Set(['name', 'description', 'capabilities']);

/** Pseudo-path under which the terms of all asking clauses of a result are kept together. */
export const ASKED_PATH = 'asked';

/** The terms of what a result asks for, wherever it says so. */
export function askedTerms(knowledge: Knowledge, fields: readonly ReadField[]): FieldTerms[] {
  const terms = fields.map((field) => {
    if (!INDEXED.has(field.base) || field.base === 'title' || field.base === 'keywords') return [];
    if (field.base !== 'needs' && field.read.markers.length === 0) return [];
    return knowledge.terms.extract(field.read, (offset) => {
      const said = modalityAt(field.read, offset, offset + 1);
      return said === 'asked' || said === 'lacking' || (said === undefined && field.base === 'needs');
    });
  });
  const counts = [...countTerms(...terms)];
  return counts.length === 0 ? [] : [{ path: ASKED_PATH, terms: counts }];
}

/** The terms of one field, those of denying clauses left out. */
export function indexedTerms(knowledge: Knowledge, field: ReadField): readonly TermAt[] {
  field.indexed ??= knowledge.terms.extract(field.read, notDenied(field));
  return field.indexed;
}

/** Whether what stands at an offset counts; undefined where all of the field does. */
export function notDenied(field: ReadField): ((offset: number) => boolean) | undefined {
  if (field.read.markers.length === 0) return undefined;
  const denied = new Map<number, boolean>();
  return (offset) => {
    const clause = clauseAt(field.read, offset);
    let isDenied = denied.get(clause.start);
    if (isDenied === undefined) {
      const said = modalityAt(field.read, clause.end - 1, clause.end);
      isDenied = said === 'denied' || (said === 'lacking' && OF_CARRIERS.has(field.base));
      denied.set(clause.start, isDenied);
    }
    return !isDenied;
  };
}

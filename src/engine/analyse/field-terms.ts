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
  const byPath = new Map<string, TermIn[]>();
  for (const field of fields) {
    if (!INDEXED.has(field.base)) continue;
    const path = field.base === 'portfolio' ? field.path.slice(0, field.path.indexOf(']') + 1) : field.base;
    const terms = byPath.get(path) ?? [];
    for (const term of indexedTerms(knowledge, field)) terms.push({ ...term, field });
    byPath.set(path, terms);
  }
  return [...byPath].map(([path, terms]) => ({
    path,
    terms: [...countTerms(terms)],
    ...(places ? { places: placesOf(terms) } : {}),
  }));
}

interface TermIn extends TermAt {
  readonly field: ReadField;
}

/** In the order of `countTerms`. */
function placesOf(terms: readonly TermIn[]): TermPlaces {
  const sources: string[] = [];
  const at: number[] = [];
  const seen = new Set<string>();
  for (const { term, field, start, end } of terms) {
    if (seen.has(term)) continue;
    seen.add(term);
    if (sources.at(-1) !== field.path) sources.push(field.path);
    const range = originalRange(field.read.folded, start, end);
    at.push(sources.length - 1, range.start, range.end);
  }
  return { sources, at };
}

/** What a carrier lacks is no evidence for it; what a result still lacks is what it asks for. */
const OF_CARRIERS = new Set(['name', 'description', 'capabilities']);

/** Pseudo-path under which the terms of all asking clauses of a result are kept together. */
export const ASKED_PATH = 'asked';

/** The terms of what a result asks for, wherever it says so. */
export function askedTerms(knowledge: Knowledge, fields: readonly ReadField[]): FieldTerms[] {
  const terms = fields.flatMap((field) => {
    if (!INDEXED.has(field.base) || field.base === 'title' || field.base === 'keywords') return [];
    return knowledge.terms.extract(field.read, (offset) => {
      const said = modalityAt(field.read, offset, offset + 1);
      return said === 'asked' || said === 'lacking' || (said === undefined && field.base === 'needs');
    });
  });
  return terms.length === 0 ? [] : [{ path: ASKED_PATH, terms: [...countTerms(terms)] }];
}

/** The terms of one field, those of denying clauses left out. */
export function indexedTerms(knowledge: Knowledge, field: ReadField): TermAt[] {
  const denied = new Map<number, boolean>();
  return knowledge.terms.extract(field.read, (offset) => {
    const clause = clauseAt(field.read, offset);
    let isDenied = denied.get(clause.start);
    if (isDenied === undefined) {
      const said = modalityAt(field.read, clause.end - 1, clause.end);
      isDenied = said === 'denied' || (said === 'lacking' && OF_CARRIERS.has(field.base));
      denied.set(clause.start, isDenied);
    }
    return !isDenied;
  });
}

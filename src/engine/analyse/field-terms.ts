/** Index terms of a record by field; what a text denies is no evidence for it. */
import type { FieldTerms } from '../../domain/analysis.ts';
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

export function fieldTerms(knowledge: Knowledge, fields: readonly ReadField[]): FieldTerms[] {
  const byPath = new Map<string, TermAt[]>();
  for (const field of fields) {
    if (!INDEXED.has(field.base)) continue;
    const path = field.base === 'portfolio' ? field.path.slice(0, field.path.indexOf(']') + 1) : field.base;
    byPath.set(path, [...(byPath.get(path) ?? []), ...indexedTerms(knowledge, field)]);
  }
  return [...byPath].map(([path, terms]) => ({ path, terms: [...countTerms(terms)] }));
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

/** Quotes for the terms that make two texts alike. */

import type { Evidence } from '../../domain/match.ts';
import type { TextField } from '../../domain/record-text.ts';
import { indexedTerms } from '../analyse/field-terms.ts';
import { readFields, spanOf } from '../analyse/read-field.ts';
import type { Place } from '../index/place-store.ts';
import type { Knowledge } from '../knowledge.ts';
import type { SharedTerm } from '../rank/compare.ts';

/** How many terms are shown. */
const SHOWN = 4;
/** A term must bring this share of what the strongest brings. */
const LEAST_SHARE = 0.15;

/** Where a term of a record first stands, as a quote. */
export type FindPlace = (term: string) => Place | undefined;

/** Reads the fields again and notes the first place of every term. */
export function termPlaces(knowledge: Knowledge, fields: readonly TextField[]): FindPlace {
  const places = new Map<string, Place>();
  for (const field of readFields(knowledge, fields)) {
    for (const { term, start, end } of indexedTerms(knowledge, field)) {
      if (!places.has(term)) places.set(term, spanOf(field, start, end));
    }
  }
  return (term) => places.get(term);
}

/** Pairs of quotes for the strongest shared terms; a term inside one already shown is left out. */
export function sharedEvidence(
  shared: readonly SharedTerm[],
  result: FindPlace,
  carrier: FindPlace,
): Evidence[] {
  const strongest = shared[0]?.product ?? 0;
  const evidence: Evidence[] = [];
  const shown: string[] = [];
  for (const { term, product } of readable(shared)) {
    if (shown.length >= SHOWN || product < LEAST_SHARE * strongest) break;
    const here = result(term);
    const there = here && carrier(term);
    if (!here || !there || shown.some((quote) => quote.includes(here.quote))) continue;
    shown.push(here.quote);
    evidence.push(
      { side: 'result', about: bare(term), ...here },
      { side: 'carrier', about: bare(term), ...there },
    );
  }
  return evidence;
}

/** Whole words and concepts before pairs of characters, which are shown only where nothing better is shared. */
function readable(shared: readonly SharedTerm[]): SharedTerm[] {
  const words = shared.filter(({ term }) => !term.startsWith('#') && term.length > 1);
  return words.length > 0 ? words : shared.filter(({ term }) => term.startsWith('#'));
}

function bare(term: string): string {
  return term.replace(/^#/u, '');
}

/** Index terms of a record by field; what a text denies is no evidence for it. */
import { type FieldTerms, TERM_BREAK, type TermPlaces } from '../../domain/analysis.ts';
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
  for (const [path, parts] of byPath) {
    const found = places ? new PlaceList() : undefined;
    const terms = counted(parts, found);
    all.push({ path, ...joined(terms), ...(found ? { places: found } : {}) });
  }
  return all;
}

interface TermsIn {
  readonly field: ReadField;
  readonly terms: readonly TermAt[];
}

/** Terms with their numbers, in the order of their first appearance, and by number the sum of their counts. */
interface CountedTerms {
  readonly numbers: ReadonlyMap<string, number>;
  readonly counts: readonly number[];
}

/** Also notes where each term first appears. */
function counted(parts: readonly TermsIn[], places?: PlaceList): CountedTerms {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  for (const { field, terms } of parts)
    for (const at of terms) {
      const number = numbers.get(at.term);
      if (number === undefined) {
        numbers.set(at.term, counts.length);
        counts.push(at.count);
        places?.add(field, at);
      } else counts[number]! += at.count;
    }
  return { numbers, counts };
}

function joined({ numbers, counts }: CountedTerms): Pick<FieldTerms, 'terms' | 'counts'> {
  return { terms: [...numbers.keys()].join(TERM_BREAK), counts };
}

/** Where terms stand: the path of the text, and the place in the original. */
class PlaceList implements TermPlaces {
  readonly sources: string[] = [];
  readonly at: number[] = [];

  add({ path, read }: ReadField, { start, end }: TermAt): void {
    let source = this.sources.length - 1;
    if (this.sources[source] !== path) source = this.sources.indexOf(path);
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
  const terms = counted(asked);
  if (terms.counts.length === 0) return [];
  const speaking = asked.filter(({ field }) => mayAsk(field));
  const indexed = fields.filter(({ base }) => INDEXED.has(base));
  const places = firstPlaces(terms, [
    ...speaking.filter(({ field }) => field.base === 'needs'),
    ...speaking.filter(({ field }) => field.base !== 'needs'),
    ...indexed.map((field) => ({ field, terms: indexedTerms(knowledge, field) })),
    ...asked,
  ]);
  return [{ path: ASKED_PATH, ...joined(terms), places }];
}

/** Where each of the terms stands first in the texts, in their order. */
function firstPlaces({ numbers }: CountedTerms, parts: readonly TermsIn[]): TermPlaces {
  const first: ({ field: ReadField; at: TermAt } | undefined)[] = Array.from({ length: numbers.size });
  let sought = numbers.size;
  for (const { field, terms } of parts) {
    for (const at of terms) {
      const number = numbers.get(at.term);
      if (number === undefined || first[number]) continue;
      first[number] = { field, at };
      sought--;
    }
    if (sought === 0) break;
  }
  const places = new PlaceList();
  for (const place of first) places.add(place!.field, place!.at);
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

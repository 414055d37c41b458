/**
 * Where the terms of a result stand. Its analysis has noted that; of a result whose analysis is not at hand the texts
 * are read again, field after field, and the same comes out.
 */
import type { TextField } from '../../domain/record-text.ts';
import type { TermAt } from '../../text/terms.ts';
import { isConcept } from '../../text/thesaurus.ts';
import { ASKED_PATH, isAsked, mayAsk } from '../analyse/field-terms.ts';
import { notDenied } from '../analyse/not-denied.ts';
import { type ReadField, readFields, spanOf } from '../analyse/read-field.ts';
import type { Place } from '../index/place-store.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Lexicon } from '../model/lexicon.ts';
import type { NumberedField } from '../model/numbered-record.ts';

/** Where a term of a record, by its number, first stands, as a quote. */
export type FindPlace = (number: number) => Place | undefined;

export interface ResultPlaces {
  readonly anywhere: FindPlace;
  /** First in what is asked for; else anywhere. */
  readonly asked: FindPlace;
}

export function resultPlaces(
  knowledge: Knowledge,
  lexicon: Lexicon,
  texts: readonly TextField[],
  fields: readonly NumberedField[] | null,
): ResultPlaces {
  return fields?.every(({ places }) => places)
    ? notedPlaces(texts, fields)
    : readPlaces(knowledge, lexicon, texts);
}

function notedPlaces(texts: readonly TextField[], fields: readonly NumberedField[]): ResultPlaces {
  const anywhere = remembered(
    firstIn(
      texts,
      fields.filter(({ path }) => path !== ASKED_PATH),
    ),
  );
  const asked = firstIn(
    texts,
    fields.filter(({ path }) => path === ASKED_PATH),
  );
  return { anywhere, asked: remembered((number) => asked(number) ?? anywhere(number)) };
}

function firstIn(texts: readonly TextField[], fields: readonly NumberedField[]): FindPlace {
  return (number) => {
    for (const { numbers, places } of fields) {
      const i = numbers.indexOf(number);
      if (i < 0 || !places) continue;
      const field = places.sources[places.at[3 * i]!]!;
      const [start, end] = [places.at[3 * i + 1]!, places.at[3 * i + 2]!];
      const { text } = texts.find(({ path }) => path === field)!;
      return { field, start, end, quote: text.slice(start, end) };
    }
    return undefined;
  };
}

function readPlaces(knowledge: Knowledge, lexicon: Lexicon, texts: readonly TextField[]): ResultPlaces {
  const reads = new Map<string, ReadField>();
  const read = (text: TextField): ReadField => {
    const field = reads.get(text.path) ?? readFields(knowledge, [text])[0]!;
    reads.set(text.path, field);
    return field;
  };
  const nowhere: FindTerm = () => undefined;
  const found = placesIn(texts, read, (field) => termsIn(knowledge, field, notDenied(knowledge, field)));
  const asking = placesIn(needsFirst(texts), read, (field) =>
    mayAsk(field) ? termsIn(knowledge, field, (offset) => isAsked(field, offset)) : nowhere,
  );
  const anywhere = remembered((number) => found(lexicon.term(number)));
  return { anywhere, asked: remembered((number) => asking(lexicon.term(number)) ?? anywhere(number)) };
}

/** Carriers near to a result share the same terms with it. */
function remembered(find: FindPlace): FindPlace {
  const known = new Map<number, Place | undefined>();
  return (number) => {
    if (!known.has(number)) known.set(number, find(number));
    return known.get(number);
  };
}

type FindTerm = (term: string) => TermAt | undefined;

/** The first place of a term, field after field; a field is read when no earlier one has the term. */
function placesIn(
  texts: readonly TextField[],
  read: (text: TextField) => ReadField,
  termsOf: (field: ReadField) => FindTerm,
): (term: string) => Place | undefined {
  const byField: FindTerm[] = [];
  return (term) => {
    for (let i = 0; i < texts.length; i++) {
      byField[i] ??= termsOf(read(texts[i]!));
      const at = byField[i]!(term);
      if (at) return spanOf(read(texts[i]!), at.start, at.end);
    }
    return undefined;
  };
}

/** Few terms are wanted, and most are words: these are found without listing all that a field gives. */
function termsIn({ terms }: Knowledge, { read }: ReadField, keep?: (offset: number) => boolean): FindTerm {
  const isChinese = read.tokens.every(({ kind }) => kind !== 'latin');
  let all: ReadonlyMap<string, TermAt> | undefined;
  return (term) => {
    if (isConcept(term)) return terms.concepts(read, keep).find((at) => at.term === term);
    const word = terms.firstOfWords(term, read, keep);
    if (word || (isChinese && !term.startsWith('#'))) return word;
    // a pair of characters, or the Chinese of an English word
    all ??= firstOfEach(terms.extract(read, keep));
    return all.get(term);
  };
}

function firstOfEach(terms: readonly TermAt[]): Map<string, TermAt> {
  const first = new Map<string, TermAt>();
  for (const term of terms) if (!first.has(term.term)) first.set(term.term, term);
  return first;
}

/** Titles and keywords name the thing, whatever they ask. */
function needsFirst(texts: readonly TextField[]): TextField[] {
  const asking = texts.filter(({ path }) => path !== 'title' && !path.startsWith('keywords'));
  return [...asking.filter(({ path }) => path === 'needs'), ...asking.filter(({ path }) => path !== 'needs')];
}

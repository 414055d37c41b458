/** A field of a record, read, with the ways to cut quotes from it. */
import type { Language, Span } from '../../domain/analysis.ts';
import type { TextField } from '../../domain/record-text.ts';
import { originalRange } from '../../text/fold.ts';
import type { ReadText } from '../../text/reader.ts';
import { clauseAt } from '../../text/reader.ts';
import type { TermAt } from '../../text/terms.ts';
import type { Knowledge } from '../knowledge.ts';

export interface ReadField {
  readonly path: string;
  /** The path without numbers: `keywords`, `capabilities`, `portfolio`. */
  readonly base: string;
  readonly read: ReadText;
  /** Its index terms, once they were asked for. */
  indexed?: readonly TermAt[];
}

export function readFields(knowledge: Knowledge, fields: readonly TextField[]): ReadField[] {
  return fields.map(({ path, text }) => ({
    path,
    base: /^[a-zA-Z]+/u.exec(path)![0],
    read: knowledge.reader.read(text),
  }));
}

/** The quote for a stretch of the folded text. */
export function spanOf(field: ReadField, start: number, end: number): Span {
  const range = originalRange(field.read.folded, start, end);
  return { field: field.path, ...range, quote: field.read.folded.original.slice(range.start, range.end) };
}

/** The clause around an offset as a quote, without the blanks and the punctuation at its ends. */
export function clauseSpan(field: ReadField, offset: number): Span {
  const { start, end } = clauseAt(field.read, offset);
  const text = field.read.folded.text.slice(start, end);
  const head = /^[\s,，。;；:：、]*/u.exec(text)![0].length;
  const tail = /[\s,，。;；:：、.]*$/u.exec(text)![0].length;
  return spanOf(field, start + head, Math.max(start + head, end - tail));
}

/** By its words: a Chinese text with English names in it is Chinese. */
export function languageOf(fields: readonly ReadField[]): Language {
  let latin = 0;
  let han = 0;
  for (const { read } of fields)
    for (const { kind } of read.tokens) {
      if (kind === 'latin') latin++;
      else if (kind === 'han') han++;
    }
  return latin > han ? 'latin' : 'han';
}

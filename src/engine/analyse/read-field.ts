/** A field of a record, read, with the ways to cut quotes from it. */
import type { Language, Span } from '../../domain/analysis.ts';
import type { TextField } from '../../domain/record-text.ts';
import { originalRange } from '../../text/fold.ts';
import type { PhraseHit } from '../../text/phrases.ts';
import type { ReadText } from '../../text/reader.ts';
import { clauseAt } from '../../text/reader.ts';
import type { TermAt } from '../../text/terms.ts';
import type { CapabilityCue, Knowledge } from '../knowledge.ts';

export interface ReadField {
  readonly path: string;
  /** The path without numbers: `keywords`, `capabilities`, `portfolio`. */
  readonly base: string;
  readonly read: ReadText;
  /** Its index terms and what it says of capabilities, once they were asked for. */
  indexed: readonly TermAt[] | undefined;
  capabilities: readonly PhraseHit<CapabilityCue>[] | undefined;
}

export function readFields(knowledge: Knowledge, fields: readonly TextField[]): ReadField[] {
  const read: ReadField[] = [];
  for (const { path, text } of fields)
    read.push({
      path,
      base: /^[a-zA-Z]+/u.exec(path)![0],
      read: knowledge.reader.read(text),
      indexed: undefined,
      capabilities: undefined,
    });
  return read;
}

/** The quote for a stretch of the folded text. */
export function spanOf(field: ReadField, start: number, end: number): Span {
  const range = originalRange(field.read.folded, start, end);
  return { field: field.path, ...range, quote: field.read.folded.original.slice(range.start, range.end) };
}

const AT_HEAD = /[\s,，。;；:：、]/u;
const AT_TAIL = /[\s,，。;；:：、.]/u;

/** The clause around an offset as a quote, without the blanks and the punctuation at its ends. */
export function clauseSpan(field: ReadField, offset: number): Span {
  const { text } = field.read.folded;
  let { start, end } = clauseAt(field.read, offset);
  while (start < end && AT_HEAD.test(text[start]!)) start++;
  while (end > start && AT_TAIL.test(text[end - 1]!)) end--;
  return spanOf(field, start, end);
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

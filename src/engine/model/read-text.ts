/** The terms of a text that is no record: nothing else of it is read. */
import type { TextField } from '../../domain/record-text.ts';
import { fieldTerms } from '../analyse/field-terms.ts';
import { languageOf, readFields } from '../analyse/read-field.ts';
import type { Knowledge } from '../knowledge.ts';
import type { TermDocument } from './term-statistics.ts';

/** Fields as of a result: `title`, `keywords[0]`, `abstract` …; others are passed over. */
export function readText(knowledge: Knowledge, texts: readonly TextField[]): TermDocument {
  const fields = readFields(knowledge, texts);
  return { language: languageOf(fields), terms: fieldTerms(knowledge, fields, { places: false }) };
}

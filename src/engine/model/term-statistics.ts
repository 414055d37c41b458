/** In how many records each term stands, counted apart for Chinese and English records. */
import type { Analysis, FieldTerms, Language } from '../../domain/analysis.ts';
import { ASKED_PATH } from '../analyse/field-terms.ts';

/** What is counted of a record: its language and its terms by field. */
export type TermDocument = Pick<Analysis, 'language' | 'terms'>;

export interface TermStatistics {
  /** Records counted, by language. */
  readonly records: Readonly<Record<Language, number>>;
  /** In the order of their first appearance; a term's number is its place here. */
  readonly terms: readonly string[];
  /** Records of the language that hold the term, by term number. */
  readonly frequency: Readonly<Record<Language, Int32Array>>;
}

export function countTermStatistics(documents: Iterable<TermDocument>): TermStatistics {
  const numbers = new Map<string, number>();
  const terms: string[] = [];
  const frequency: Record<Language, number[]> = { han: [], latin: [] };
  const records: Record<Language, number> = { han: 0, latin: 0 };
  for (const { language, terms: fields } of documents) {
    records[language]++;
    for (const term of distinctTerms(fields)) {
      let number = numbers.get(term);
      if (number === undefined) {
        number = terms.length;
        numbers.set(term, number);
        terms.push(term);
        frequency.han.push(0);
        frequency.latin.push(0);
      }
      frequency[language][number]!++;
    }
  }
  return {
    records,
    terms,
    frequency: { han: Int32Array.from(frequency.han), latin: Int32Array.from(frequency.latin) },
  };
}

/** What is asked stands in other fields already. */
function distinctTerms(fields: readonly FieldTerms[]): Set<string> {
  const terms = new Set<string>();
  for (const field of fields) {
    if (field.path !== ASKED_PATH) for (const [term] of field.terms) terms.add(term);
  }
  return terms;
}

/** In how many records each term stands, counted apart for Chinese and English records. */
import type { Analysis, Language } from '../../domain/analysis.ts';
import { ASKED_PATH } from '../analyse/field-terms.ts';
import { GrowingInts } from './growing-ints.ts';
import { TermNumbers } from './term-numbers.ts';

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

/** What is asked stands in other fields already. */
export function countedFields({ terms: fields }: TermDocument): TermDocument['terms'] {
  return fields.filter((field) => field.path !== ASKED_PATH);
}

/** Counts records as they come. */
export class TermCounter {
  private readonly numbers = new TermNumbers();
  private readonly terms: string[] = [];
  private readonly records: Record<Language, number> = { han: 0, latin: 0 };
  private readonly frequency = { han: new GrowingInts(), latin: new GrowingInts() };
  /** The last record that held each term, counted from 1: a term counts once a record. */
  private readonly lastIn = new GrowingInts();
  private language: Language = 'han';

  /** What is counted from now on stands in another record, of this language. */
  begin(language: Language): void {
    this.language = language;
    this.records[language]++;
  }

  /** Returns the term's number. */
  count(term: string): number {
    const record = this.records.han + this.records.latin;
    const frequency = this.frequency[this.language];
    const number = this.numbers.number(term, this.terms.length);
    if (number === this.terms.length) this.add(term);
    if (this.lastIn.at(number) !== record) frequency.set(number, frequency.at(number) + 1);
    this.lastIn.set(number, record);
    return number;
  }

  /** Without copying: good until more is counted. */
  statistics(): TermStatistics {
    return {
      records: { ...this.records },
      terms: this.terms,
      frequency: { han: this.frequency.han.view(), latin: this.frequency.latin.view() },
    };
  }

  private add(term: string): void {
    this.terms.push(term);
    this.frequency.han.push(0);
    this.frequency.latin.push(0);
    this.lastIn.push(0);
  }
}

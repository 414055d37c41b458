/**
 * Numbers and weights of terms. Terms of the model keep their number there; a term that the model has not seen
 * gets the next free one and the weight of a term that one record holds, so that a new record can be compared
 * at once and weighs the same whenever it came.
 */
import type { Language } from '../../domain/analysis.ts';
import { generalChinese } from '../../text/background.ts';
import { IDF_EXPONENT } from '../settings.ts';
import type { TermStatistics } from './term-statistics.ts';

/** Weight of the background of general Chinese, in records. */
const BACKGROUND_RECORDS = 500;

export class Lexicon {
  private readonly numbers: Map<string, number>;
  private readonly names: string[];
  private readonly han: number[] = [];
  private readonly latin: number[] = [];
  private readonly records: { readonly all: number; readonly latin: number };

  constructor({ terms, frequency, records }: TermStatistics) {
    this.records = { all: records.han + records.latin, latin: records.latin };
    this.names = [...terms];
    this.numbers = new Map(terms.map((term, number) => [term, number]));
    terms.forEach((term, number) => {
      this.weigh(term, frequency.han[number]! + frequency.latin[number]!, frequency.latin[number]!);
    });
  }

  get size(): number {
    return this.names.length;
  }

  number(term: string): number {
    const known = this.numbers.get(term);
    if (known !== undefined) return known;
    const number = this.names.length;
    this.names.push(term);
    this.numbers.set(term, number);
    this.weigh(term, 1, 1);
    return number;
  }

  term(number: number): string {
    return this.names[number]!;
  }

  /**
   * log((N + B) / (df + B p)) to the power of IDF_EXPONENT, by the language of the record: N and df of an
   * English word in an English record count the English records alone (among few of them no word is rare),
   * those of everything else all records; B imagined records of general text, a share p of which hold the
   * term, stand in while N is small.
   */
  idf(number: number, language: Language): number {
    return language === 'latin' ? this.latin[number]! : this.han[number]!;
  }

  private weigh(term: string, everywhere: number, inLatin: number): void {
    const share = generalChinese().share(term);
    const han = idf(everywhere, this.records.all, share);
    this.han.push(han);
    this.latin.push(isLatin(term) ? idf(inLatin, this.records.latin, share) : han);
  }
}

function idf(frequency: number, records: number, share: number): number {
  const expected = frequency + 0.5 + BACKGROUND_RECORDS * share;
  return Math.max(0, Math.log((records + 1 + BACKGROUND_RECORDS) / expected)) ** IDF_EXPONENT;
}

function isLatin(term: string): boolean {
  return term.charCodeAt(0) < 0x250 && !term.startsWith('#');
}

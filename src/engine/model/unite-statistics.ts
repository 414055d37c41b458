/** The counts of several corpora as one. */
import type { Language } from '../../domain/analysis.ts';
import { TermNumbers } from './term-numbers.ts';
import type { TermStatistics } from './term-statistics.ts';

export interface UnitedStatistics {
  readonly statistics: TermStatistics;
  /** For each corpus: the united number of each of its terms, -1 where the term was left out. */
  readonly numberings: readonly Int32Array[];
}

/** Leaves out the terms that fewer than `least` records of all corpora hold. */
export function uniteStatistics(corpora: readonly TermStatistics[], least: number): UnitedStatistics {
  const { terms, numberings } = uniteTerms(corpora);
  const han = summed(corpora, numberings, terms.length, 'han');
  const latin = summed(corpora, numberings, terms.length, 'latin');
  const kept = new Int32Array(terms.length).fill(-1);
  let size = 0;
  for (let number = 0; number < kept.length; number++)
    if (han[number]! + latin[number]! >= least) kept[number] = size++;
  const isKept = (_: unknown, number: number) => kept[number]! >= 0;
  return {
    statistics: {
      records: { han: recordsOf(corpora, 'han'), latin: recordsOf(corpora, 'latin') },
      terms: terms.filter(isKept),
      frequency: { han: han.filter(isKept), latin: latin.filter(isKept) },
    },
    numberings: numberings.map((numbering) => numbering.map((number) => kept[number]!)),
  };
}

/** Each term once, in the order of first appearance. */
function uniteTerms(corpora: readonly TermStatistics[]): { terms: string[]; numberings: Int32Array[] } {
  const numbers = new TermNumbers();
  const terms: string[] = [];
  const numberings = corpora.map((corpus) =>
    Int32Array.from(corpus.terms, (term) => {
      const number = numbers.number(term, terms.length);
      if (number === terms.length) terms.push(term);
      return number;
    }),
  );
  return { terms, numberings };
}

function summed(
  corpora: readonly TermStatistics[],
  numberings: readonly Int32Array[],
  size: number,
  language: Language,
): Int32Array {
  const sums = new Int32Array(size);
  corpora.forEach(({ frequency }, c) => {
    const numbering = numberings[c]!;
    const counts = frequency[language];
    for (let i = 0; i < counts.length; i++) sums[numbering[i]!]! += counts[i]!;
  });
  return sums;
}

function recordsOf(corpora: readonly TermStatistics[], language: Language): number {
  return corpora.reduce((sum, { records }) => sum + records[language], 0);
}

/** The numbers of these terms; -1 of those that are not there. */
export function numbersIn({ terms: known }: TermStatistics, terms: readonly string[]): Int32Array {
  const numbers = new TermNumbers();
  known.forEach((term, number) => {
    numbers.number(term, number);
  });
  return Int32Array.from(terms, (term) => numbers.get(term));
}

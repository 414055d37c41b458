/**
 * Word vectors learnt from documents: co-occurrence → PPMI → truncated SVD (Levy & Goldberg 2014). Chinese and
 * English meet through the Chinese terms that English phrases carry.
 */
import { positivePmi, type WordFields } from './cooccurrence.ts';
import { GrowingInts } from './growing-ints.ts';
import { isChinese } from './han.ts';
import { svdSteps, type TruncatedSvd } from './randomised-svd.ts';
import { part, type Steps } from './steps.ts';
import type { TermCorpus } from './term-corpus.ts';
import type { Thesaurus } from './thesaurus-corpus.ts';
import { numbersIn, type UnitedStatistics } from './unite-statistics.ts';
import type { WordVectors } from './word-vectors.ts';

const DIMENSIONS = 128;
/** How much the leading dimensions outweigh the others; ½ is the usual symmetric split, less is flatter. */
const SPECTRUM_EXPONENT = 0.25;
const SEED = 20_220_708;
/** Words in fewer records have no stable neighbourhood. */
const LEAST_RECORDS = 2;
/** Words in a larger share of the records say nothing about one of them. */
const LARGEST_SHARE = 0.2;
const MOST_WORDS = 30_000;
/**
 * So many English words of a field are learnt from, and as many others, the rarest ones: an English field holds its
 * words and their Chinese.
 */
const WORDS_PER_FIELD = 64;
/** Entries of the matrix: 60 MB, and some seconds of computing. */
const MOST_PAIRS = 5_000_000;
/** With so many records the vectors are trusted half. */
const HALF_TRUST_RECORDS = 1_500;
/** Below this many documents nothing is learnt: a cold start is left to the other components. */
export const LEAST_DOCUMENTS = 300;

/** 0–1: how far vectors learnt from so many records are trusted. */
export function trustIn(records: number): number {
  return records / (records + HALF_TRUST_RECORDS);
}

/**
 * Null where there are too few documents, or words that stand together, to learn from. Of the thesaurus is learnt what
 * documents have words for: it is no document itself, so that few documents are trusted no more for it.
 */
export function* learnWordVectors(
  corpora: readonly TermCorpus[],
  { statistics, numberings }: UnitedStatistics,
  thesaurus: Thesaurus | null,
): Steps<WordVectors | null> {
  const documents = statistics.records.han + statistics.records.latin;
  if (documents < LEAST_DOCUMENTS) return null;
  const { rows, english, size } = chooseWords(statistics, documents);
  if (size < DIMENSIONS) return null;
  const concepts = thesaurus ? [yield* part(0, 0.05, thesaurus())] : [];
  const fields = wordFields(
    [...corpora, ...concepts],
    [...numberings, ...concepts.map(({ terms }) => numbersIn(statistics, terms))].map((numbering) =>
      numbering.map((number) => (number < 0 ? -1 : rows[number]!)),
    ),
    english,
  );
  yield 0.05;
  const matrix = yield* part(0.05, 0.3, positivePmi(fields, size, MOST_PAIRS));
  const svd = yield* part(0.3, 1, svdSteps(matrix, DIMENSIONS, SEED));
  if (svd.vectors.columns === 0) return null;
  return {
    dimensions: svd.vectors.columns,
    rows,
    vectors: scaled(svd),
    trust: trustIn(documents),
  };
}

/** Words that are neither too rare nor everywhere, the most common ones first. */
function chooseWords(
  { terms, frequency }: UnitedStatistics['statistics'],
  documents: number,
): { rows: Int32Array; english: Uint8Array; size: number } {
  const usable = terms
    .map((term, number) => ({ term, number, df: frequency.han[number]! + frequency.latin[number]! }))
    .filter(
      ({ term, df }) =>
        !term.startsWith('#') && term.length > 1 && df >= LEAST_RECORDS && df < LARGEST_SHARE * documents,
    )
    .sort((a, b) => b.df - a.df || a.number - b.number)
    .slice(0, MOST_WORDS);
  const rows = new Int32Array(terms.length).fill(-1);
  usable.forEach(({ number }, row) => {
    rows[number] = row;
  });
  const english = Uint8Array.from(usable, ({ term }) => (isChinese(term) ? 0 : 1));
  return { rows, english, size: usable.length };
}

/** The rarest words of each field, as rows: a high row is a rare word. */
function wordFields(
  corpora: readonly TermCorpus[],
  rowsOf: readonly Int32Array[],
  english: Uint8Array,
): WordFields {
  const words = new GrowingInts();
  const ends = new GrowingInts();
  corpora.forEach((corpus, c) => {
    const rows = rowsOf[c]!;
    let from = 0;
    for (const end of corpus.fieldEnds) {
      const all = corpus.words
        .subarray(from, end)
        .map((number) => rows[number]!)
        .filter((row) => row >= 0)
        .sort();
      from = end;
      const field = rarestOfEach(all, english);
      if (field.length < 2) continue;
      for (const row of field) words.push(row);
      ends.push(words.length);
    }
  });
  return { words: words.view(), ends: ends.view() };
}

function rarestOfEach(field: Int32Array, english: Uint8Array): Int32Array {
  if (field.length <= WORDS_PER_FIELD) return field;
  const left = [WORDS_PER_FIELD, WORDS_PER_FIELD];
  return field
    .reverse()
    .filter((row) => left[english[row]!]!-- > 0)
    .reverse();
}

function scaled({ vectors: { rows, columns, values }, values: singular }: TruncatedSvd): Float32Array {
  const scales = singular.map((value) => value ** SPECTRUM_EXPONENT);
  const vectors = new Float32Array(rows * columns);
  for (let row = 0, at = 0; row < rows; row++)
    for (let column = 0; column < columns; column++, at++) vectors[at] = values[at]! * scales[column]!;
  return vectors;
}

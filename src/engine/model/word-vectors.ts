/**
 * Word vectors learnt from records: co-occurrence → shifted PPMI → truncated SVD (Levy & Goldberg 2014). A record
 * is the weighted sum of its words' vectors; close vectors mean close subjects even where no word is shared.
 * Chinese and English meet through the Chinese terms that English phrases carry.
 */
import type { FieldTerms } from '../../domain/analysis.ts';
import { ASKED_PATH } from '../analyse/field-terms.ts';
import type { ImpactVector } from '../index/impact-vector.ts';
import { countCooccurrence, positivePmi } from './cooccurrence.ts';
import { truncatedSvd } from './randomised-svd.ts';
import type { TermDocument, TermStatistics } from './term-statistics.ts';

export interface WordVectors {
  readonly dimensions: number;
  /** By term number: its row in `vectors`, -1 where it has none. */
  readonly rows: Int32Array;
  /** Row after row, `dimensions` numbers each. */
  readonly vectors: Float32Array;
  /** 0–1: how much the model has seen; the weight of meaning in an affinity is scaled by it. */
  readonly trust: number;
}

const DIMENSIONS = 128;
const SHIFT = 1;
/** How much the leading dimensions outweigh the others; ½ is the usual symmetric split, less is flatter. */
const SPECTRUM_EXPONENT = 0.25;
const SEED = 20_220_708;
/** Terms in fewer records have no stable neighbourhood. */
const LEAST_RECORDS = 2;
const MOST_TERMS = 30_000;
/** With so many records the model is trusted half. */
const HALF_TRUST_RECORDS = 1_500;
/** Below this many records nothing is learnt: a cold start is left to the other components. */
const LEAST_CORPUS = 300;

/** Null where there are too few records to learn from. */
export function learnWordVectors(
  statistics: TermStatistics,
  documents: readonly TermDocument[],
): WordVectors | null {
  if (documents.length < LEAST_CORPUS) return null;
  const { rows, frequency } = chooseTerms(statistics, documents.length);
  if (frequency.length < DIMENSIONS) return null;
  const numbers = new Map(statistics.terms.map((term, number) => [term, rows[number]!]));
  const fields: FieldTerms[] = documents.flatMap(({ terms }) =>
    terms.filter((field) => field.path !== ASKED_PATH),
  );
  const counts = countCooccurrence(fields, frequency.length, (term) => numbers.get(term) ?? -1, frequency);
  const svd = truncatedSvd(positivePmi(counts, SHIFT), DIMENSIONS, SEED);
  const dimensions = svd.vectors.length;
  const vectors = new Float32Array(frequency.length * dimensions);
  svd.vectors.forEach((column, d) => {
    const scale = svd.values[d]! ** SPECTRUM_EXPONENT;
    column.forEach((value, row) => {
      vectors[row * dimensions + d] = value * scale;
    });
  });
  const trust = documents.length / (documents.length + HALF_TRUST_RECORDS);
  return { dimensions, rows, vectors, trust };
}

/** Whole words that are neither too rare nor everywhere, the most common ones first. */
function chooseTerms({ terms, frequency }: TermStatistics, records: number) {
  const usable = terms
    .map((term, number) => ({ term, number, df: frequency.han[number]! + frequency.latin[number]! }))
    .filter(
      ({ term, df }) => !term.startsWith('#') && term.length > 1 && df >= LEAST_RECORDS && df < 0.2 * records,
    )
    .sort((a, b) => b.df - a.df || a.number - b.number)
    .slice(0, MOST_TERMS);
  const rows = new Int32Array(terms.length).fill(-1);
  usable.forEach(({ number }, row) => {
    rows[number] = row;
  });
  return { rows, frequency: Float64Array.from(usable, ({ df }) => df) };
}

/** The unit of an embedding's numbers: a record's vector has about this length. */
const UNIT = 127;

/** A record's meaning in whole numbers from -127 to 127 (their products add up the same everywhere); null where no word is known. */
export function embed({ dimensions, rows, vectors }: WordVectors, vector: ImpactVector): Int8Array | null {
  const sum = new Float64Array(dimensions);
  let known = false;
  for (let k = 0; k < vector.terms.length; k++) {
    const number = vector.terms[k]!;
    const row = number < rows.length ? rows[number]! : -1;
    if (row < 0) continue;
    known = true;
    const impact = vector.impacts[k]!;
    const start = row * dimensions;
    for (let d = 0; d < dimensions; d++) sum[d]! += impact * vectors[start + d]!;
  }
  const length = Math.sqrt(sum.reduce((total, value) => total + value * value, 0));
  if (!known || length === 0) return null;
  return Int8Array.from(sum, (value) => Math.round((UNIT * value) / length));
}

/** Cosine, not below 0. */
export function closeness(a: Int8Array, b: Int8Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += a[d]! * b[d]!;
  return Math.max(0, sum / (UNIT * UNIT));
}

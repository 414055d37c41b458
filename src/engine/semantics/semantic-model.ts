/**
 * Word vectors learnt from the records at hand: co-occurrence → shifted PPMI → truncated SVD (Levy & Goldberg
 * 2014). A record is the weighted sum of its words' vectors; close vectors mean close subjects even where no
 * word is shared. Chinese and English meet through the concepts of the vocabulary.
 */
import type { FieldTerms } from '../../domain/analysis.ts';
import { ASKED_PATH } from '../analyse/field-terms.ts';
import type { SparseVector } from '../corpus/sparse-vector.ts';
import type { Vocabulary } from '../corpus/vocabulary.ts';
import { countCooccurrence, positivePmi } from './cooccurrence.ts';
import { truncatedSvd } from './randomised-svd.ts';

export interface SemanticModel {
  readonly dimensions: number;
  /** Unit vector of a record; null where none of its words is known. */
  embed(vector: SparseVector): Float64Array | null;
  /** 0–1: how much the model has seen; its weight in the affinity is scaled by it. */
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
export function trainSemantics(
  vocabulary: Vocabulary,
  documents: readonly (readonly FieldTerms[])[],
): SemanticModel | null {
  if (documents.length < LEAST_CORPUS) return null;
  const frequency = documentFrequency(vocabulary, documents);
  const { ids, size } = chooseTerms(vocabulary, frequency, documents.length);
  if (size < DIMENSIONS) return null;
  const idOf = (term: string) => ids[vocabulary.ids.get(term) ?? -1] ?? -1;
  const localFrequency = new Float64Array(size);
  ids.forEach((id, term) => {
    if (id >= 0) localFrequency[id] = frequency[term]!;
  });
  const fields = documents.flatMap((document) => document.filter((field) => field.path !== ASKED_PATH));
  const svd = truncatedSvd(
    positivePmi(countCooccurrence(fields, size, idOf, localFrequency), SHIFT),
    DIMENSIONS,
    SEED,
  );
  const scale = svd.values.map((value) => value ** SPECTRUM_EXPONENT);
  return {
    dimensions: svd.vectors.length,
    trust: documents.length / (documents.length + HALF_TRUST_RECORDS),
    embed: (vector) => embed(vector, ids, svd.vectors, scale),
  };
}

function documentFrequency(
  vocabulary: Vocabulary,
  documents: readonly (readonly FieldTerms[])[],
): Float64Array {
  const frequency = new Float64Array(vocabulary.terms.length);
  for (const fields of documents) {
    const seen = new Set<number>();
    for (const field of fields) for (const [term] of field.terms) seen.add(vocabulary.ids.get(term) ?? -1);
    for (const id of seen) if (id >= 0) frequency[id]!++;
  }
  return frequency;
}

/** Whole words and concepts that are neither too rare nor everywhere; by vocabulary id, -1 where left out. */
function chooseTerms(
  vocabulary: Vocabulary,
  frequency: Float64Array,
  records: number,
): { ids: Int32Array; size: number } {
  const usable = vocabulary.terms
    .map((term, id) => ({ term, id, df: frequency[id]! }))
    .filter(
      ({ term, df }) => !term.startsWith('#') && term.length > 1 && df >= LEAST_RECORDS && df < 0.2 * records,
    )
    .sort((a, b) => b.df - a.df || a.id - b.id)
    .slice(0, MOST_TERMS);
  const ids = new Int32Array(vocabulary.terms.length).fill(-1);
  usable.forEach(({ id }, k) => {
    ids[id] = k;
  });
  return { ids, size: usable.length };
}

function embed(
  vector: SparseVector,
  ids: Int32Array,
  vectors: readonly Float64Array[],
  scale: readonly number[],
): Float64Array | null {
  const sum = new Float64Array(vectors.length);
  vector.ids.forEach((term, k) => {
    const id = ids[term]!;
    if (id < 0) return;
    for (let d = 0; d < sum.length; d++) sum[d]! += vector.weights[k]! * scale[d]! * vectors[d]![id]!;
  });
  let square = 0;
  for (const value of sum) square += value * value;
  if (square === 0) return null;
  const length = Math.sqrt(square);
  return sum.map((value) => value / length);
}

/** Records as sparse vectors over the vocabulary. */
import type { Analysis, FieldTerms, Language } from '../../domain/analysis.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Ids ascending, weights beside them; of length 1, or empty. */
export interface SparseVector {
  readonly ids: Int32Array;
  readonly weights: Float64Array;
}

/**
 * Each field becomes a TF-IDF vector of length 1 (1 + log tf), the fields are added by `fieldWeight`, and
 * the sum is brought to length 1: a long description does not drown the name.
 */
export function toVector(
  vocabulary: Vocabulary,
  { language, terms: fields }: Pick<Analysis, 'language' | 'terms'>,
  fieldWeight: (path: string) => number,
): SparseVector {
  const sum = new Map<number, number>();
  for (const field of fields) {
    const weight = fieldWeight(field.path);
    if (weight === 0) continue;
    const entries = weighted(vocabulary, language, field);
    const scale = weight / (norm(entries.map(([, w]) => w)) || 1);
    for (const [id, w] of entries) sum.set(id, (sum.get(id) ?? 0) + w * scale);
  }
  const entries = [...sum].filter(([, w]) => w > 0).sort(([a], [b]) => a - b);
  const length = norm(entries.map(([, w]) => w)) || 1;
  return {
    ids: Int32Array.from(entries, ([id]) => id),
    weights: Float64Array.from(entries, ([, w]) => w / length),
  };
}

function weighted(vocabulary: Vocabulary, language: Language, field: FieldTerms): [number, number][] {
  return field.terms.flatMap(([term, count]): [number, number][] => {
    const id = vocabulary.ids.get(term);
    if (id === undefined) return [];
    const tf = count >= 1 ? 1 + Math.log(count) : count;
    return [[id, tf * vocabulary.idf[language][id]!]];
  });
}

function norm(values: readonly number[]): number {
  let square = 0;
  for (const value of values) square += value * value;
  return Math.sqrt(square);
}

/**
 * Cosine of two vectors of length 1, summed in the order of ids: the same bits as through an index, from
 * either side.
 */
export function cosine(a: SparseVector, b: SparseVector): number {
  let sum = 0;
  eachShared(a, b, (_id, product) => {
    sum += product;
  });
  return sum;
}

/** The products of shared terms, largest first; their sum is the cosine. */
export function sharedTerms(a: SparseVector, b: SparseVector): { id: number; product: number }[] {
  const shared: { id: number; product: number }[] = [];
  eachShared(a, b, (id, product) => shared.push({ id, product }));
  return shared.sort((x, y) => y.product - x.product || x.id - y.id);
}

function eachShared(a: SparseVector, b: SparseVector, visit: (id: number, product: number) => void): void {
  let i = 0;
  let j = 0;
  while (i < a.ids.length && j < b.ids.length) {
    const difference = a.ids[i]! - b.ids[j]!;
    if (difference === 0) visit(a.ids[i]!, a.weights[i++]! * b.weights[j++]!);
    else if (difference < 0) i++;
    else j++;
  }
}

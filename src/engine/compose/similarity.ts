/**
 * How alike results are in what they are about: cosine of TF-IDF over their index terms. What they ask for is left
 * out: two teams that both seek a fund are not one theme. Lists are sparse, so memory grows with the results, not
 * with their pairs.
 */
import type { Analysis } from '../../domain/analysis.ts';
import { RESULT_FIELD_WEIGHTS } from '../settings.ts';

export interface Similar {
  readonly id: string;
  /** 0–1. */
  readonly similarity: number;
}

/** The nearest results of one result, nearest first, ties in the order of ids; itself is not among them. */
export type Neighbours = (resultId: string) => readonly Similar[];

export interface Worded {
  readonly id: string;
  readonly terms: Analysis['terms'];
}

/** Neighbours kept of one result. */
const KEPT = 32;
/** A term that more results of a group hold tells them apart no more, and would cost n² to follow. */
const COMMON = 200;
/** A cosine of this size is worth half: cosines of short texts are small. */
const LIKENESS_HALF = 0.1;
/** Less is a word in common by chance. */
const LEAST = 0.1;
/** Similarities are kept to four digits, so that the last bits of a sum decide nothing. */
const STEPS = 10_000;

interface Weighted {
  readonly term: string;
  readonly weight: number;
}

/** Among results of one group, e.g. a sector; `rarity` is counted over all results. */
export function nearestByTerms(group: readonly Worded[], rarity: Rarity): Neighbours {
  const vectors = group.map((result) => unitVector(result.terms, rarity));
  const postings = postingsOf(vectors);
  const lists = new Map<string, readonly Similar[]>();
  const sums = new Float64Array(group.length);
  const touched = new Int32Array(group.length);
  vectors.forEach((vector, row) => {
    let count = 0;
    for (const { term, weight } of vector) {
      const { rows, weights } = postings.get(term)!;
      if (rows.length > COMMON) continue;
      for (let k = 0; k < rows.length; k++) {
        const other = rows[k]!;
        if (sums[other] === 0) touched[count++] = other;
        sums[other]! += weight * weights[k]!;
      }
    }
    const found: Similar[] = [];
    for (const other of touched.subarray(0, count)) {
      const similarity = lifted(sums[other]!);
      sums[other] = 0;
      if (other !== row && similarity >= LEAST) found.push({ id: group[other]!.id, similarity });
    }
    const best = found.sort((a, b) => b.similarity - a.similarity || order(a.id, b.id)).slice(0, KEPT);
    lists.set(group[row]!.id, best);
  });
  return (id) => lists.get(id) ?? [];
}

function postingsOf(vectors: readonly (readonly Weighted[])[]) {
  const postings = new Map<string, { readonly rows: number[]; readonly weights: number[] }>();
  vectors.forEach((vector, row) => {
    for (const { term, weight } of vector) {
      let list = postings.get(term);
      if (!list) {
        list = { rows: [], weights: [] };
        postings.set(term, list);
      }
      list.rows.push(row);
      list.weights.push(weight);
    }
  });
  return postings;
}

/** Term → inverse document frequency. */
export type Rarity = ReadonlyMap<string, number>;

export function rarityOf(results: readonly Worded[]): Rarity {
  const frequency = new Map<string, number>();
  for (const { terms } of results) {
    const own = new Set(terms.flatMap((field) => field.terms.map(([term]) => term)));
    for (const term of own) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  return new Map([...frequency].map(([term, n]) => [term, Math.log((results.length + 1) / n)]));
}

/** ln(1 + tf) · idf by field, the field's weight on it, of length 1; in the order of terms. */
function unitVector(fields: Analysis['terms'], rarity: Rarity): Weighted[] {
  const weights = new Map<string, number>();
  for (const { path, terms } of fields) {
    const share = path === 'needs' ? 0 : (RESULT_FIELD_WEIGHTS[path] ?? 0);
    if (share === 0) continue;
    for (const [term, count] of terms) {
      const weight = share * Math.log(1 + count) * (rarity.get(term) ?? 0);
      weights.set(term, (weights.get(term) ?? 0) + weight);
    }
  }
  const vector = [...weights].sort(([a], [b]) => order(a, b));
  const length = Math.sqrt(vector.reduce((sum, [, weight]) => sum + weight * weight, 0));
  return length === 0 ? [] : vector.map(([term, weight]) => ({ term, weight: weight / length }));
}

/** Cosines of short texts are small: one of LIKENESS_HALF is worth half, as in the score of a match. */
function lifted(cosine: number): number {
  return Math.round((cosine / (cosine + LIKENESS_HALF)) * STEPS) / STEPS;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

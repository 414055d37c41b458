/**
 * How alike results are in what they are about: cosine of TF-IDF over their index terms. What they ask for is left
 * out: two teams that both seek a fund are not one theme. Lists are sparse, so memory grows with the results, not
 * with their pairs.
 */
import type { Analysis } from '../../domain/analysis.ts';
import { LEXICAL_HALF, RESULT_FIELD_WEIGHTS } from '../settings.ts';

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
const COMMON = 400;
/** Similarities are kept to four digits, so that the last bits of a sum decide nothing. */
const STEPS = 10_000;

interface Weighted {
  readonly term: string;
  readonly weight: number;
}

/** Among results of one group, e.g. a sector; `documents` is every result whose words tell how common a term is. */
export function nearestByTerms(group: readonly Worded[], rarity: Rarity): Neighbours {
  const ids = group.map(({ id }) => id);
  const vectors = group.map((result) => unitVector(result.terms, rarity));
  const postings = new Map<string, { readonly row: number; readonly weight: number }[]>();
  vectors.forEach((vector, row) => {
    for (const { term, weight } of vector) {
      const list = postings.get(term);
      if (list) list.push({ row, weight });
      else postings.set(term, [{ row, weight }]);
    }
  });
  const lists = new Map<string, readonly Similar[]>();
  const sums = new Float64Array(group.length);
  vectors.forEach((vector, row) => {
    const touched: number[] = [];
    for (const { term, weight } of vector) {
      const list = postings.get(term)!;
      if (list.length > COMMON) continue;
      for (const other of list) {
        if (sums[other.row] === 0) touched.push(other.row);
        sums[other.row]! += weight * other.weight;
      }
    }
    const found = touched
      .filter((other) => other !== row)
      .map((other) => ({ id: ids[other]!, similarity: lifted(sums[other]!) }));
    for (const other of touched) sums[other] = 0;
    lists.set(
      ids[row]!,
      found.sort((a, b) => b.similarity - a.similarity || order(a.id, b.id)).slice(0, KEPT),
    );
  });
  return (id) => lists.get(id) ?? [];
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

/** Cosines of short texts are small: one of LEXICAL_HALF is worth half, as in the score of a match. */
function lifted(cosine: number): number {
  return Math.round((cosine / (cosine + LEXICAL_HALF)) * STEPS) / STEPS;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

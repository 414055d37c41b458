/**
 * How texts compare with all rows of an index at once, row after row as they lie in memory. A carrier asks about all
 * results so seldom that postings of them, which take seconds to make and as much memory as the texts, are not worth
 * it: one pass over a hundred thousand texts takes a tenth of a second.
 */
import type { ImpactIndex } from '../index/impact-index.ts';
import type { ImpactVector } from '../index/impact-vector.ts';

/** The sum of products of a text with every row. */
export function scanOne(index: ImpactIndex, query: ImpactVector): Int32Array {
  const sums = new Int32Array(index.size);
  if (query.terms.length === 0) return sums;
  const own = new Uint16Array(1 + lastTerm(query));
  for (let k = 0; k < query.terms.length; k++) own[query.terms[k]!] = query.impacts[k]!;
  for (let row = 0; row < sums.length; row++) {
    const { terms, impacts, start, end } = index.stretch(row);
    let sum = 0;
    for (let at = start; at < end; at++) {
      const term = terms[at]!;
      if (term < own.length) sum = (sum + Math.imul(own[term]!, impacts[at]!)) | 0;
    }
    sums[row] = sum;
  }
  return sums;
}

/** The same for each of several texts that are short: most terms of a row are in none of them. */
export function scanSeveral(index: ImpactIndex, queries: readonly ImpactVector[]): Int32Array[] {
  const sums = queries.map(() => new Int32Array(index.size));
  if (queries.length === 0) return sums;
  const { places, impacts } = tableOf(queries);
  for (let row = 0; row < index.size; row++) {
    const { terms, impacts: theirs, start, end } = index.stretch(row);
    for (let at = start; at < end; at++) {
      const term = terms[at]!;
      const place = term < places.length ? places[term]! : 0;
      if (place === 0) continue;
      for (let q = 0, from = place * queries.length; q < queries.length; q++)
        sums[q]![row]! += impacts[from + q]! * theirs[at]!;
    }
  }
  return sums;
}

/** By term its place in a table of impacts, a line for each place and a column for each query; 0: in no query. */
function tableOf(queries: readonly ImpactVector[]): { places: Uint16Array; impacts: Uint16Array } {
  const places = new Uint16Array(1 + Math.max(-1, ...queries.map(lastTerm)));
  const terms = queries.reduce((sum, query) => sum + query.terms.length, 0);
  const impacts = new Uint16Array((terms + 1) * queries.length);
  let count = 0;
  for (const [q, query] of queries.entries()) {
    for (let k = 0; k < query.terms.length; k++) {
      const term = query.terms[k]!;
      if (places[term] === 0) places[term] = ++count;
      impacts[places[term]! * queries.length + q] = query.impacts[k]!;
    }
  }
  return { places, impacts };
}

function lastTerm({ terms }: ImpactVector): number {
  let last = -1;
  for (let k = 0; k < terms.length; k++) if (terms[k]! > last) last = terms[k]!;
  return last;
}

/**
 * Vectors turned round: for each rare term the rows that have it. A row and its impact share one number of 32 bits, so
 * that a query reads a third less memory; what has more rows than fit goes into several segments.
 */
import { type FrequentTerms, RARE } from './frequent-terms.ts';
import type { ImpactVector } from './impact-vector.ts';
import { lastingWords } from './lasting-memory.ts';
import { holdersIn, type VectorStore } from './vector-store.ts';

/** Impacts are at most 4095. */
const IMPACT_BITS = 12;
const IMPACT = 2 ** IMPACT_BITS - 1;
const SEGMENT_ROWS = 2 ** (32 - IMPACT_BITS);

export interface Segment {
  readonly firstRow: number;
  /** Entries of term t are at ends[t - 1] .. ends[t]. */
  readonly ends: Int32Array;
  /** By term and row: the row, counted from the first, before the impact. */
  readonly entries: Uint32Array;
}

/** Fills the columns of the common terms on the way. `holders`: by term, how many rows hold it; good for nothing after that. */
export function invert(store: VectorStore, common: FrequentTerms, holders: Int32Array): Segment[] {
  const segments: Segment[] = [];
  const rows = store.offsets.length - 1;
  for (let first = 0; first < rows; first += SEGMENT_ROWS) {
    const end = Math.min(rows, first + SEGMENT_ROWS);
    const isAll = first === 0 && end === rows;
    const counts = isAll ? holders : holdersIn(store, first, end);
    segments.push(invertRows(store, common, counts, first, end));
  }
  return segments;
}

/**
 * A counting sort of the vectors' entries. `next` comes with how many rows hold each term, says where the next entry of
 * a term goes meanwhile (below 0: into the column of this number), and where its entries end in the end.
 */
function invertRows(
  { offsets, terms, impacts }: VectorStore,
  common: FrequentTerms,
  next: Int32Array,
  firstRow: number,
  endRow: number,
): Segment {
  let room = 0;
  for (let term = 0; term < next.length; term++) {
    const rows = next[term]!;
    const number = common.number(term);
    next[term] = number === RARE ? room : -number;
    if (number === RARE) room += rows;
  }
  const entries = lastingWords(room);
  for (let row = firstRow; row < endRow; row++) {
    const behind = offsets[row + 1]!;
    for (let at = offsets[row]!; at < behind; at++) {
      const term = terms[at]!;
      const to = next[term]!;
      if (to < 0) common.set(-to, row, impacts[at]!);
      else {
        entries[to] = (row - firstRow) * (IMPACT + 1) + impacts[at]!;
        next[term] = to + 1;
      }
    }
  }
  for (let term = 0; term < next.length; term++)
    if (next[term]! < 0) next[term] = term === 0 ? 0 : next[term - 1]!;
  return { firstRow, ends: next, entries };
}

/** Adds the products of the rare terms of a query with every row to `sums`, which has room for all rows. */
export function addProducts(segments: readonly Segment[], query: ImpactVector, sums: Int32Array): void {
  for (const { firstRow, ends, entries } of segments) {
    const into = sums.subarray(firstRow);
    for (let k = 0; k < query.terms.length; k++) {
      const term = query.terms[k]!;
      if (term < ends.length)
        addTerm(entries, term === 0 ? 0 : ends[term - 1]!, ends[term]!, query.impacts[k]!, into);
    }
  }
}

/** Four at a time: the turns of a loop of one cost as much as what is done in them. */
function addTerm(entries: Uint32Array, begin: number, end: number, impact: number, sums: Int32Array): void {
  let at = begin;
  for (; at + 3 < end; at += 4) {
    const a = entries[at]!;
    const b = entries[at + 1]!;
    const c = entries[at + 2]!;
    const d = entries[at + 3]!;
    sums[a >>> IMPACT_BITS] = (sums[a >>> IMPACT_BITS]! + Math.imul(impact, a & IMPACT)) | 0;
    sums[b >>> IMPACT_BITS] = (sums[b >>> IMPACT_BITS]! + Math.imul(impact, b & IMPACT)) | 0;
    sums[c >>> IMPACT_BITS] = (sums[c >>> IMPACT_BITS]! + Math.imul(impact, c & IMPACT)) | 0;
    sums[d >>> IMPACT_BITS] = (sums[d >>> IMPACT_BITS]! + Math.imul(impact, d & IMPACT)) | 0;
  }
  for (; at < end; at++) {
    const a = entries[at]!;
    sums[a >>> IMPACT_BITS] = (sums[a >>> IMPACT_BITS]! + Math.imul(impact, a & IMPACT)) | 0;
  }
}

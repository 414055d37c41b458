/**
 * Vectors turned round: for each rare term the rows that have it. A row and its impact share one number of 32 bits, so
 * that a query reads a third less memory; what has more rows than fit goes into several segments.
 */
import type { FrequentTerms } from './frequent-terms.ts';
import type { ImpactVector } from './impact-vector.ts';
import { lastingWords } from './lasting-memory.ts';
import { holdersIn, type VectorStore } from './vector-store.ts';

/** Impacts are at most 4095. */
const IMPACT_BITS = 12;
const IMPACT = 2 ** IMPACT_BITS - 1;
const SEGMENT_ROWS = 2 ** (32 - IMPACT_BITS);

export interface Segment {
  readonly firstRow: number;
  /** Entries of term t are at starts[t] .. starts[t + 1]. */
  readonly starts: Int32Array;
  /** By term and row: the row, counted from the first, before the impact. */
  readonly entries: Uint32Array;
}

/** `holders`: by term, how many rows hold it; good for nothing after that. */
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

/** Where common terms would begin. */
const NOWHERE = -1;

/** A counting sort of the vectors' entries; `next` comes with how many rows hold each term. */
function invertRows(
  { offsets, terms, impacts }: VectorStore,
  common: FrequentTerms,
  next: Int32Array,
  firstRow: number,
  endRow: number,
): Segment {
  const starts = new Int32Array(next.length + 1);
  for (let term = 0; term < next.length; term++) {
    const isRare = common.isRare(term);
    starts[term + 1] = starts[term]! + (isRare ? next[term]! : 0);
    next[term] = isRare ? starts[term]! : NOWHERE;
  }
  const entries = lastingWords(starts[next.length]!);
  for (let row = firstRow; row < endRow; row++) {
    const behind = offsets[row + 1]!;
    for (let at = offsets[row]!; at < behind; at++) {
      const term = terms[at]!;
      const to = next[term]!;
      if (to === NOWHERE) continue;
      entries[to] = (row - firstRow) * (IMPACT + 1) + impacts[at]!;
      next[term] = to + 1;
    }
  }
  return { firstRow, starts, entries };
}

/** Adds the products of the rare terms of a query with every row to `sums`, which has room for all rows. */
export function addProducts(segments: readonly Segment[], query: ImpactVector, sums: Int32Array): void {
  for (const { firstRow, starts, entries } of segments) {
    const into = sums.subarray(firstRow);
    for (let k = 0; k < query.terms.length; k++) {
      const term = query.terms[k]!;
      if (term + 1 < starts.length)
        addTerm(entries, starts[term]!, starts[term + 1]!, query.impacts[k]!, into);
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

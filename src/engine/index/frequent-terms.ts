/**
 * Terms that a good part of all rows hold, kept row by row: their postings would be most of what a query reads. What
 * they bring to a row is bounded without a look at them (by Cauchy and Schwarz no more than the product of the lengths
 * of both common parts) and computed for the few rows for which it could matter.
 */
import type { ImpactVector } from './impact-vector.ts';
import type { VectorStore } from './vector-store.ts';

/** Held by a larger share of rows than this. */
const FREQUENT_SHARE = 1 / 6;
const RARE = 0;
/** So many terms at most are common; the others are rare, however many rows hold them. */
const MOST_COMMON = 2 ** 16 - 1;
/** Impacts are at most 4095. */
const IMPACT_BITS = 12;
const IMPACT = 2 ** IMPACT_BITS - 1;

/** The common part of a query. */
export class CommonPart {
  length = 0;
  /** By the number of a common term. */
  impacts = new Int32Array(0);
}

export class FrequentTerms {
  /** Lengths of the common parts of rows, rounded up; 0 where there is none. */
  lengths: Uint16Array;
  private readonly count: number;
  /** By term: its number among the common ones, from 1 on, or RARE. */
  private readonly numbers: Uint16Array;
  /** Entries of row r are at starts[r] .. starts[r + 1]: the number of a term before its impact. */
  private readonly starts: Float64Array;
  private readonly entries: Uint32Array;

  /** `holders`: by term, how many rows hold it. */
  constructor(store: VectorStore, holders: Int32Array) {
    const rows = store.offsets.length - 1;
    this.numbers = new Uint16Array(holders.length);
    let count = 0;
    let entries = 0;
    for (let term = 0; term < holders.length && count < MOST_COMMON; term++) {
      if (holders[term]! <= FREQUENT_SHARE * rows) continue;
      this.numbers[term] = ++count;
      entries += holders[term]!;
    }
    this.count = count;
    this.starts = new Float64Array(rows + 1);
    this.entries = new Uint32Array(entries);
    this.lengths = new Uint16Array(rows);
    for (let row = 0; row < rows; row++) this.fill(store, row);
  }

  private fill({ offsets, terms, impacts }: VectorStore, row: number): void {
    let to = this.starts[row]!;
    let square = 0;
    for (let at = offsets[row]!, end = offsets[row + 1]!; at < end; at++) {
      const number = this.numbers[terms[at]!]!;
      if (number === RARE) continue;
      const impact = impacts[at]!;
      this.entries[to++] = number * (IMPACT + 1) + impact;
      square += impact * impact;
    }
    this.starts[row + 1] = to;
    this.lengths[row] = Math.ceil(Math.sqrt(square));
  }

  isRare(term: number): boolean {
    return term >= this.numbers.length || this.numbers[term] === RARE;
  }

  /** The row has another vector now, which is none of this. */
  forget(row: number): void {
    if (row >= this.lengths.length) {
      const wide = new Uint16Array(2 * (row + 1));
      wide.set(this.lengths);
      this.lengths = wide;
    }
    this.lengths[row] = 0;
  }

  /** What of a query is common. */
  note({ terms, impacts }: ImpactVector, part: CommonPart): void {
    if (part.impacts.length === this.count + 1) part.impacts.fill(0);
    else part.impacts = new Int32Array(this.count + 1);
    let square = 0;
    for (let k = 0; k < terms.length; k++) {
      if (this.isRare(terms[k]!)) continue;
      part.impacts[this.numbers[terms[k]!]!] = impacts[k]!;
      square += impacts[k]! ** 2;
    }
    part.length = Math.sqrt(square);
  }

  /** The sum of products of a row with a part of a query. */
  product(row: number, { impacts }: CommonPart): number {
    if (!this.lengths[row]) return 0;
    const { starts, entries } = this;
    let sum = 0;
    for (let at = starts[row]!, end = starts[row + 1]!; at < end; at++) {
      const entry = entries[at]!;
      sum = (sum + Math.imul(impacts[entry >>> IMPACT_BITS]!, entry & IMPACT)) | 0;
    }
    return sum;
  }
}

/**
 * How texts compare with all rows of an index at once, row after row as they lie in memory. A carrier asks about all
 * results so seldom that postings of them, which take seconds to make and as much memory as the texts, are not worth
 * it: one pass over a hundred thousand texts takes a tenth of a second.
 */
import type { ImpactIndex } from '../index/impact-index.ts';
import type { ImpactVector, VectorStretch } from '../index/impact-vector.ts';

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

/** So many texts share a table, and so many terms have a place in it: a large portfolio has several. */
const TEXTS_OF_A_TABLE = 64;
const PLACES = 0xffff;

interface TextsTable {
  /** By term its place; 0: in none of the texts. */
  readonly places: Uint16Array;
  /** A line for each place, a column for each text. */
  readonly impacts: Uint16Array;
  readonly texts: number;
}

/** Several texts that are short: most terms of a row are in none of them. */
export class ShortTexts {
  readonly count: number;
  private readonly tables: readonly TextsTable[];
  private readonly sums: Int32Array;

  constructor(texts: readonly ImpactVector[]) {
    this.count = texts.length;
    this.tables = groupsOf(texts).map(tableOf);
    this.sums = new Int32Array(texts.length);
  }

  /** The sum of products of each with a row, in memory that the next row overwrites. */
  products({ terms, impacts: theirs, start, end }: VectorStretch): Int32Array {
    const { sums } = this;
    sums.fill(0);
    let first = 0;
    for (const { places, impacts, texts } of this.tables) {
      for (let at = start; at < end; at++) {
        const term = terms[at]!;
        const place = term < places.length ? places[term]! : 0;
        if (place === 0) continue;
        for (let t = 0, from = place * texts; t < texts; t++)
          sums[first + t]! += impacts[from + t]! * theirs[at]!;
      }
      first += texts;
    }
    return sums;
  }

  /** By row of an index the greatest of them. */
  greatest(index: ImpactIndex): Int32Array {
    const greatest = new Int32Array(index.size);
    if (this.count === 0) return greatest;
    for (let row = 0; row < greatest.length; row++) {
      const sums = this.products(index.stretch(row));
      let most = 0;
      for (let t = 0; t < sums.length; t++) if (sums[t]! > most) most = sums[t]!;
      greatest[row] = most;
    }
    return greatest;
  }
}

function groupsOf(texts: readonly ImpactVector[]): ImpactVector[][] {
  const groups: ImpactVector[][] = [];
  let room = 0;
  for (const text of texts) {
    const last = groups.at(-1);
    if (last && last.length < TEXTS_OF_A_TABLE && text.terms.length <= room) last.push(text);
    else {
      groups.push([text]);
      room = PLACES;
    }
    room -= text.terms.length;
  }
  return groups;
}

function tableOf(texts: readonly ImpactVector[]): TextsTable {
  const places = new Uint16Array(1 + Math.max(...texts.map(lastTerm)));
  const terms = texts.reduce((sum, text) => sum + text.terms.length, 0);
  const impacts = new Uint16Array((terms + 1) * texts.length);
  let count = 0;
  for (const [t, text] of texts.entries()) {
    for (let k = 0; k < text.terms.length; k++) {
      const term = text.terms[k]!;
      if (places[term] === 0) places[term] = ++count;
      impacts[places[term]! * texts.length + t] = text.impacts[k]!;
    }
  }
  return { places, impacts, texts: texts.length };
}

function lastTerm({ terms }: ImpactVector): number {
  let last = -1;
  for (let k = 0; k < terms.length; k++) if (terms[k]! > last) last = terms[k]!;
  return last;
}

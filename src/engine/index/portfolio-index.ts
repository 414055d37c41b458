/**
 * Carriers' track records: each past project is a text of its own. A result's similarity to a portfolio is a
 * softmax-weighted mean over the items, so that the nearest ones count and many far ones do not dilute.
 */
import type { Language } from '../../domain/analysis.ts';
import type { NumberedField } from '../model/lexicon.ts';
import { ImpactIndex } from './impact-index.ts';
import { COSINE_UNIT, type ImpactVector, type VectorMaker } from './impact-vector.ts';
import { pack, type VectorStore } from './vector-store.ts';

/** Sharpness of the attention: a cosine larger by 0.1 counts e times as much. */
const ATTENTION = 10;

export function portfolioVectors(
  maker: VectorMaker,
  language: Language,
  fields: readonly NumberedField[],
): ImpactVector[] {
  const vectors: ImpactVector[] = [];
  for (const field of fields) {
    if (!field.path.startsWith('portfolio')) continue;
    const vector = maker.make(language, [field], whole);
    if (vector.terms.length > 0) vectors.push(vector);
  }
  return vectors;
}

function whole(): number {
  return 1;
}

/** The items of one carrier after the other. */
export interface PackedPortfolios {
  /** Items of each carrier. */
  readonly counts: Int32Array;
  readonly items: VectorStore;
}

export class PortfolioIndex {
  private readonly items: ImpactIndex;
  /** By carrier row: the rows of its items. */
  private readonly itemsOf: (readonly number[])[];
  /** By item: the row of its carrier, -1 where it is left behind. */
  private rows: Int32Array;
  private sums: Int32Array;

  constructor({ counts, items }: PackedPortfolios) {
    this.items = new ImpactIndex(items);
    let next = 0;
    this.itemsOf = Array.from(counts, (count) => Array.from({ length: count }, () => next++));
    this.sums = new Int32Array(next);
    this.rows = new Int32Array(next);
    this.itemsOf.forEach((mine, row) => {
      for (const item of mine) this.rows[item] = row;
    });
  }

  static of(portfolios: readonly (readonly ImpactVector[])[]): PortfolioIndex {
    return new PortfolioIndex(packPortfolios(portfolios));
  }

  /** Makes the postings of what was replaced. */
  settle(): void {
    this.items.settle();
  }

  /** Those of these carriers, without what was left behind. */
  packed(rows: readonly number[]): PackedPortfolios {
    return packPortfolios(rows.map((row) => this.vectors(row)));
  }

  has(row: number): boolean {
    return this.itemsOf[row]!.length > 0;
  }

  vectors(row: number): ImpactVector[] {
    return this.itemsOf[row]!.map((item) => this.items.vector(item));
  }

  /** Items of a changed carrier go behind the last; those it had before are left behind, unowned. */
  replace(row: number, vectors: readonly ImpactVector[]): void {
    for (const item of this.itemsOf[row] ?? []) this.rows[item] = -1;
    this.itemsOf[row] = vectors.map((vector) => {
      const item = this.items.size;
      this.items.replace(item, vector);
      if (item >= this.rows.length) this.rows = widened(this.rows, item + 1);
      this.rows[item] = row;
      return item;
    });
  }

  /**
   * Compares a text with all projects. Writes the sum of products with the nearest one of every carrier by row, 0
   * where there is none; `similarity` then has what the whole portfolio comes to.
   */
  nearest(query: ImpactVector, into: Int32Array): void {
    const { items, rows } = this;
    if (this.sums.length < items.size) this.sums = new Int32Array(2 * items.size);
    const { sums } = this;
    items.accumulate(query, sums);
    into.fill(0);
    for (let item = 0; item < items.size; item++) {
      const row = rows[item]!;
      if (row >= 0 && sums[item]! > into[row]!) into[row] = sums[item]!;
    }
  }

  /** Of a carrier's portfolio to the text that was compared last; 0 where there is none. */
  similarity(row: number): number {
    return pooled(this.itemsOf[row]!.map((item) => this.sums[item]! / COSINE_UNIT));
  }
}

function widened(rows: Int32Array, least: number): Int32Array {
  const wide = new Int32Array(2 * least);
  wide.set(rows);
  return wide;
}

function packPortfolios(portfolios: readonly (readonly ImpactVector[])[]): PackedPortfolios {
  return { counts: Int32Array.from(portfolios, (items) => items.length), items: pack(portfolios.flat()) };
}

/** Mean weighted by exp(ATTENTION × cosine); 0 for no items. */
export function pooled(cosines: readonly number[]): number {
  let weights = 0;
  let sum = 0;
  for (const value of cosines) {
    const weight = Math.exp(ATTENTION * value);
    weights += weight;
    sum += weight * value;
  }
  return weights === 0 ? 0 : sum / weights;
}

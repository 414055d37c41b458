/**
 * Carriers' track records: each past project is a text of its own. A result's similarity to a portfolio is a
 * softmax-weighted mean over the items, so that the nearest ones count and many far ones do not dilute.
 */
import type { Language } from '../../domain/analysis.ts';
import type { NumberedField } from '../model/lexicon.ts';
import { ImpactIndex } from './impact-index.ts';
import { ImpactTable } from './impact-table.ts';
import { COSINE_UNIT, type ImpactVector, type VectorMaker, type VectorStretch } from './impact-vector.ts';
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

const NO_TEXT: ImpactVector = { terms: new Int32Array(0), impacts: new Uint16Array(0) };

export class PortfolioIndex {
  private readonly items: ImpactIndex;
  /** By carrier row: the rows of its items. */
  private readonly itemsOf: (readonly number[])[];
  /** The text that portfolios are compared with. */
  private text = new ImpactTable(NO_TEXT);

  constructor({ counts, items }: PackedPortfolios) {
    this.items = new ImpactIndex(items);
    let next = 0;
    this.itemsOf = Array.from(counts, (count) => Array.from({ length: count }, () => next++));
  }

  static of(portfolios: readonly (readonly ImpactVector[])[]): PortfolioIndex {
    return new PortfolioIndex(packPortfolios(portfolios));
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

  /** How many projects a carrier has that have words. */
  count(row: number): number {
    return this.itemsOf[row]!.length;
  }

  /** One of its projects, where its vector lies. */
  stretch(row: number, item: number): VectorStretch {
    return this.items.stretch(this.itemsOf[row]![item]!);
  }

  /** Items of a changed carrier go behind the last; those it had before are left behind, unowned. */
  replace(row: number, vectors: readonly ImpactVector[]): void {
    this.itemsOf[row] = vectors.map((vector) => {
      const item = this.items.size;
      this.items.replace(item, vector);
      return item;
    });
  }

  /** From now on this text is compared. */
  begin(text: ImpactVector): void {
    this.text = new ImpactTable(text);
  }

  /** Of a carrier's portfolio to the text; 0 where there is none. Few carriers come so far that it counts. */
  similarity(row: number): number {
    const { items, text } = this;
    return pooled(this.itemsOf[row]!.map((item) => text.product(items.stretch(item)) / COSINE_UNIT));
  }
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

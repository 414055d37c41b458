/**
 * Carriers' track records: each past project is a text of its own. A result's similarity to a portfolio is a
 * softmax-weighted mean over the items, so that the nearest ones count and many far ones do not dilute.
 */
import type { Language } from '../../domain/analysis.ts';
import { GrowingInts } from '../model/growing-ints.ts';
import type { NumberedRecord } from '../model/numbered-record.ts';
import { widened } from '../model/widened.ts';
import { ImpactIndex } from './impact-index.ts';
import { ImpactTable } from './impact-table.ts';
import { COSINE_UNIT, type ImpactVector, type VectorMaker, type VectorStretch } from './impact-vector.ts';
import { pack, type VectorStore } from './vector-store.ts';

/** Sharpness of the attention: a cosine larger by 0.1 counts e times as much. */
const ATTENTION = 10;

/** Paths of projects begin so; the place in the portfolio follows. */
const PROJECT = 'portfolio[';

/** The items of one carrier after the other. */
export interface PackedPortfolios {
  /** Items of each carrier. */
  readonly counts: Int32Array;
  /** By item: its place among all past projects of its carrier, those without words counted too. */
  readonly projects: Int32Array;
  readonly items: VectorStore;
}

/** Most carriers share what is empty. */
const NO_ITEMS: readonly number[] = [];
const NO_TEXT: ImpactVector = { terms: new Int32Array(0), impacts: new Uint16Array(0) };

export class PortfolioIndex {
  private readonly items: ImpactIndex;
  /** By item, see PackedPortfolios. */
  private readonly projects = new GrowingInts();
  /** By carrier row: the rows of its items. */
  private readonly itemsOf: (readonly number[])[];
  /** The text that portfolios are compared with: those of its language, others. */
  private own = new ImpactTable(NO_TEXT);
  private whole = this.own;
  /** By row: the similarity found, and the question that it was found for. */
  private found = new Float64Array(0);
  private foundFor = new Uint32Array(0);
  private question = 0;
  private readonly cosines: number[] = [];

  /** Of these carriers, or of none and so many expected. */
  constructor({ counts, projects, items }: PackedPortfolios, expected = 0) {
    this.items = new ImpactIndex(items, expected);
    for (const project of projects) this.projects.push(project);
    let next = 0;
    this.itemsOf = Array.from(counts, (count) => Array.from({ length: count }, () => next++));
  }

  /** Those of these carriers, without what was left behind. */
  packed(rows: readonly number[]): PackedPortfolios {
    const items = rows.flatMap((row) => this.itemsOf[row]!);
    return {
      counts: Int32Array.from(rows, (row) => this.count(row)),
      projects: Int32Array.from(items, (item) => this.projects.at(item)),
      items: pack(items.map((item) => this.items.vector(item))),
    };
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

  /** The place of one of these among all its projects. */
  project(row: number, item: number): number {
    return this.projects.at(this.itemsOf[row]![item]!);
  }

  /** One of its projects, where its vector lies. */
  stretch(row: number, item: number): VectorStretch {
    return this.items.stretch(this.itemsOf[row]![item]!);
  }

  /** Items of a changed carrier go behind the last; those it had before are left behind, unowned. */
  set(row: number, language: Language, record: NumberedRecord, maker: VectorMaker): void {
    const items: number[] = [];
    for (let field = 0; field < record.fields.length; field++) {
      const { path } = record.fields[field]!;
      if (!path.startsWith(PROJECT)) continue;
      const vector = maker.makeField(language, record, field);
      if (vector.end === 0) continue;
      items.push(this.items.size);
      this.projects.push(Number.parseInt(path.slice(PROJECT.length), 10));
      this.items.replace(this.items.size, vector);
    }
    this.itemsOf[row] = items.length > 0 ? items : NO_ITEMS;
  }

  /** From now on this text is compared, its own words alone with carriers of its language. */
  begin(own: ImpactVector, whole: ImpactVector): void {
    this.own = new ImpactTable(own);
    this.whole = own === whole ? this.own : new ImpactTable(whole);
    this.question++;
  }

  /** Of a carrier's portfolio to the text, 0 where there is none; kept, for both purposes ask about the same few. */
  similarity(row: number, foreign: boolean): number {
    if (this.foundFor[row] === this.question) return this.found[row]!;
    if (row >= this.found.length) this.reserve(row + 1);
    const { items } = this;
    const text = foreign ? this.whole : this.own;
    const mine = this.itemsOf[row]!;
    const cosines = this.cosines;
    cosines.length = 0;
    for (let i = 0; i < mine.length; i++) cosines.push(text.product(items.stretch(mine[i]!)) / COSINE_UNIT);
    const similarity = pooled(cosines);
    this.found[row] = similarity;
    this.foundFor[row] = this.question;
    return similarity;
  }

  private reserve(rows: number): void {
    this.found = widened(this.found, 2 * rows);
    this.foundFor = widened(this.foundFor, 2 * rows);
  }
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

/** How alike one result's texts are to those of all carriers; computed once for both purposes. */
import type { CarrierIndex } from '../index/carrier-index.ts';
import { COSINE_UNIT } from '../index/impact-vector.ts';
import { saturate, trustOfShared } from '../score/components.ts';
import type { ResultQuery } from './result-query.ts';
import { sectorOverlaps } from './sweep-sector.ts';

export class SharedTexts {
  /** What shared words are worth, by row. */
  trust = new Float64Array(0);
  /** Of the sector distributions, by row. */
  overlap = new Float64Array(0);
  private subjects = new Int32Array(0);
  private asked = new Int32Array(0);
  private records = new Float64Array(0);
  private readonly carriers: CarrierIndex;
  private last: { readonly query: ResultQuery; readonly revision: number } | null = null;

  constructor(carriers: CarrierIndex) {
    this.carriers = carriers;
  }

  compare(query: ResultQuery): void {
    const { carriers } = this;
    if (this.last?.query === query && this.last.revision === carriers.revision) return;
    this.reserve(carriers.columns.size);
    carriers.texts.accumulate(query.text, this.subjects);
    carriers.texts.accumulate(query.asked, this.asked);
    carriers.portfolios.similarities(query.text, this.records);
    sectorOverlaps(query.facts, carriers.columns, this.overlap);
    this.weighTrust(query);
    this.last = { query, revision: carriers.revision };
  }

  subject(assumed: number, trust: Float64Array, into: Float64Array): void {
    const { described } = this.carriers.columns;
    for (let row = 0; row < this.carriers.columns.size; row++) {
      const cosine = this.subjects[row]! / COSINE_UNIT;
      into[row] =
        described[row] === 1 ? this.worded(row, trust[row]! * saturate(cosine), assumed) : Number.NaN;
    }
  }

  record(assumed: number, trust: Float64Array, into: Float64Array): void {
    const { portfolios, columns } = this.carriers;
    for (let row = 0; row < columns.size; row++) {
      into[row] = portfolios.has(row)
        ? this.worded(row, trust[row]! * saturate(this.records[row]!), assumed)
        : Number.NaN;
    }
  }

  needs(assumed: number, into: Float64Array): void {
    const { size } = this.carriers.columns;
    const asks = this.last!.query.asked.terms.length > 0;
    for (let row = 0; row < size; row++)
      into[row] = asks ? this.worded(row, saturate(this.asked[row]! / COSINE_UNIT), assumed) : Number.NaN;
  }

  /** Between languages, words that are not shared say nothing. */
  private worded(row: number, value: number, assumed: number): number {
    return value < assumed && this.isForeign(row) ? Number.NaN : value;
  }

  private isForeign(row: number): boolean {
    const han = this.last!.query.facts.analysis.language === 'han' ? 1 : 0;
    return this.carriers.columns.han[row] !== han;
  }

  private weighTrust({ facts }: ResultQuery): void {
    const { sectorTrust, size } = this.carriers.columns;
    const { weights, confidence } = facts.analysis.sectors;
    if (weights.length === 0) {
      this.trust.fill(1);
      return;
    }
    for (let row = 0; row < size; row++) {
      const other = sectorTrust[row]!;
      this.trust[row] = Number.isNaN(other)
        ? 1
        : trustOfShared(this.overlap[row]!, Math.min(confidence, other));
    }
  }

  private reserve(size: number): void {
    if (this.trust.length >= size) return;
    const room = Math.ceil(1.5 * size);
    this.trust = new Float64Array(room);
    this.overlap = new Float64Array(room);
    this.records = new Float64Array(room);
    this.subjects = new Int32Array(room);
    this.asked = new Int32Array(room);
  }
}

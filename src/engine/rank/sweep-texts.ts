/** How alike one result's texts are to those of all carriers; computed once for both purposes. */
import type { CarrierIndex } from '../index/carrier-index.ts';
import { COSINE_UNIT } from '../index/impact-vector.ts';
import { closeness } from '../model/word-vectors.ts';
import type { TextScores } from '../score/affinity.ts';
import { saturate, trustOfShared } from '../score/components.ts';
import type { ResultQuery } from './result-query.ts';
import { sectorOverlaps } from './sweep-sector.ts';

export class SweptTexts {
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

  /** Compares a result with all carriers, unless it was the last one that was compared. */
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

  /** The texts of one pair, as they were compared. */
  of(row: number): TextScores {
    const { carriers } = this;
    const { query } = this.last!;
    const theirs = carriers.meanings[row]!;
    return {
      foreign: this.isForeign(row),
      subject: carriers.columns.described[row] === 1 ? this.subjects[row]! / COSINE_UNIT : null,
      needs: query.asked.terms.length > 0 ? this.asked[row]! / COSINE_UNIT : null,
      record: carriers.portfolios.has(row) ? this.records[row]! : null,
      semantics: query.meaning && theirs ? closeness(query.meaning, theirs) : null,
    };
  }

  /** What the subject counts, by row. */
  subject(assumed: number, into: Float64Array): void {
    const { described, size } = this.carriers.columns;
    const { trust, subjects } = this;
    for (let row = 0; row < size; row++)
      into[row] = described[row] === 1 ? trust[row]! * saturate(subjects[row]! / COSINE_UNIT) : assumed;
    this.raiseForeign(assumed, into);
  }

  record(assumed: number, into: Float64Array): void {
    const { portfolios, columns } = this.carriers;
    const { trust, records } = this;
    for (let row = 0; row < columns.size; row++)
      into[row] = portfolios.has(row) ? trust[row]! * saturate(records[row]!) : assumed;
    this.raiseForeign(assumed, into);
  }

  needs(assumed: number, into: Float64Array): void {
    const { size } = this.carriers.columns;
    const { asked } = this;
    if (this.last!.query.asked.terms.length === 0) {
      into.fill(assumed, 0, size);
      return;
    }
    for (let row = 0; row < size; row++) into[row] = saturate(asked[row]! / COSINE_UNIT);
    this.raiseForeign(assumed, into);
  }

  /** Between languages, words that are not shared say nothing. */
  private raiseForeign(assumed: number, into: Float64Array): void {
    const { han, size } = this.carriers.columns;
    const own = this.language;
    for (let row = 0; row < size; row++) if (han[row] !== own && into[row]! < assumed) into[row] = assumed;
  }

  private isForeign(row: number): boolean {
    return this.carriers.columns.han[row] !== this.language;
  }

  private get language(): number {
    return this.last!.query.facts.analysis.language === 'han' ? 1 : 0;
  }

  private weighTrust({ facts }: ResultQuery): void {
    const { sectorTrust, size } = this.carriers.columns;
    const { overlap, trust } = this;
    const { weights, confidence } = facts.analysis.sectors;
    if (weights.length === 0) {
      trust.fill(1);
      return;
    }
    for (let row = 0; row < size; row++) {
      const other = sectorTrust[row]!;
      trust[row] = Number.isNaN(other) ? 1 : trustOfShared(overlap[row]!, Math.min(confidence, other));
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

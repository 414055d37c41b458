/** How alike one result's texts are to those of all carriers; computed once for both purposes. */
import type { CarrierIndex } from '../index/carrier-index.ts';
import { COSINE_UNIT } from '../index/impact-vector.ts';
import { closeness } from '../model/word-vectors.ts';
import type { TextScores } from '../score/affinity.ts';
import { saturate, trustOfShared } from '../score/components.ts';
import { AlignedWords } from './aligned-words.ts';
import type { SweptQuery } from './result-query.ts';
import { sectorOverlaps } from './sweep-sector.ts';

export class SweptTexts {
  /** Of the sector distributions, by row. */
  overlap = new Float64Array(0);
  /** What shared words are worth, by row. */
  private trust = new Float64Array(0);
  private subjects = new Int32Array(0);
  private asked = new Int32Array(0);
  /** Of the nearest past project. */
  private nearest = new Int32Array(0);
  /** What subject and needs count, and the record at most: a portfolio is never nearer than its nearest project. */
  subjectValues = new Float64Array(0);
  needsValues = new Float64Array(0);
  recordBounds = new Float64Array(0);
  private readonly carriers: CarrierIndex;
  private readonly words: AlignedWords | null;
  /** Of the result: 1 where it is Chinese, as in the columns. */
  private language = 0;
  /** Whether the result asks for anything. */
  private asks = false;
  private last: { readonly query: SweptQuery; readonly revision: number } | null = null;

  constructor(carriers: CarrierIndex) {
    this.carriers = carriers;
    this.words = carriers.keyWords && new AlignedWords(carriers.keyWords);
  }

  /** Compares a result with all carriers, unless it was the last one that was compared. */
  compare(query: SweptQuery): void {
    const { carriers } = this;
    if (this.last?.query === query && this.last.revision === carriers.revision) return;
    this.last = { query, revision: carriers.revision };
    this.language = query.facts.analysis.language === 'han' ? 1 : 0;
    this.asks = query.asked.terms.length > 0;
    this.reserve(carriers.columns.size);
    carriers.texts.accumulate(query.text, this.subjects);
    carriers.texts.accumulate(query.asked, this.asked);
    carriers.portfolios.nearest(query.text, this.nearest);
    sectorOverlaps(query.facts, carriers.columns, this.overlap);
    this.weighTrust(query);
    this.evaluate();
    this.words?.begin(query.text);
  }

  /** Aligns the result's words with those of a carrier; null where there is nothing to align. */
  get aligned(): AlignedWords | null {
    return this.words?.isEmpty ? null : this.words;
  }

  /** The texts of one pair, as they were compared. */
  of(row: number): TextScores {
    const { carriers, aligned } = this;
    const mine = this.last!.query.meaning;
    const theirs = carriers.meanings[row]!;
    return this.with(
      row,
      mine && theirs ? closeness(mine, theirs) : null,
      aligned && carriers.columns.described[row] === 1 ? aligned.of(row) : null,
    );
  }

  /** The same where meaning and alignment are known already. */
  with(row: number, semantics: number | null, alignment: number | null): TextScores {
    const { portfolios, columns } = this.carriers;
    return {
      foreign: columns.han[row] !== this.language,
      subject: columns.described[row] === 1 ? this.subjects[row]! / COSINE_UNIT : null,
      needs: this.asks ? this.asked[row]! / COSINE_UNIT : null,
      record: columns.recorded[row] === 1 ? portfolios.similarity(row) : null,
      semantics,
      alignment,
    };
  }

  /** The same for both purposes. */
  private evaluate(): void {
    const { size } = this.carriers.columns;
    const { trust, subjects, asked, nearest, subjectValues, needsValues, recordBounds } = this;
    for (let row = 0; row < size; row++) {
      subjectValues[row] = trust[row]! * saturate(subjects[row]! / COSINE_UNIT);
      needsValues[row] = saturate(asked[row]! / COSINE_UNIT);
      recordBounds[row] = trust[row]! * saturate(nearest[row]! / COSINE_UNIT);
    }
  }

  private weighTrust({ facts }: SweptQuery): void {
    const { sectorTrust, size } = this.carriers.columns;
    const { overlap, trust } = this;
    const { weights, strength } = facts.analysis.sectors;
    if (weights.length === 0) {
      trust.fill(1);
      return;
    }
    for (let row = 0; row < size; row++) {
      const other = sectorTrust[row]!;
      trust[row] = Number.isNaN(other)
        ? 1
        : trustOfShared(overlap[row]!, other < strength ? other : strength);
    }
  }

  private reserve(size: number): void {
    if (this.trust.length >= size) return;
    const room = Math.ceil(1.5 * size);
    this.trust = new Float64Array(room);
    this.overlap = new Float64Array(room);
    this.subjectValues = new Float64Array(room);
    this.needsValues = new Float64Array(room);
    this.recordBounds = new Float64Array(room);
    this.subjects = new Int32Array(room);
    this.asked = new Int32Array(room);
    this.nearest = new Int32Array(room);
  }
}

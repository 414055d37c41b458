/** How alike one result's texts are to those of all carriers; computed once for both purposes. */
import type { CarrierIndex } from '../index/carrier-index.ts';
import { COSINE_UNIT } from '../index/impact-vector.ts';
import type { KeyWords } from '../model/word-alignment.ts';
import { closeness } from '../model/word-vectors.ts';
import type { TextScores } from '../score/affinity.ts';
import { saturate, trustOfShared } from '../score/components.ts';
import { FOREIGN_SHARE } from '../settings.ts';
import type { SweptQuery } from './result-query.ts';
import { sectorOverlaps } from './sweep-sector.ts';

export class SweptTexts {
  /** What shared words are worth, by row. */
  trust = new Float64Array(0);
  /** Of the sector distributions, by row. */
  overlap = new Float64Array(0);
  private subjects = new Int32Array(0);
  private asked = new Int32Array(0);
  private records = new Float64Array(0);
  private subjectValues = new Float64Array(0);
  private needsValues = new Float64Array(0);
  private recordValues = new Float64Array(0);
  private readonly carriers: CarrierIndex;
  /** Aligns the result's words with those of a carrier; null where there is nothing to align. */
  align: ((row: number) => number) | null = null;
  /** Of carriers that came near to the best, as long as none changes. */
  private keyWords = new Map<number, KeyWords>();
  private keyWordsRevision = -1;
  private last: { readonly query: SweptQuery; readonly revision: number } | null = null;

  constructor(carriers: CarrierIndex) {
    this.carriers = carriers;
  }

  /** Compares a result with all carriers, unless it was the last one that was compared. */
  compare(query: SweptQuery): void {
    const { carriers } = this;
    if (this.last?.query === query && this.last.revision === carriers.revision) return;
    this.reserve(carriers.columns.size);
    carriers.texts.accumulate(query.text, this.subjects);
    carriers.texts.accumulate(query.asked, this.asked);
    carriers.portfolios.similarities(query.text, this.records);
    sectorOverlaps(query.facts, carriers.columns, this.overlap);
    this.weighTrust(query);
    this.evaluate();
    const { aligner } = carriers;
    const aligned =
      aligner && query.text.terms.length > 0 ? aligner.against(aligner.keyWords(query.text)) : null;
    this.align = aligned && ((row) => aligned(this.keyWordsOf(row)));
    this.last = { query, revision: carriers.revision };
  }

  private keyWordsOf(row: number): KeyWords {
    const { aligner, texts, revision } = this.carriers;
    if (this.keyWordsRevision !== revision) {
      this.keyWords.clear();
      this.keyWordsRevision = revision;
    }
    let words = this.keyWords.get(row);
    if (!words) {
      words = aligner!.keyWords(texts.vector(row));
      this.keyWords.set(row, words);
    }
    return words;
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
      alignment: this.align && carriers.columns.described[row] === 1 ? this.align(row) : null,
    };
  }

  /** What the subject counts, by row. */
  subject(assumed: number, into: Float64Array): void {
    const { described } = this.carriers.columns;
    this.count(this.subjectValues, described, assumed, into);
  }

  record(assumed: number, into: Float64Array): void {
    this.count(this.recordValues, this.carriers.columns.recorded, assumed, into);
  }

  needs(assumed: number, into: Float64Array): void {
    const { size } = this.carriers.columns;
    if (this.last!.query.asked.terms.length === 0) into.fill(assumed, 0, size);
    else this.count(this.needsValues, null, assumed, into);
  }

  /** `there`: 1 where the carrier has such a text; null where it always has. */
  private count(values: Float64Array, there: Uint8Array | null, assumed: number, into: Float64Array): void {
    const { size } = this.carriers.columns;
    if (there === null) into.set(values.subarray(0, size));
    else for (let row = 0; row < size; row++) into[row] = there[row] === 1 ? values[row]! : assumed;
    this.raiseForeign(assumed, into);
  }

  /** Between languages, words that are not shared say less (FOREIGN_SHARE). */
  private raiseForeign(assumed: number, into: Float64Array): void {
    const { han, size } = this.carriers.columns;
    const own = this.language;
    const least = FOREIGN_SHARE * assumed;
    for (let row = 0; row < size; row++) if (han[row] !== own && into[row]! < least) into[row] = least;
  }

  private isForeign(row: number): boolean {
    return this.carriers.columns.han[row] !== this.language;
  }

  private get language(): number {
    return this.last!.query.facts.analysis.language === 'han' ? 1 : 0;
  }

  /** The same for both purposes. */
  private evaluate(): void {
    const { size } = this.carriers.columns;
    const { trust, subjects, asked, records, subjectValues, needsValues, recordValues } = this;
    for (let row = 0; row < size; row++) {
      subjectValues[row] = trust[row]! * saturate(subjects[row]! / COSINE_UNIT);
      needsValues[row] = saturate(asked[row]! / COSINE_UNIT);
      recordValues[row] = trust[row]! * saturate(records[row]!);
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
      trust[row] = Number.isNaN(other) ? 1 : trustOfShared(overlap[row]!, Math.min(strength, other));
    }
  }

  private reserve(size: number): void {
    if (this.trust.length >= size) return;
    const room = Math.ceil(1.5 * size);
    this.trust = new Float64Array(room);
    this.overlap = new Float64Array(room);
    this.records = new Float64Array(room);
    this.subjectValues = new Float64Array(room);
    this.needsValues = new Float64Array(room);
    this.recordValues = new Float64Array(room);
    this.subjects = new Int32Array(room);
    this.asked = new Int32Array(room);
  }
}

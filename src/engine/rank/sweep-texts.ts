/** How alike one result's texts are to those of all carriers; computed once for both purposes. */
import type { CarrierIndex } from '../index/carrier-index.ts';
import { COSINE_UNIT } from '../index/impact-vector.ts';
import { HAN } from '../index/swept-columns.ts';
import { endOf, inGroups } from '../kernel/kernel.ts';
import { closeness } from '../model/word-vectors.ts';
import type { TextScores } from '../score/affinity.ts';
import { FOREIGN_SECTOR_DISCOUNT, LEXICAL_HALF } from '../settings.ts';
import { AlignedWords } from './aligned-words.ts';
import type { SweptQuery } from './result-query.ts';
import { sectorOverlaps } from './sweep-sector.ts';
import { TextProducts } from './text-products.ts';

/** The sum of products that is worth one half. */
const HALF = LEXICAL_HALF * COSINE_UNIT;

export class SweptTexts {
  /** What subject and needs count, by row. */
  subjects: Float32Array = new Float32Array(0);
  needs: Float32Array = new Float32Array(0);
  /** What shared words are worth, by row. */
  trust: Float32Array = new Float32Array(0);
  /** How sure both sectors are, and the overlap of the sectors times that; by row. */
  sectorTrust: Float32Array = new Float32Array(0);
  overlaps: Float32Array = new Float32Array(0);
  /** Of the result, as a bit of the traits. */
  language = 0;
  private readonly text: TextProducts;
  private readonly asked: TextProducts;
  private readonly carriers: CarrierIndex;
  private readonly words: AlignedWords | null;
  /** Whether the result asks for anything. */
  private asks = false;
  private last: { readonly query: SweptQuery; readonly revision: number } | null = null;

  constructor(carriers: CarrierIndex) {
    this.carriers = carriers;
    this.text = new TextProducts(carriers.kernel);
    this.asked = new TextProducts(carriers.kernel);
    this.words = carriers.keyWords && new AlignedWords(carriers.keyWords);
  }

  /** Compares a result with all carriers, unless it was the last one that was compared. */
  compare(query: SweptQuery): void {
    const { carriers } = this;
    if (this.last?.query === query && this.last.revision === carriers.revision) return;
    this.last = { query, revision: carriers.revision };
    this.language = query.facts.analysis.language === 'han' ? HAN : 0;
    this.asks = query.asked.terms.length > 0;
    this.reserve(carriers.columns.size);
    this.text.compare(carriers.texts, query.own.text, query.text, this.isForeign);
    if (this.asks) this.asked.compare(carriers.texts, query.own.asked, query.asked, this.isForeign);
    carriers.portfolios.begin(query.own.text, query.text);
    sectorOverlaps(query.facts, carriers, this.overlaps);
    this.evaluate(query);
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
    const theirs = carriers.meanings.rows[row]!;
    return this.with(
      row,
      this.record(row),
      mine && theirs ? closeness(mine, theirs) : null,
      aligned && carriers.columns.described[row] === 1 ? aligned.of(row) : null,
    );
  }

  /** To the past projects; null where there are none. */
  record(row: number): number | null {
    const { portfolios, columns } = this.carriers;
    return columns.recorded[row] === 1 ? portfolios.similarity(row, this.isForeign(row)) : null;
  }

  /** The same, where the rest is known already. */
  with(row: number, record: number | null, semantics: number | null, alignment: number | null): TextScores {
    const { columns, refused } = this.carriers;
    const foreign = this.isForeign(row);
    const { query } = this.last!;
    const { facts } = query;
    const { text, asked } = foreign ? query : query.own;
    return {
      foreign,
      english: !foreign && this.language !== HAN,
      subject: columns.described[row] === 1 ? this.text.sums[row]! / COSINE_UNIT : null,
      needs: this.asks ? this.asked.sums[row]! / COSINE_UNIT : null,
      record,
      semantics,
      alignment,
      refusal: refused.first(row, text, asked, facts.analysis.aside),
    };
  }

  /** Whether a row's text is of the other language. */
  readonly isForeign = (row: number): boolean =>
    ((this.carriers.swept.traits[row]! ^ this.language) & HAN) !== 0;

  /** The same for both purposes. The numbers of `compareSectors` and `trustOfShared`. */
  private evaluate({ facts }: SweptQuery): void {
    const { columns, swept, kernel } = this.carriers;
    const { subjects, needs, trust, sectorTrust, overlaps } = this;
    const end = endOf(columns.size);
    kernel.run.saturate(this.text.sums.byteOffset, HALF, subjects.byteOffset, end);
    if (this.asks) kernel.run.saturate(this.asked.sums.byteOffset, HALF, needs.byteOffset, end);
    const { weights, strength } = facts.analysis.sectors;
    kernel.run.trustSectors(
      ...[swept.sectorTrust.byteOffset, weights.length > 0 ? strength : 0, FOREIGN_SECTOR_DISCOUNT],
      ...[sectorTrust.byteOffset, overlaps.byteOffset, trust.byteOffset, subjects.byteOffset],
      end,
    );
  }

  private reserve(size: number): void {
    if (this.trust.length >= inGroups(size)) return;
    const { kernel } = this.carriers;
    const room = inGroups(1.5 * size);
    this.subjects = kernel.floats(room);
    this.needs = kernel.floats(room);
    this.trust = kernel.floats(room);
    this.sectorTrust = kernel.floats(room);
    this.overlaps = kernel.floats(room);
    this.text.reserve(room);
    this.asked.reserve(room);
  }
}

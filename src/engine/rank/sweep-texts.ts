/** How alike one result's texts are to those of all carriers; computed once for both purposes. */
import type { CarrierIndex } from '../index/carrier-index.ts';
import { COSINE_UNIT } from '../index/impact-vector.ts';
import { HAN } from '../index/swept-columns.ts';
import { closeness } from '../model/word-vectors.ts';
import type { TextScores } from '../score/affinity.ts';
import { saturate } from '../score/components.ts';
import { FOREIGN_SECTOR_DISCOUNT, LEXICAL_HALF } from '../settings.ts';
import { AlignedWords } from './aligned-words.ts';
import type { SweptQuery } from './result-query.ts';
import { sectorOverlaps } from './sweep-sector.ts';
import { TextProducts } from './text-products.ts';

/** The sum of products that is worth one half: one division instead of three for each row. */
const HALF = LEXICAL_HALF * COSINE_UNIT;

export class SweptTexts {
  /** What subject and needs count, by row: at most, and once a row is completed exactly. */
  subjects = new Float32Array(0);
  needs = new Float32Array(0);
  /** What shared words are worth, by row. */
  trust = new Float32Array(0);
  /** How sure both sectors are, and the overlap of the sectors times that; by row. */
  sectorTrust = new Float32Array(0);
  overlaps = new Float32Array(0);
  /** Of the result, as a bit of the traits. */
  language = 0;
  private readonly text = new TextProducts();
  private readonly asked = new TextProducts();
  /** By row: the question for which it was completed. */
  private completedFor = new Uint32Array(0);
  private question = 0;
  private readonly carriers: CarrierIndex;
  private readonly words: AlignedWords | null;
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
    this.language = query.facts.analysis.language === 'han' ? HAN : 0;
    this.asks = query.asked.terms.length > 0;
    this.reserve(carriers.columns.size);
    this.question++;
    this.text.compare(carriers.texts, query.own.text, query.text, this.isForeign);
    if (this.asks) this.asked.compare(carriers.texts, query.own.asked, query.asked, this.isForeign);
    carriers.portfolios.begin(query.own.text, query.text);
    sectorOverlaps(query.facts, carriers, this.overlaps);
    this.evaluate(query);
    if (this.asks) this.evaluateNeeds();
    this.words?.begin(query.text);
  }

  /** Aligns the result's words with those of a carrier; null where there is nothing to align. */
  get aligned(): AlignedWords | null {
    return this.words?.isEmpty ? null : this.words;
  }

  /** Replaces what subject and needs can come to by what they do. */
  complete(row: number): void {
    if (this.completedFor[row] === this.question) return;
    this.completedFor[row] = this.question;
    const { texts } = this.carriers;
    const foreign = this.isForeign(row);
    this.text.complete(texts, row, foreign);
    this.subjects[row] = this.trust[row]! * saturate(this.text.sums[row]!, HALF);
    if (!this.asks) return;
    this.asked.complete(texts, row, foreign);
    this.needs[row] = saturate(this.asked.sums[row]!, HALF);
  }

  /** The texts of one pair, as they were compared. */
  of(row: number): TextScores {
    this.complete(row);
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

  /** The same of a completed row, where the rest is known already. */
  with(row: number, record: number | null, semantics: number | null, alignment: number | null): TextScores {
    const { columns, refused } = this.carriers;
    const foreign = this.isForeign(row);
    const { query } = this.last!;
    const { text, asked } = foreign ? query : query.own;
    return {
      foreign,
      english: !foreign && this.language !== HAN,
      subject: columns.described[row] === 1 ? this.text.sums[row]! / COSINE_UNIT : null,
      needs: this.asks ? this.asked.sums[row]! / COSINE_UNIT : null,
      record,
      semantics,
      alignment,
      refusal: refused.first(row, text, asked),
    };
  }

  /** Whether a row's text is of the other language. */
  readonly isForeign = (row: number): boolean =>
    ((this.carriers.swept.traits[row]! ^ this.language) & HAN) !== 0;

  /** The same for both purposes. The numbers of `compareSectors` and `trustOfShared`. */
  private evaluate({ facts }: SweptQuery): void {
    const { columns, swept } = this.carriers;
    const { size } = columns;
    const { text, subjects, trust, sectorTrust, overlaps, language } = this;
    const { traits } = swept;
    const { weights, strength } = facts.analysis.sectors;
    const mine = weights.length > 0 ? strength : 0;
    const theirs = swept.sectorTrust;
    const { lengths } = this.carriers.texts.common;
    const [ownRest, foreignRest] = [text.restLength(false), text.restLength(true)];
    for (let row = 0; row < size; row++) {
      const sure = Math.min(theirs[row]!, mine);
      const overlap = sure * overlaps[row]!;
      const worth = 1 - FOREIGN_SECTOR_DISCOUNT * (sure - Math.min(sure, 2 * overlap));
      sectorTrust[row] = sure;
      overlaps[row] = overlap;
      trust[row] = worth;
      const rest = ((traits[row]! ^ language) & HAN) === 0 ? ownRest : foreignRest;
      subjects[row] = worth * saturate(text.sums[row]! + rest * lengths[row]!, HALF);
    }
  }

  private evaluateNeeds(): void {
    const { asked, needs, language } = this;
    const { lengths } = this.carriers.texts.common;
    const { traits } = this.carriers.swept;
    const { size } = this.carriers.columns;
    const [ownRest, foreignRest] = [asked.restLength(false), asked.restLength(true)];
    for (let row = 0; row < size; row++) {
      const rest = ((traits[row]! ^ language) & HAN) === 0 ? ownRest : foreignRest;
      needs[row] = saturate(asked.sums[row]! + rest * lengths[row]!, HALF);
    }
  }

  private reserve(size: number): void {
    if (this.trust.length >= size) return;
    const room = Math.ceil(1.5 * size);
    this.subjects = new Float32Array(room);
    this.needs = new Float32Array(room);
    this.trust = new Float32Array(room);
    this.sectorTrust = new Float32Array(room);
    this.overlaps = new Float32Array(room);
    this.completedFor = new Uint32Array(room);
    this.text.reserve(room);
    this.asked.reserve(room);
  }
}

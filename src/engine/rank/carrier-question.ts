/** One carrier and all results: how alike their texts are, and what a pair can score at most by them. */
import type { NamedAside } from '../../domain/analysis.ts';
import type { Purpose } from '../../domain/purpose.ts';
import type { CarrierIndex } from '../index/carrier-index.ts';
import type { ImpactIndex } from '../index/impact-index.ts';
import { COSINE_UNIT, type ImpactVector, type VectorStretch } from '../index/impact-vector.ts';
import { ownWords } from '../index/own-words.ts';
import { pooled } from '../index/portfolio-index.ts';
import type { ResultIndex } from '../index/result-index.ts';
import type { KeyWords } from '../model/word-alignment.ts';
import { closeness } from '../model/word-vectors.ts';
import type { TextScores } from '../score/affinity.ts';
import { saturate } from '../score/components.ts';
import { COMPONENTS, kindOf, WEIGHTS, type WeightTable } from '../score/weight-tables.ts';
import { ShortTexts, scanOne } from './scanned-rows.ts';

/** Shares of words sum to 1 but for what is lost in rounding. */
const SLACK = 1e-9;

export class CarrierQuestion {
  /** No two texts align better; null where the carrier's has nothing to align. */
  readonly mostAligned: number | null;
  private readonly results: ResultIndex;
  private readonly carriers: CarrierIndex;
  private readonly row: number;
  private readonly isDescribed: boolean;
  private readonly isEnglish: boolean;
  private readonly whole: Sums;
  /** With results of the carrier's language; never more than the whole. */
  private readonly own: Sums;
  /** The past projects, and by row of the results what the nearest of them comes to. */
  private readonly projects: ShortTexts;
  private readonly ownProjects: ShortTexts;
  private readonly nearest: Int32Array;
  private readonly align: ((other: KeyWords) => number) | null;

  /** The carrier in row `c`. */
  constructor(results: ResultIndex, carriers: CarrierIndex, c: number) {
    this.results = results;
    this.carriers = carriers;
    this.row = c;
    const text = carriers.texts.vector(c);
    this.isDescribed = text.terms.length > 0;
    const { language } = carriers.rows.at(c).analysis;
    this.isEnglish = language === 'latin';
    const items = carriers.portfolios.vectors(c);
    this.whole = sumsOf(results, text);
    this.projects = new ShortTexts(items);
    this.nearest = this.projects.greatest(results.texts);
    const own = (vector: ImpactVector) => ownWords(carriers.model.lexicon, language, vector);
    this.own = this.isEnglish ? sumsOf(results, own(text)) : this.whole;
    this.ownProjects = this.isEnglish ? new ShortTexts(items.map(own)) : this.projects;
    const aligner = this.isDescribed ? carriers.keyWords?.aligner : undefined;
    this.align = aligner ? aligner.against(aligner.keyWords(text)) : null;
    this.mostAligned = aligner ? aligner.closest + SLACK : null;
  }

  /** Of the result in a row, all but how the words align. */
  texts(row: number): Omit<TextScores, 'alignment'> {
    const { language, aside } = this.results.rows.at(row).analysis;
    const foreign = (language === 'latin') !== this.isEnglish;
    const { subjects, asked } = foreign ? this.whole : this.own;
    return {
      foreign,
      english: !foreign && this.isEnglish,
      subject: this.isDescribed ? subjects[row]! / COSINE_UNIT : null,
      needs: this.asks(row) ? asked[row]! / COSINE_UNIT : null,
      record: this.record(row, foreign ? this.projects : this.ownProjects),
      semantics: this.semantics(row),
      refusal: this.refusal(row, foreign, aside),
    };
  }

  /** Held against what a result's question holds against it: between two English texts their own words. */
  private refusal(row: number, foreign: boolean, aside: NamedAside | undefined): number | null {
    const { refused, model } = this.carriers;
    const met = (texts: ImpactIndex) => {
      const vector = texts.vector(row);
      return foreign || !this.isEnglish ? vector : ownWords(model.lexicon, 'latin', vector);
    };
    return refused.first(this.row, met(this.results.texts), met(this.results.asked), aside);
  }

  private record(row: number, projects: ShortTexts): number | null {
    if (projects.count === 0) return null;
    return pooled(Array.from(projects.products(this.results.texts.stretch(row)), (sum) => sum / COSINE_UNIT));
  }

  /** Whether there is something to align. */
  isAlignable(row: number): boolean {
    return this.align !== null && hasWords(this.results.texts.stretch(row));
  }

  alignment(row: number): number | null {
    return this.isAlignable(row) ? this.align!(this.results.keyWords!.of(row)) : null;
  }

  /**
   * What the pair can score at most, whatever the facts of the result are: of those every component may be 1, and no
   * limit reduces. A text component counts as it is, or what is assumed where that is more; past projects count no more
   * than the nearest of them. Whether the result is English is a fact too: for an English carrier the larger counts.
   */
  most(row: number, purpose: Purpose, table: WeightTable): number {
    const most = this.mostOf(row, purpose, table, false);
    return this.isEnglish ? Math.max(most, this.mostOf(row, purpose, table, true)) : most;
  }

  private mostOf(row: number, purpose: Purpose, table: WeightTable, english: boolean): number {
    const { subject, record, semantics, alignment, needs } = WEIGHTS[purpose];
    const { subjects, asked } = this.whole;
    const meaning = this.semantics(row);
    const isAlignable = this.isAlignable(row);
    const kind = kindOf(this.isDescribed, this.projects.count > 0, meaning !== null, isAlignable, english);
    const at = kind * COMPONENTS.length;
    return (
      table[at]! * this.atLeast(subject.assumed, this.isDescribed ? subjects[row]! : 0) +
      table[at + 1]! * this.atLeast(record.assumed, this.nearest[row]!) +
      table[at + 2]! * (meaning ?? semantics.assumed) +
      table[at + 3]! * (isAlignable ? this.mostAligned! : alignment.assumed) +
      table[at + 4]! * this.atLeast(needs.assumed, this.asks(row) ? asked[row]! : 0) +
      table[at + 5]! +
      table[at + 6]! +
      table[at + 7]!
    );
  }

  private atLeast(assumed: number, sum: number): number {
    return Math.max(assumed, saturate(sum / COSINE_UNIT));
  }

  private semantics(row: number): number | null {
    const [mine, theirs] = [this.carriers.meanings.rows[this.row]!, this.results.meanings.rows[row]!];
    return mine && theirs ? closeness(mine, theirs) : null;
  }

  private asks(row: number): boolean {
    return hasWords(this.results.asked.stretch(row));
  }
}

function hasWords({ start, end }: VectorStretch): boolean {
  return end > start;
}

/** Sums of products by row of the results. */
interface Sums {
  readonly subjects: Int32Array;
  readonly asked: Int32Array;
}

function sumsOf(results: ResultIndex, text: ImpactVector): Sums {
  return { subjects: scanOne(results.texts, text), asked: scanOne(results.asked, text) };
}

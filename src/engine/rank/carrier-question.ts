/** One carrier and all results: how alike their texts are, and what a pair can score at most by them. */
import type { Purpose } from '../../domain/purpose.ts';
import type { CarrierIndex } from '../index/carrier-index.ts';
import { COSINE_UNIT, type VectorStretch } from '../index/impact-vector.ts';
import { pooled } from '../index/portfolio-index.ts';
import type { ResultIndex } from '../index/result-index.ts';
import type { KeyWords } from '../model/word-alignment.ts';
import { closeness } from '../model/word-vectors.ts';
import { COMPONENTS, kindOf, type TextScores, WEIGHTS, type WeightTable } from '../score/affinity.ts';
import { saturate } from '../score/components.ts';
import { scanOne, scanSeveral } from './scanned-rows.ts';

/** Shares of words sum to 1 but for what is lost in rounding. */
const SLACK = 1e-9;

export class CarrierQuestion {
  /** No two texts align better; null where the carrier's has nothing to align. */
  readonly mostAligned: number | null;
  private readonly results: ResultIndex;
  private readonly carriers: CarrierIndex;
  private readonly row: number;
  private readonly isDescribed: boolean;
  private readonly subjects: Int32Array;
  private readonly asked: Int32Array;
  /** By past project. */
  private readonly items: readonly Int32Array[];
  private readonly align: ((other: KeyWords) => number) | null;

  /** The carrier in row `c`. */
  constructor(results: ResultIndex, carriers: CarrierIndex, c: number) {
    this.results = results;
    this.carriers = carriers;
    this.row = c;
    const text = carriers.texts.vector(c);
    this.isDescribed = text.terms.length > 0;
    this.subjects = scanOne(results.texts, text);
    this.asked = scanOne(results.asked, text);
    this.items = scanSeveral(results.texts, carriers.portfolios.vectors(c));
    const aligner = this.isDescribed ? carriers.keyWords?.aligner : undefined;
    this.align = aligner ? aligner.against(aligner.keyWords(text)) : null;
    this.mostAligned = aligner ? aligner.closest + SLACK : null;
  }

  /** Of the result in a row, all but how the words align. */
  texts(row: number): Omit<TextScores, 'alignment'> {
    const { language } = this.carriers.rows.at(this.row).analysis;
    return {
      foreign: this.results.rows.at(row).analysis.language !== language,
      subject: this.isDescribed ? this.subjects[row]! / COSINE_UNIT : null,
      needs: this.asks(row) ? this.asked[row]! / COSINE_UNIT : null,
      record: this.items.length > 0 ? pooled(this.items.map((item) => item[row]! / COSINE_UNIT)) : null,
      semantics: this.semantics(row),
    };
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
   * limit reduces. A text component counts as it is, or what is assumed where that is more.
   */
  most(row: number, purpose: Purpose, table: WeightTable): number {
    const { subject, record, semantics, alignment, needs } = WEIGHTS[purpose];
    const meaning = this.semantics(row);
    const isAlignable = this.isAlignable(row);
    const kind = kindOf(this.isDescribed, this.items.length > 0, meaning !== null, isAlignable);
    const at = kind * COMPONENTS.length;
    return (
      table[at]! * this.atLeast(subject.assumed, this.isDescribed ? this.subjects[row]! : 0) +
      table[at + 1]! * this.atLeast(record.assumed, this.nearestItem(row)) +
      table[at + 2]! * (meaning ?? semantics.assumed) +
      table[at + 3]! * (isAlignable ? this.mostAligned! : alignment.assumed) +
      table[at + 4]! * this.atLeast(needs.assumed, this.asks(row) ? this.asked[row]! : 0) +
      table[at + 5]! +
      table[at + 6]! +
      table[at + 7]!
    );
  }

  private atLeast(assumed: number, sum: number): number {
    return Math.max(assumed, saturate(sum / COSINE_UNIT));
  }

  /** The mean over the past projects is no larger than the largest. */
  private nearestItem(row: number): number {
    let nearest = 0;
    for (let i = 0; i < this.items.length; i++) nearest = Math.max(nearest, this.items[i]![row]!);
    return nearest;
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

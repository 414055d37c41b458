/**
 * The best carriers of one result. A few passes over arrays bound what every pair can score; pairs are then looked at
 * one by one, the most promising first. What texts mean and how their words align costs the most and is looked at
 * only where it could lift a carrier among the best.
 */
import type { Condition } from '../../domain/profile.ts';
import type { Purpose } from '../../domain/purpose.ts';
import type { CarrierIndex } from '../index/carrier-index.ts';
import { closeness } from '../model/word-vectors.ts';
import { type PairScore, type PoolKnowledge, scorePair, type TextScores } from '../score/affinity.ts';
import { ALIGNABLE, MEANINGFUL, weightTables } from '../score/weight-tables.ts';
import { CostlyBounds } from './costly-bounds.ts';
import { PromisingRows } from './promising-rows.ts';
import type { SweptQuery } from './result-query.ts';
import { type Compared, ScoreBounds } from './score-bounds.ts';
import { ownFactor } from './sweep-limits.ts';
import { SweptTexts } from './sweep-texts.ts';
import { TopRows } from './top-rows.ts';

/**
 * By how much a bound may fall short of the score that it bounds: it is a sum of numbers of 32 bits, of which some twenty
 * operations may each lose 2^-24 of 1. This is eight times as much.
 */
const SLACK = 1e-5;
/** So many more than are asked for are looked at first, most promising first: few others are left then. */
const FIRST_MORE = 20;
/** Below everything that a score can reach. */
const DONE = -1;

export interface FoundCarrier {
  readonly row: number;
  readonly found: PairScore;
}

export class CarrierSweep {
  /** What scoring a pair takes to know of all. */
  readonly knowledge: PoolKnowledge;
  private readonly carriers: CarrierIndex;
  private readonly texts: SweptTexts;
  private readonly bounds: ScoreBounds;
  private readonly costly = new CostlyBounds();
  private readonly promising = new PromisingRows();

  constructor(carriers: CarrierIndex, conditions: ReadonlyMap<string, Condition>) {
    this.carriers = carriers;
    this.texts = new SweptTexts(carriers);
    this.bounds = new ScoreBounds(carriers.kernel);
    this.knowledge = { conditions, weights: weightTables(carriers.trust), rarity: carriers.rarity() };
  }

  /** How alike the texts of a result and of the carrier in `row` are. */
  textsOf(query: SweptQuery, row: number): TextScores {
    this.texts.compare(query);
    return this.texts.of(row);
  }

  /** Of a result with the carrier in `row`. */
  score(query: SweptQuery, row: number, purpose: Purpose): PairScore {
    const texts = this.textsOf(query, row);
    return scorePair(query.facts, this.carriers.rows.at(row), purpose, texts, this.knowledge);
  }

  /** The `limit` best carriers, best first, ties in the order of ids. */
  top(query: SweptQuery, purpose: Purpose, limit: number): FoundCarrier[] {
    const { carriers, texts, bounds, costly, knowledge } = this;
    if (carriers.columns.size === 0) return [];
    texts.compare(query);
    if (ownFactor(query.facts, purpose) === 0) return this.allAlike(query, purpose, limit);
    const weights = knowledge.weights[purpose];
    costly.begin(weights, purpose, query, carriers, texts.aligned);
    const best = this.noneYet<PairScore>(limit);
    const firstLimit = limit + FIRST_MORE;
    const first = this.noneYet<null>(firstLimit);
    const compared = { query, purpose, carriers, texts, conditions: knowledge.conditions };
    bounds.note(compared, weights, costly);
    bounds.rows.offerTo(first, firstLimit);
    const { most } = bounds.rows;
    const canBeAmong = (row: number) => most[row]! >= best.threshold - SLACK;
    // those that can reach most are the best or nearly so: what they reach leaves little else to look at
    for (const { row } of first.sorted()) {
      if (!canBeAmong(row)) return best.sorted();
      this.lookAt(compared, row, best);
      most[row] = DONE;
    }
    const rows = this.promising.of(bounds.rows, best.threshold - SLACK);
    // by place: an iterator makes an object for each of thousands of rows
    for (let at = 0; at < rows.length; at++)
      if (canBeAmong(rows[at]!)) this.lookAt(compared, rows[at]!, best);
    return best.sorted();
  }

  /** Offers a row, unless it becomes certain on the way that it is none of the best. */
  private lookAt(compared: Compared, row: number, best: TopRows<PairScore>): void {
    const { carriers, texts, bounds, costly, knowledge } = this;
    const { query, purpose } = compared;
    const least = best.threshold - SLACK;
    const factor = bounds.factor(row);
    const kind = costly.kindOf(carriers.columns.kinds[row]!, texts.isForeign(row));
    let most = bounds.rows.most[row]!;
    let semantics: number | null = null;
    if (kind & MEANINGFUL) {
      semantics = closeness(query.meaning!, carriers.meanings.rows[row]!);
      most -= factor * costly.semanticsWeight[kind]! * (costly.mostSemantics - semantics);
      if (most < least) return;
    }
    const record = texts.record(row);
    if (record !== null) {
      most -= factor * bounds.recordShortfall(compared, row, record);
      if (most < least) return;
    }
    let alignment: number | null = null;
    if (kind & ALIGNABLE) {
      const worth = factor * costly.alignmentWeight[kind]!;
      alignment = texts.aligned!.of(row, worth > 0 ? costly.mostAlignment - (most - least) / worth : 0);
      if (alignment < 0) return;
      most -= worth * (costly.mostAlignment - alignment);
      if (most < least) return;
    }
    const alike = texts.with(row, record, semantics, alignment);
    const found = scorePair(query.facts, carriers.rows.at(row), purpose, alike, knowledge);
    best.offer(row, found.score, found);
  }

  /** Nobody fits, whoever it is: the order of ids decides. */
  private allAlike(query: SweptQuery, purpose: Purpose, limit: number): FoundCarrier[] {
    const { columns, rows } = this.carriers;
    const first = this.noneYet<null>(limit);
    for (let row = 0; row < columns.size; row++) {
      if (columns.present[row] === 1) first.offer(row, 0, null);
      if (rows.isRising && first.isFull) break;
    }
    return first.sorted().map(({ row }) => ({ row, found: this.score(query, row, purpose) }));
  }

  private noneYet<Found>(limit: number): TopRows<Found> {
    return new TopRows(limit, (row, other) => this.carriers.rows.isBefore(row, other));
  }
}

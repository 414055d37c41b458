/**
 * The best carriers of one result. A few passes over arrays bound what every pair can score; pairs are then looked at
 * one by one, the most promising first. What texts mean and how their words align costs the most and is looked at
 * only where it could lift a carrier among the best.
 */
import type { Condition } from '../../domain/profile.ts';
import type { Purpose } from '../../domain/purpose.ts';
import type { CarrierIndex } from '../index/carrier-index.ts';
import { closeness } from '../model/word-vectors.ts';
import {
  ALIGNABLE,
  MEANINGFUL,
  type PairScore,
  type PoolKnowledge,
  scorePair,
  type TextScores,
  weightTables,
} from '../score/affinity.ts';
import { CostlyBounds } from './costly-bounds.ts';
import { PromisingRows } from './promising-rows.ts';
import type { SweptQuery } from './result-query.ts';
import { ScoreBounds } from './score-bounds.ts';
import { ownFactor } from './sweep-limits.ts';
import { SweptTexts } from './sweep-texts.ts';
import { TopRows } from './top-rows.ts';

/** More than the last digits of two sums of the same numbers can differ by. */
const SLACK = 1e-8;

export interface FoundCarrier {
  readonly row: number;
  readonly found: PairScore;
}

export class CarrierSweep {
  /** What scoring a pair takes to know of all. */
  readonly knowledge: PoolKnowledge;
  private readonly carriers: CarrierIndex;
  private readonly texts: SweptTexts;
  private readonly bounds = new ScoreBounds();
  private readonly costly = new CostlyBounds();
  private readonly promising = new PromisingRows();

  constructor(carriers: CarrierIndex, conditions: ReadonlyMap<string, Condition>) {
    this.carriers = carriers;
    this.texts = new SweptTexts(carriers);
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
    texts.compare(query);
    if (ownFactor(query.facts, purpose) === 0) return this.allAlike(query, purpose, limit);
    const best = this.noneYet<PairScore>(limit);
    const weights = knowledge.weights[purpose];
    const { aligned } = texts;
    costly.begin(weights, purpose, query, carriers, aligned);
    const compared = { query, purpose, carriers, texts, conditions: knowledge.conditions };
    const surely = bounds.note(compared, weights, costly, limit);
    const { size, kinds } = carriers.columns;
    for (const row of this.promising.from(bounds.most, surely - SLACK, size)) {
      const least = best.threshold - SLACK;
      const factor = bounds.factors[row]!;
      const kind = kinds[row]! & costly.mask;
      let most = bounds.most[row]!;
      if (most < least) continue;
      let semantics: number | null = null;
      if (kind & MEANINGFUL) {
        semantics = closeness(query.meaning!, carriers.meanings[row]!);
        most -= factor * costly.semanticsWeight[kind]! * (costly.mostSemantics - semantics);
        if (most < least) continue;
      }
      let alignment: number | null = null;
      if (kind & ALIGNABLE) {
        const worth = factor * costly.alignmentWeight[kind]!;
        alignment = aligned!.of(row, worth > 0 ? costly.mostAlignment - (most - least) / worth : 0);
        if (alignment < 0) continue;
      }
      const found = scorePair(
        query.facts,
        carriers.rows.at(row),
        purpose,
        texts.with(row, semantics, alignment),
        knowledge,
      );
      best.offer(row, found.score, found);
    }
    return best.sorted();
  }

  /** Nobody fits, whoever it is: the order of ids decides. */
  private allAlike(query: SweptQuery, purpose: Purpose, limit: number): FoundCarrier[] {
    const { columns } = this.carriers;
    const first = this.noneYet<null>(limit);
    for (let row = 0; row < columns.size; row++) if (columns.present[row] === 1) first.offer(row, 0, null);
    return first.sorted().map(({ row }) => ({ row, found: this.score(query, row, purpose) }));
  }

  private noneYet<Found>(limit: number): TopRows<Found> {
    return new TopRows(limit, (row, other) => this.carriers.rows.isBefore(row, other));
  }
}

/**
 * The score of one result with every carrier in a few passes over arrays: the same numbers as `scorePair`, to
 * the bit, without an object for each pair. What costs little is computed for every row and bounds its score; rows
 * are then looked at most promising first. What texts mean and how their words align costs the most and is looked at
 * only where it could lift a carrier among the best.
 */
import type { Condition } from '../../domain/profile.ts';
import type { Purpose } from '../../domain/purpose.ts';
import type { CarrierIndex } from '../index/carrier-index.ts';
import { closeness } from '../model/word-vectors.ts';
import { COMPONENTS, type TextScores, WEIGHTS, type WeightTable, weightTables } from '../score/affinity.ts';
import { roundAffinity } from '../score/calibration.ts';
import { BLOCK, CheapParts, createBlock } from './cheap-parts.ts';
import { ALIGNABLE, CostlyBounds, MEANINGFUL } from './costly-bounds.ts';
import { GreatestValues } from './greatest-values.ts';
import { PromisingRows } from './promising-rows.ts';
import type { SweptQuery } from './result-query.ts';
import { ownFactor } from './sweep-limits.ts';
import { SweptTexts } from './sweep-texts.ts';
import { TopRows } from './top-rows.ts';

/** More than the last digits of two sums of the same numbers can differ by. */
const SLACK = 1e-8;

export class CarrierSweep {
  private readonly carriers: CarrierIndex;
  private readonly conditions: ReadonlyMap<string, Condition>;
  private readonly texts: SweptTexts;
  private readonly weights: Readonly<Record<Purpose, WeightTable>>;
  private readonly block = createBlock();
  private readonly promising = new PromisingRows();
  /** Of all limits, by row. */
  private factors = new Float64Array(0);

  constructor(carriers: CarrierIndex, conditions: ReadonlyMap<string, Condition>) {
    this.carriers = carriers;
    this.conditions = conditions;
    this.texts = new SweptTexts(carriers);
    this.weights = weightTables(carriers.trust);
  }

  /** How alike the texts of a result and of the carrier in `row` are. */
  textsOf(query: SweptQuery, row: number): TextScores {
    this.texts.compare(query);
    return this.texts.of(row);
  }

  /** The `limit` best carriers, best first, ties in the order of ids. */
  top(query: SweptQuery, purpose: Purpose, limit: number): { row: number; score: number }[] {
    const { carriers, texts, conditions, promising } = this;
    texts.compare(query);
    const best = new TopRows(limit, (row, other) => carriers.rows.isBefore(row, other));
    if (ownFactor(query.facts, purpose) === 0) return this.allAlike(best);
    const weights = this.weights[purpose];
    const { aligned } = texts;
    const parts = new CheapParts(this.block, weights, { query, purpose, carriers, texts, conditions });
    const bounds = new CostlyBounds(weights, purpose, query, carriers, aligned);
    const surely = this.bound(parts, bounds, purpose, limit);
    const assumed = WEIGHTS[purpose];
    for (const row of promising.from(surely - SLACK, carriers.columns.size)) {
      const factor = this.factors[row]!;
      if (factor === 0) {
        best.offer(row, 0);
        continue;
      }
      const least = best.threshold - SLACK;
      let most = promising.most[row]!;
      if (most < least) continue;
      const kind = carriers.columns.kinds[row]! & bounds.mask;
      let semantics = assumed.semantics.assumed;
      if (kind & MEANINGFUL) {
        semantics = closeness(query.meaning!, carriers.meanings[row]!);
        most -= factor * bounds.semanticsWeight[kind]! * (bounds.mostSemantics - semantics);
        if (most < least) continue;
      }
      let alignment = assumed.alignment.assumed;
      if (kind & ALIGNABLE) {
        const worth = factor * bounds.alignmentWeight[kind]!;
        alignment = aligned!.of(row, worth > 0 ? bounds.mostAlignment - (most - least) / worth : 0);
        if (alignment < 0) continue;
      }
      best.offer(row, roundAffinity(parts.score(row, kind, { semantics, alignment })));
    }
    return best.sorted();
  }

  /** Nobody fits, whoever it is: the order of ids decides. */
  private allAlike(best: TopRows): { row: number; score: number }[] {
    const { present, size } = this.carriers.columns;
    for (let row = 0; row < size; row++) if (present[row] === 1) best.offer(row, 0);
    return best.sorted();
  }

  /** Notes what the score of each row can reach; returns what the `limit` best are sure to reach. */
  private bound(parts: CheapParts, bounds: CostlyBounds, purpose: Purpose, limit: number): number {
    const { present, kinds, recorded, size } = this.carriers.columns;
    this.reserve(size);
    const { factors, texts } = this;
    const weights = this.weights[purpose];
    const { most } = this.promising;
    const subjectAssumed = WEIGHTS[purpose].subject.assumed;
    const recordAssumed = WEIGHTS[purpose].record.assumed;
    const needsAssumed = WEIGHTS[purpose].needs.assumed;
    const sure = new GreatestValues(limit);
    const { sector, capability, stage, factor } = parts.block;
    for (let from = 0; from < size; from += BLOCK) {
      const to = Math.min(size, from + BLOCK);
      parts.fill(from, to);
      for (let row = from; row < to; row++) {
        if (present[row] === 0) {
          most[row] = -1;
          continue;
        }
        const i = row - from;
        const kind = kinds[row]! & bounds.mask;
        const at = kind * COMPONENTS.length;
        const plain =
          weights[at]! * texts.subject(row, subjectAssumed) +
          weights[at + 4]! * texts.needs(row, needsAssumed) +
          weights[at + 5]! * sector[i]! +
          weights[at + 6]! * capability[i]! +
          weights[at + 7]! * stage[i]!;
        const record = weights[at + 1]! * texts.recordBound(row, recordAssumed);
        const known = recorded[row] === 1 ? 0 : record;
        const limits = factor[i]!;
        factors[row] = limits;
        most[row] = (plain + record + bounds.most[kind]!) * limits;
        const least = (plain + known + bounds.least[kind]!) * limits;
        if (least > sure.least) sure.add(least);
      }
    }
    return sure.least;
  }

  private reserve(size: number): void {
    this.promising.reserve(size);
    if (this.factors.length < size) this.factors = new Float64Array(Math.ceil(1.5 * size));
  }
}

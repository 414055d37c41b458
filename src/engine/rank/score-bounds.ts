/**
 * What the score of one result with every carrier can reach at most, in one pass over arrays. It holds all that
 * `scorePair` adds up, but for meaning and alignment (see CostlyBounds) and all but the nearest of past projects.
 */
import type { Condition } from '../../domain/profile.ts';
import type { Purpose } from '../../domain/purpose.ts';
import type { CarrierIndex } from '../index/carrier-index.ts';
import { COMPONENTS, DESCRIBED, RECORDED, WEIGHTS, type WeightTable } from '../score/affinity.ts';
import { sectorValue } from '../score/components.ts';
import { FOREIGN_SHARE } from '../settings.ts';
import type { CostlyBounds } from './costly-bounds.ts';
import { GreatestValues } from './greatest-values.ts';
import type { SweptQuery } from './result-query.ts';
import { sweepCapability } from './sweep-capability.ts';
import { sweepLimits } from './sweep-limits.ts';
import { stageFits, WINDOWS } from './sweep-sector.ts';
import type { SweptTexts } from './sweep-texts.ts';

/** A result and the carriers, their texts compared. */
export interface Compared {
  readonly query: SweptQuery;
  readonly purpose: Purpose;
  readonly carriers: CarrierIndex;
  readonly texts: SweptTexts;
  readonly conditions: ReadonlyMap<string, Condition>;
}

export class ScoreBounds {
  /** By row; below 0 where there is no row. */
  most = new Float64Array(0);
  /** Of all limits, by row. */
  factors = new Float64Array(0);
  private capability = new Float64Array(0);
  private readonly stages = new Float64Array(WINDOWS);

  /** Notes what the score of each row can reach; returns what the `limit` best are sure to reach. */
  note(compared: Compared, weights: WeightTable, costly: CostlyBounds, limit: number): number {
    const { query, purpose, carriers, texts, conditions } = compared;
    const { present, kinds, han, sectorTrust, window, size } = carriers.columns;
    this.reserve(size);
    const { most, factors, capability, stages } = this;
    const settings = WEIGHTS[purpose];
    const { analysis } = query.facts;
    sweepLimits(query.facts, carriers.columns, purpose, conditions, factors);
    sweepCapability(query.facts, carriers, purpose, capability);
    stageFits(query.facts, settings.stage.assumed, stages);
    const { subjectValues, needsValues, recordBounds, overlap } = texts;
    const language = analysis.language === 'han' ? 1 : 0;
    const asks = query.asked.terms.length > 0;
    const known = analysis.sectors.weights.length > 0;
    const { strength } = analysis.sectors;
    const outside = analysis.sectors.outside?.weight ?? 0;
    const subjectAssumed = settings.subject.assumed;
    const recordAssumed = settings.record.assumed;
    const needsAssumed = settings.needs.assumed;
    const sectorAssumed = settings.sector.assumed;
    const sure = new GreatestValues(limit);
    let surely = sure.least;
    for (let row = 0; row < size; row++) {
      if (present[row] === 0) {
        most[row] = -1;
        continue;
      }
      const kind = kinds[row]! & costly.mask;
      const at = kind * COMPONENTS.length;
      let subject = kind & DESCRIBED ? subjectValues[row]! : subjectAssumed;
      let record = kind & RECORDED ? recordBounds[row]! : recordAssumed;
      let needs = asks ? needsValues[row]! : needsAssumed;
      // between languages, words that are not shared say less
      if (han[row] !== language) {
        subject = Math.max(subject, FOREIGN_SHARE * subjectAssumed);
        record = Math.max(record, FOREIGN_SHARE * recordAssumed);
        needs = Math.max(needs, FOREIGN_SHARE * needsAssumed);
      }
      let sector = sectorAssumed;
      const trust = sectorTrust[row]!;
      if (known && trust >= 0)
        sector = sectorValue(overlap[row]!, Math.min(trust, strength), sectorAssumed, outside);
      const plain =
        weights[at]! * subject +
        weights[at + 4]! * needs +
        weights[at + 5]! * sector +
        weights[at + 6]! * capability[row]! +
        weights[at + 7]! * stages[window[row]!]!;
      const recorded = weights[at + 1]! * record;
      const factor = factors[row]!;
      most[row] = (plain + recorded + costly.most[kind]!) * factor;
      const least = (plain + (kind & RECORDED ? 0 : recorded) + costly.least[kind]!) * factor;
      if (least > surely) {
        sure.add(least);
        surely = sure.least;
      }
    }
    return surely;
  }

  private reserve(size: number): void {
    if (this.most.length >= size) return;
    const room = Math.ceil(1.5 * size);
    this.most = new Float64Array(room);
    this.factors = new Float64Array(room);
    this.capability = new Float64Array(room);
  }
}

/**
 * What the score of one result with every carrier can reach at most, in one pass over arrays: all that `scorePair` adds
 * up, with the most that meaning, alignment and past projects can bring.
 */
import type { Condition } from '../../domain/profile.ts';
import type { Purpose } from '../../domain/purpose.ts';
import type { CarrierIndex } from '../index/carrier-index.ts';
import { saturate } from '../score/components.ts';
import type { WeightTable } from '../score/weight-tables.ts';
import { BoundWeights } from './bound-weights.ts';
import type { CostlyBounds } from './costly-bounds.ts';
import type { SweptQuery } from './result-query.ts';
import { capabilitySum, sweepCapability } from './sweep-capability.ts';
import { ownFactor, sweepLimits } from './sweep-limits.ts';
import type { SweptTexts } from './sweep-texts.ts';
import type { TopRows } from './top-rows.ts';

/** A result and the carriers, their texts compared. */
export interface Compared {
  readonly query: SweptQuery;
  readonly purpose: Purpose;
  readonly carriers: CarrierIndex;
  readonly texts: SweptTexts;
  readonly conditions: ReadonlyMap<string, Condition>;
}

export class ScoreBounds {
  /** By row; NaN where there is no carrier. */
  most = new Float32Array(0);
  /** Of the limits that the carrier sets, by row, and of those of the result. */
  private factors: Float32Array = new Float32Array(0);
  private own = 1;
  /** Room for factors that depend on the result. */
  private limited = new Float32Array(0);
  private capability = new Float32Array(0);
  private readonly weights = new BoundWeights();

  /** Notes what the score of each row can reach; offers those that can reach most. */
  note(compared: Compared, table: WeightTable, costly: CostlyBounds, first: TopRows<null>): void {
    const { query, purpose, carriers, texts, conditions } = compared;
    const { columns, swept } = carriers;
    const { size, window } = columns;
    const { traits } = swept;
    this.reserve(size);
    const { most, capability, weights } = this;
    const offered = capabilitySum(query.facts, purpose, carriers.rarity());
    weights.begin(purpose, table, query, costly, offered);
    const factors = sweepLimits(query.facts, carriers, purpose, conditions, this.limited);
    const own = ownFactor(query.facts, purpose);
    this.factors = factors;
    this.own = own;
    sweepCapability(offered, carriers, weights.capability, capability);
    const { subjects, needs, trust, overlaps, sectorTrust, language } = texts;
    const { always, subject, record, stages } = weights;
    const { needs: needsWeight, overlap: overlapWeight, sectorTrust: trustWeight } = weights;
    let least = first.threshold;
    for (let row = 0; row < size; row++) {
      const its = traits[row]! ^ language;
      const bound =
        own *
        factors[row]! *
        (always[its]! +
          subject[its]! * subjects[row]! +
          record[its]! * trust[row]! +
          needsWeight * needs[row]! +
          overlapWeight * overlaps[row]! +
          trustWeight * sectorTrust[row]! +
          capability[row]! +
          stages[window[row]!]!);
      most[row] = bound;
      if (bound > least) {
        first.offer(row, bound, null);
        least = first.threshold;
      }
    }
  }

  /** Of all limits. */
  factor(row: number): number {
    return this.own * this.factors[row]!;
  }

  /** Completes the texts of a row; how much less than was noted it reaches for that, before limits. */
  complete({ carriers, texts }: Compared, row: number): number {
    const its = carriers.swept.traits[row]! ^ texts.language;
    const subject = texts.subjects[row]!;
    const needs = texts.needs[row]!;
    texts.complete(row);
    return (
      this.weights.subject[its]! * (subject - texts.subjects[row]!) +
      this.weights.needs * (needs - texts.needs[row]!)
    );
  }

  /** How much less than it might, before limits, a row with a record of this similarity to the result reaches. */
  recordShortfall({ carriers, texts }: Compared, row: number, similarity: number): number {
    const its = carriers.swept.traits[row]! ^ texts.language;
    return this.weights.record[its]! * texts.trust[row]! * (1 - saturate(similarity));
  }

  private reserve(size: number): void {
    if (this.most.length >= size) return;
    const room = Math.ceil(1.5 * size);
    this.most = new Float32Array(room);
    this.limited = new Float32Array(room);
    this.capability = new Float32Array(room);
  }
}

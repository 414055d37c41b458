/**
 * What the score of one result with every carrier can reach at most, in one pass over arrays: all that `scorePair` adds
 * up, with the most that meaning, alignment and past projects can bring.
 */
import type { Condition } from '../../domain/profile.ts';
import type { Purpose } from '../../domain/purpose.ts';
import type { CarrierIndex } from '../index/carrier-index.ts';
import { endOf, inGroups, type Kernel } from '../kernel/kernel.ts';
import { saturate } from '../score/components.ts';
import type { WeightTable } from '../score/weight-tables.ts';
import { BoundWeights } from './bound-weights.ts';
import { BoundedRows } from './bounded-rows.ts';
import type { CostlyBounds } from './costly-bounds.ts';
import type { SweptQuery } from './result-query.ts';
import { capabilitySum, sweepCapability } from './sweep-capability.ts';
import { ownFactor, sweepLimits } from './sweep-limits.ts';
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
  readonly rows = new BoundedRows();
  /** Of the limits that the carrier sets, by row, and of those of the result. */
  private factors: Float32Array = new Float32Array(0);
  private own = 1;
  /** Room for factors that depend on the result. */
  private limited: Float32Array = new Float32Array(0);
  private capability: Float32Array = new Float32Array(0);
  private readonly weights: BoundWeights;
  private readonly kernel: Kernel;

  constructor(kernel: Kernel) {
    this.kernel = kernel;
    this.weights = new BoundWeights(kernel);
  }

  /** Notes what the score of each row can reach. */
  note(compared: Compared, table: WeightTable, costly: CostlyBounds): void {
    const { query, purpose, carriers, texts, conditions } = compared;
    const { swept } = carriers;
    const { size } = carriers.columns;
    this.reserve(size);
    const { rows, capability, weights } = this;
    const offered = capabilitySum(query.facts, purpose, carriers.rarity());
    weights.begin(purpose, table, query, costly, offered);
    this.own = ownFactor(query.facts, purpose);
    this.factors = sweepLimits(query.facts, carriers, purpose, conditions, this.limited);
    sweepCapability(offered, carriers, weights.capability, capability);
    const { subjects, trust, needs, overlaps, sectorTrust } = texts;
    this.kernel.run.bounds(
      ...[swept.traits.byteOffset, texts.language, weights.byTraits.byteOffset],
      ...[swept.window.byteOffset, weights.stages.byteOffset],
      ...[subjects.byteOffset, trust.byteOffset, needs.byteOffset],
      ...[overlaps.byteOffset, sectorTrust.byteOffset],
      ...[capability.byteOffset, this.factors.byteOffset, this.own],
      ...[weights.needs, weights.overlap, weights.sectorTrust],
      ...[rows.most.byteOffset, rows.peaks.byteOffset],
      endOf(size),
    );
  }

  /** Of all limits. */
  factor(row: number): number {
    return this.own * this.factors[row]!;
  }

  /** How much less than it might, before limits, a row with a record of this similarity to the result reaches. */
  recordShortfall({ carriers, texts }: Compared, row: number, similarity: number): number {
    const its = carriers.swept.traits[row]! ^ texts.language;
    return this.weights.record(its) * texts.trust[row]! * (1 - saturate(similarity));
  }

  private reserve(size: number): void {
    this.rows.begin(this.kernel, size);
    if (this.limited.length >= inGroups(size)) return;
    const room = inGroups(1.5 * size);
    this.limited = this.kernel.floats(room);
    this.capability = this.kernel.floats(room);
  }
}

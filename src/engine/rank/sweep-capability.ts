/** What one result asks for against what all carriers offer; the numbers of `capability` in score/affinity.ts. */
import type { Purpose } from '../../domain/purpose.ts';
import type { CarrierIndex } from '../index/carrier-index.ts';
import { OFFER_PARTS } from '../index/swept-columns.ts';
import { endOf } from '../kernel/kernel.ts';
import { askedFor, coverageOf } from '../score/components.ts';
import type { ResultNumbers } from '../score/facts.ts';
import type { Rarity } from '../score/rarity.ts';
import { WEIGHTS } from '../score/weight-tables.ts';

/** The capability of a carrier that says what it offers, as a sum. */
export interface CapabilitySum {
  /** Counts for each of them. */
  readonly always: number;
  /** Of the strength of the pilot offer. */
  readonly pilotOffer: number;
  /** Of the strength of each offer. */
  readonly offers: readonly (readonly [code: string, weight: number])[];
}

export function capabilitySum(result: ResultNumbers, purpose: Purpose, rarity: Rarity): CapabilitySum {
  const asked = askedFor(result, purpose).map(([code, weight]) => [code, weight * rarity(code)] as const);
  const all = asked.reduce((sum, [, weight]) => sum + weight, 0);
  const neutral = WEIGHTS[purpose].capability.assumed;
  if (all === 0)
    return { always: purpose === 'pilot' ? 0 : neutral, pilotOffer: purpose === 'pilot' ? 1 : 0, offers: [] };
  const sumOfWeights = askedFor(result, purpose).reduce((sum, [, weight]) => sum + weight, 0);
  const nothing = coverageOf(0, all, sumOfWeights, neutral);
  const each = (coverageOf(all, all, sumOfWeights, neutral) - nothing) / all;
  const share = purpose === 'pilot' ? 0.5 : 1;
  return {
    always: share * nothing,
    pilotOffer: 1 - share,
    offers: asked.map(([code, weight]) => [code, share * each * weight]),
  };
}

/** Writes what the offers of every row bring, times `weight`; 0 where it says nothing of capabilities. */
export function sweepCapability(
  { pilotOffer, offers }: CapabilitySum,
  { columns, swept, kernel }: Pick<CarrierIndex, 'columns' | 'swept' | 'kernel'>,
  weight: number,
  into: Float32Array,
): void {
  const { size } = columns;
  into.fill(0, 0, size);
  const add = (share: number, column: Uint8Array | undefined) => {
    if (share === 0 || !column) return;
    const each = (weight * share) / OFFER_PARTS;
    kernel.run.addWeighted(column.byteOffset, each, into.byteOffset, endOf(size));
  };
  add(pilotOffer, swept.pilotOffer);
  for (const [code, share] of offers) add(share, swept.offers.get(code));
}

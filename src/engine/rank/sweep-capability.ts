/** What one result asks for against what all carriers offer; the numbers of `capability` in score/affinity.ts. */
import type { Purpose } from '../../domain/purpose.ts';
import type { CarrierIndex } from '../index/carrier-index.ts';
import { WEIGHTS } from '../score/affinity.ts';
import { askedFor, coverageOf } from '../score/components.ts';
import type { ResultNumbers } from '../score/facts.ts';

/** Writes what the capability of every row counts. */
export function sweepCapability(
  result: ResultNumbers,
  carriers: CarrierIndex,
  purpose: Purpose,
  into: Float64Array,
): void {
  const { speaks, pilotOffer, offers, size } = carriers.columns;
  const rarity = carriers.rarity();
  const neutral = WEIGHTS[purpose].capability.assumed;
  into.fill(0, 0, size);
  let all = 0;
  let sumOfWeights = 0;
  for (const [code, asked] of askedFor(result, purpose)) {
    const weight = asked * rarity(code);
    const offered = offers.get(code);
    if (offered) addOffers(weight, offered, size, into);
    sumOfWeights += asked;
    all += weight;
  }
  const isPilot = purpose === 'pilot';
  for (let row = 0; row < size; row++) {
    const coverage = all === 0 ? neutral : coverageOf(into[row]!, all, sumOfWeights, neutral);
    if (speaks[row] === 0) into[row] = neutral;
    else if (!isPilot) into[row] = coverage;
    else into[row] = all === 0 ? pilotOffer[row]! : (coverage + pilotOffer[row]!) / 2;
  }
}

function addOffers(weight: number, offered: Float64Array, size: number, into: Float64Array): void {
  for (let row = 0; row < size; row++) into[row]! += weight * offered[row]!;
}

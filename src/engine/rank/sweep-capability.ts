/** What one result asks for against what all carriers offer; the numbers of `capability` in score/affinity.ts. */
import type { Purpose } from '../../domain/purpose.ts';
import type { CarrierIndex } from '../index/carrier-index.ts';
import { WEIGHTS } from '../score/affinity.ts';
import { askedFor, coverageOf } from '../score/components.ts';
import type { ResultNumbers } from '../score/facts.ts';

export function sweepCapability(
  result: ResultNumbers,
  carriers: CarrierIndex,
  purpose: Purpose,
  into: Float64Array,
): void {
  const { columns } = carriers;
  const { size, speaks, pilotOffer } = columns;
  const rarity = carriers.rarity();
  const neutral = WEIGHTS[purpose].capability.assumed;
  into.fill(0, 0, size);
  let all = 0;
  let sumOfWeights = 0;
  for (const [code, asked] of askedFor(result, purpose)) {
    const weight = asked * rarity(code);
    sumOfWeights += asked;
    all += weight;
    const offers = columns.offers.get(code);
    if (offers) for (let row = 0; row < size; row++) into[row]! += weight * offers[row]!;
  }
  for (let row = 0; row < size; row++) {
    if (speaks[row] === 0) into[row] = neutral;
    else if (all === 0) into[row] = purpose === 'pilot' ? pilotOffer[row]! : neutral;
    else {
      const coverage = coverageOf(into[row]!, all, sumOfWeights, neutral);
      into[row] = purpose === 'pilot' ? (coverage + pilotOffer[row]!) / 2 : coverage;
    }
  }
}

/** What one result asks for against what all carriers offer; the numbers of `capability` in score/affinity.ts. */
import type { Purpose } from '../../domain/purpose.ts';
import type { CarrierIndex } from '../index/carrier-index.ts';
import { WEIGHTS } from '../score/affinity.ts';
import { askedFor, coverageOf } from '../score/components.ts';
import type { ResultNumbers } from '../score/facts.ts';
import type { Column } from './column.ts';

export function sweepCapability(result: ResultNumbers, carriers: CarrierIndex, purpose: Purpose): Column {
  const { speaks, pilotOffer, offers } = carriers.columns;
  const rarity = carriers.rarity();
  const neutral = WEIGHTS[purpose].capability.assumed;
  const asks: { readonly weight: number; readonly offered: Float64Array | undefined }[] = [];
  let all = 0;
  let sumOfWeights = 0;
  for (const [code, asked] of askedFor(result, purpose)) {
    const weight = asked * rarity(code);
    asks.push({ weight, offered: offers.get(code) });
    sumOfWeights += asked;
    all += weight;
  }
  return (from, to, into) => {
    into.fill(0, 0, to - from);
    for (const { weight, offered } of asks) {
      if (offered) for (let row = from; row < to; row++) into[row - from]! += weight * offered[row]!;
    }
    for (let row = from; row < to; row++) {
      const at = row - from;
      if (speaks[row] === 0) into[at] = neutral;
      else if (all === 0) into[at] = purpose === 'pilot' ? pilotOffer[row]! : neutral;
      else {
        const coverage = coverageOf(into[at]!, all, sumOfWeights, neutral);
        into[at] = purpose === 'pilot' ? (coverage + pilotOffer[row]!) / 2 : coverage;
      }
    }
  };
}

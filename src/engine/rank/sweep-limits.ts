/** The factors of all limits of one result with all carriers; the numbers of `checkLimits`. */
import type { Condition } from '../../domain/profile.ts';
import type { Purpose } from '../../domain/purpose.ts';
import { type CarrierColumns, CONDITION } from '../index/carrier-columns.ts';
import type { ResultNumbers } from '../score/facts.ts';
import { conditionFactors, pilotNeedFactor } from '../score/limits.ts';
import { LIMIT_FACTORS } from '../settings.ts';
import type { Column } from './column.ts';

export function sweepLimits(
  result: ResultNumbers,
  columns: CarrierColumns,
  purpose: Purpose,
  conditions: ReadonlyMap<string, Condition>,
): Column {
  const { status, area, pilotOffer } = columns;
  const slots = purpose === 'pilot' ? columns.pilotSlots : columns.slots;
  const needed = result.askedAreaM2;
  const own = ownFactor(result, purpose);
  const needing = [...result.needed.keys()].flatMap((code) => {
    const condition = conditions.get(code);
    return condition?.purposes.includes(purpose) ? [sweepCondition(columns, condition)] : [];
  });
  return (from, to, into) => {
    for (let row = from; row < to; row++) {
      let factor = status[row]! * slots[row]!;
      if (needed !== null && area[row]! < needed) factor *= LIMIT_FACTORS.noArea;
      factor *= own;
      if (purpose === 'pilot' && pilotOffer[row] === 0) factor *= LIMIT_FACTORS.noPilotOffer;
      into[row - from] = factor;
    }
    for (const multiply of needing) multiply(from, to, into);
  };
}

/** What stands in the way whoever the carrier is. */
export function ownFactor({ pilotNeed, transferable }: ResultNumbers, purpose: Purpose): number {
  if (purpose === 'pilot') return pilotNeedFactor(pilotNeed);
  return transferable ? 1 : LIMIT_FACTORS.notTransferable;
}

/** Multiplies what is there. */
function sweepCondition({ conditions }: CarrierColumns, condition: Condition): Column {
  const states = conditions.get(condition.code);
  const { unknown, refused } = conditionFactors(condition);
  return (from, to, into) => {
    for (let row = from; row < to; row++) {
      const state = states ? states[row]! : CONDITION.unknown;
      if (state === CONDITION.unknown) into[row - from]! *= unknown;
      else if (state === CONDITION.refused) into[row - from]! *= refused;
    }
  };
}

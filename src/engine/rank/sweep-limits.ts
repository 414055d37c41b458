/** The factors of all limits of one result with all carriers; the numbers of `checkLimits`. */
import type { Condition } from '../../domain/profile.ts';
import type { Purpose } from '../../domain/purpose.ts';
import { type CarrierColumns, CONDITION } from '../index/carrier-columns.ts';
import type { ResultNumbers } from '../score/facts.ts';
import { conditionFactors, pilotNeedFactor } from '../score/limits.ts';
import { LIMIT_FACTORS } from '../settings.ts';

/** Writes the factor of every row. */
export function sweepLimits(
  result: ResultNumbers,
  columns: CarrierColumns,
  purpose: Purpose,
  conditions: ReadonlyMap<string, Condition>,
  into: Float64Array,
): void {
  const { status, area, pilotOffer, size } = columns;
  const isPilot = purpose === 'pilot';
  const slots = isPilot ? columns.pilotSlots : columns.slots;
  const needed = result.askedAreaM2 ?? 0;
  const own = ownFactor(result, purpose);
  for (let row = 0; row < size; row++) {
    let factor = status[row]! * slots[row]!;
    if (area[row]! < needed) factor *= LIMIT_FACTORS.noArea;
    factor *= own;
    if (isPilot && pilotOffer[row] === 0) factor *= LIMIT_FACTORS.noPilotOffer;
    into[row] = factor;
  }
  for (const code of result.needed.keys()) {
    const condition = conditions.get(code);
    if (condition?.purposes.includes(purpose)) multiplyCondition(columns, condition, into);
  }
}

/** What stands in the way whoever the carrier is. */
export function ownFactor({ pilotNeed, transferable }: ResultNumbers, purpose: Purpose): number {
  if (purpose === 'pilot') return pilotNeedFactor(pilotNeed);
  return transferable ? 1 : LIMIT_FACTORS.notTransferable;
}

/** Multiplies what is there. */
function multiplyCondition(
  { conditions, size }: CarrierColumns,
  condition: Condition,
  into: Float64Array,
): void {
  const states = conditions.get(condition.code);
  const { unknown, refused } = conditionFactors(condition);
  for (let row = 0; row < size; row++) {
    const state = states ? states[row]! : CONDITION.unknown;
    if (state === CONDITION.unknown) into[row]! *= unknown;
    else if (state === CONDITION.refused) into[row]! *= refused;
  }
}

/** The factors of all limits of one result with all carriers; the numbers of `checkLimits`. */
import type { Condition } from '../../domain/profile.ts';
import type { Purpose } from '../../domain/purpose.ts';
import { type CarrierColumns, CONDITION } from '../index/carrier-columns.ts';
import type { ResultNumbers } from '../score/facts.ts';
import { conditionFactors, pilotNeedFactor } from '../score/limits.ts';
import { LIMIT_FACTORS } from '../settings.ts';

export function sweepLimits(
  result: ResultNumbers,
  columns: CarrierColumns,
  purpose: Purpose,
  conditions: ReadonlyMap<string, Condition>,
  into: Float64Array,
): void {
  const { size, status, slots, area, pilotOffer } = columns;
  const needed = result.askedAreaM2;
  const own =
    purpose === 'pilot'
      ? pilotNeedFactor(result.pilotNeed)
      : result.transferable
        ? 1
        : LIMIT_FACTORS.notTransferable;
  for (let row = 0; row < size; row++) {
    let factor = status[row]! * slots[row]!;
    if (needed !== null && area[row]! < needed) factor *= LIMIT_FACTORS.noArea;
    factor *= own;
    if (purpose === 'pilot' && pilotOffer[row] === 0) factor *= LIMIT_FACTORS.noPilotOffer;
    into[row] = factor;
  }
  for (const code of result.needed.keys()) {
    const condition = conditions.get(code);
    if (condition?.purposes.includes(purpose))
      sweepCondition(columns, code, conditionFactors(condition), into);
  }
}

function sweepCondition(
  { conditions, size }: CarrierColumns,
  code: string,
  { unknown, refused }: { unknown: number; refused: number },
  into: Float64Array,
): void {
  const states = conditions.get(code);
  for (let row = 0; row < size; row++) {
    const state = states ? states[row]! : CONDITION.unknown;
    if (state === CONDITION.unknown) into[row]! *= unknown;
    else if (state === CONDITION.refused) into[row]! *= refused;
  }
}

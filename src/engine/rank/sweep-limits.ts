/** The factors of all limits of one result with all carriers; the numbers of `checkLimits`. */
import type { Condition } from '../../domain/profile.ts';
import type { Purpose } from '../../domain/purpose.ts';
import { type CarrierColumns, CONDITION } from '../index/carrier-columns.ts';
import type { CarrierIndex } from '../index/carrier-index.ts';
import type { ResultNumbers } from '../score/facts.ts';
import { conditionFactors, pilotNeedFactor } from '../score/limits.ts';
import { LIMIT_FACTORS } from '../settings.ts';

/** Writes the factor of every row; NaN where there is no carrier. */
export function sweepLimits(
  result: ResultNumbers,
  { columns, swept }: CarrierIndex,
  purpose: Purpose,
  conditions: ReadonlyMap<string, Condition>,
  into: Float64Array,
): void {
  const { size } = columns;
  const standing = swept.standing[purpose];
  const own = ownFactor(result, purpose);
  for (let row = 0; row < size; row++) into[row] = own * standing[row]!;
  if (result.askedAreaM2 !== null) multiplyArea(columns, result.askedAreaM2, into);
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
function multiplyArea({ area, size }: CarrierColumns, needed: number, into: Float64Array): void {
  for (let row = 0; row < size; row++) if (area[row]! < needed) into[row]! *= LIMIT_FACTORS.noArea;
}

/** Multiplies what is there. */
function multiplyCondition(
  { conditions, size }: CarrierColumns,
  condition: Condition,
  into: Float64Array,
): void {
  const states = conditions.get(condition.code);
  const { unknown, refused } = conditionFactors(condition);
  const factors = new Float64Array(3);
  factors[CONDITION.met] = 1;
  factors[CONDITION.unknown] = unknown;
  factors[CONDITION.refused] = refused;
  for (let row = 0; row < size; row++) into[row]! *= factors[states ? states[row]! : CONDITION.unknown]!;
}

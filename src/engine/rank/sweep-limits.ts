/** The factors of all limits of one result with all carriers; the numbers of `checkLimits`. */
import type { Condition } from '../../domain/profile.ts';
import type { Purpose } from '../../domain/purpose.ts';
import { type CarrierColumns, CONDITION } from '../index/carrier-columns.ts';
import type { CarrierIndex } from '../index/carrier-index.ts';
import { isProcessFamily, type ResultNumbers } from '../score/facts.ts';
import { conditionFactors, pilotNeedFactor } from '../score/limits.ts';
import { LIMIT_FACTORS } from '../settings.ts';

/**
 * The factor of every row but for what is the result's own; NaN where there is no carrier. Only where limits depend
 * on the result they are written into `into`.
 */
export function sweepLimits(
  result: ResultNumbers,
  { columns, swept }: CarrierIndex,
  purpose: Purpose,
  conditions: ReadonlyMap<string, Condition>,
  into: Float32Array,
): Float32Array {
  const standing = swept.standing[purpose];
  const needed = [...result.needed.keys()].flatMap((code) => conditions.get(code) ?? []);
  const asked = needed.filter(({ purposes }) => purposes.includes(purpose));
  if (result.askedAreaM2 === null && asked.length === 0) return standing;
  into.set(standing.subarray(0, columns.size));
  if (result.askedAreaM2 !== null) multiplyArea(columns, result.askedAreaM2, into);
  const families = needed.filter(isProcessFamily).flatMap(({ code }) => columns.conditions.get(code) ?? []);
  for (const condition of asked) multiplyCondition(columns, condition, families, into);
  return into;
}

/** What stands in the way whoever the carrier is. */
export function ownFactor({ pilotNeed, transferable }: ResultNumbers, purpose: Purpose): number {
  if (purpose === 'pilot') return pilotNeedFactor(pilotNeed);
  return transferable ? 1 : LIMIT_FACTORS.notTransferable;
}

/** Multiplies what is there. */
function multiplyArea({ area, size }: CarrierColumns, needed: number, into: Float32Array): void {
  for (let row = 0; row < size; row++) if (area[row]! < needed) into[row]! *= LIMIT_FACTORS.noArea;
}

/**
 * Multiplies what is there. `families`: what the carriers say of each process family that is needed; who meets one of
 * them, `partly` counts for it.
 */
function multiplyCondition(
  { conditions, size }: CarrierColumns,
  condition: Condition,
  families: readonly Uint8Array[],
  into: Float32Array,
): void {
  const states = conditions.get(condition.code) ?? new Uint8Array(size).fill(CONDITION.unknown);
  const [alone, partly] = [factorsByState(condition, false), factorsByState(condition, true)];
  if (families.length === 0 || !isProcessFamily(condition)) {
    for (let row = 0; row < size; row++) into[row]! *= alone[states[row]!]!;
    return;
  }
  for (let row = 0; row < size; row++)
    into[row]! *= (meetsAny(families, row) ? partly : alone)[states[row]!]!;
}

/** A loop, for a callback made for each of thousands of rows is half of what a question allocates. */
function meetsAny(families: readonly Uint8Array[], row: number): boolean {
  for (let i = 0; i < families.length; i++) if (families[i]![row] === CONDITION.met) return true;
  return false;
}

/** By what a carrier says of the condition. */
function factorsByState(condition: Condition, partly: boolean): Float64Array {
  const { unknown, refused } = conditionFactors(condition, partly);
  const factors = new Float64Array(3);
  factors[CONDITION.met] = 1;
  factors[CONDITION.unknown] = unknown;
  factors[CONDITION.refused] = refused;
  return factors;
}

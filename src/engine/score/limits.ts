/** The hard limits of a pair: what stands in the way, whatever the texts have in common. */
import type { ConditionMention, Refusal } from '../../domain/analysis.ts';
import { slotsFor } from '../../domain/carrier.ts';
import type { Condition } from '../../domain/profile.ts';
import type { Purpose } from '../../domain/purpose.ts';
import { LIMIT_FACTORS } from '../settings.ts';
import { pilotOffer } from './components.ts';
import { type CarrierFacts, isProcessFamily, type ResultNumbers } from './facts.ts';

export interface LimitFinding {
  readonly code:
    | 'status'
    | 'slots'
    | 'area'
    | 'category'
    | 'pilot_need'
    | 'pilot_offer'
    | 'condition'
    | 'refusal';
  readonly outcome: 'passed' | 'failed' | 'unknown';
  readonly effect: 'none' | 'reduce' | 'exclude';
  readonly factor: number;
  readonly condition?: {
    readonly condition: Condition;
    readonly needed: ConditionMention;
    readonly said?: ConditionMention | undefined;
  };
  readonly refusal?: Refusal | undefined;
}

/** What most checks come to, made once: dozens of pairs are checked for every result. */
const PASSED = alike((code) => ({ code, outcome: 'passed', effect: 'none', factor: 1 }));
const UNKNOWN = alike((code) => ({ code, outcome: 'unknown', effect: 'none', factor: 1 }));

type Alike = Readonly<Record<Exclude<LimitFinding['code'], 'condition' | 'refusal'>, LimitFinding>>;

function alike(make: (code: keyof Alike) => LimitFinding): Alike {
  return {
    status: make('status'),
    slots: make('slots'),
    area: make('area'),
    category: make('category'),
    pilot_need: make('pilot_need'),
    pilot_offer: make('pilot_offer'),
  };
}

function reduced(code: keyof Alike, factor: number): LimitFinding {
  return { code, outcome: 'failed', effect: factor === 0 ? 'exclude' : 'reduce', factor };
}

/** Every limit that concerns the purpose, in a fixed order. `refusal` as in TextScores. */
export function checkLimits(
  result: ResultNumbers,
  carrier: CarrierFacts,
  purpose: Purpose,
  conditions: ReadonlyMap<string, Condition>,
  refusal: number | null = null,
): LimitFinding[] {
  const [status, slots, area] = [
    checkStatus(carrier),
    checkSlots(carrier, purpose),
    checkArea(result, carrier),
  ];
  const found =
    purpose === 'pilot'
      ? [status, slots, area, checkPilotNeed(result), checkPilotOffer(carrier)]
      : [status, slots, area, checkCategory(result)];
  if (result.needed.size > 0) addConditions(found, result, carrier, purpose, conditions);
  if (refusal !== null) addRefusal(found, carrier.analysis.refusals![refusal]!);
  return found;
}

function addConditions(
  found: LimitFinding[],
  result: ResultNumbers,
  carrier: CarrierFacts,
  purpose: Purpose,
  conditions: ReadonlyMap<string, Condition>,
): void {
  const line = lineFor(result, carrier, conditions);
  for (const [code, needed] of result.needed) {
    const condition = conditions.get(code);
    if (!condition) continue;
    if (condition.purposes.includes(purpose)) found.push(checkCondition(condition, needed, carrier, line));
    else if (isRefusalOfMaking(result, condition) && carrier.refused.has(code))
      found.push({ ...checkCondition(condition, needed, carrier, line), effect: 'none', factor: 1 });
  }
}

/**
 * A carrier that turns the subject away is not recommended, near as it may be: who does lithium cells and no flow
 * batteries knows best who does. Where the clause refuses a condition that is needed, that says it already.
 */
function addRefusal(found: LimitFinding[], refusal: Refusal): void {
  const { field, start } = refusal.span;
  const isSaid = found.some(({ outcome, condition }) => {
    const span = outcome === 'failed' ? condition?.said?.span : undefined;
    return span?.field === field && span.start === start;
  });
  if (!isSaid) found.push({ code: 'refusal', outcome: 'failed', effect: 'none', factor: 1, refusal });
}

/**
 * What a pilot line must have concerns a taker as well where the result is to be made and the carrier refuses it:
 * whoever takes no implants takes no bone plates. It keeps from a recommendation; how near the two are stays as it is.
 */
function isRefusalOfMaking({ pilotNeed }: ResultNumbers, condition: Condition): boolean {
  return pilotNeed.likely === true && condition.outcome === 'exclude';
}

/** What a carrier's lines have of the process families that a result needs: one at least, none but others, none named. */
type Line = 'fitting' | 'other' | 'unnamed';

function lineFor(
  { needed }: ResultNumbers,
  { met }: CarrierFacts,
  conditions: ReadonlyMap<string, Condition>,
): Line {
  let line: Line = 'unnamed';
  for (const code of met.keys()) {
    const condition = conditions.get(code);
    if (!condition || !isProcessFamily(condition)) continue;
    if (needed.has(code)) return 'fitting';
    line = 'other';
  }
  return line;
}

export function limitFactor(findings: readonly LimitFinding[]): number {
  return findings.reduce((factor, finding) => factor * finding.factor, 1);
}

function checkStatus(carrier: CarrierFacts): LimitFinding {
  if (carrier.record.status === 'delisted') return reduced('status', 0);
  return carrier.record.status === 'rectifying' ? reduced('status', LIMIT_FACTORS.rectifying) : PASSED.status;
}

function checkSlots(carrier: CarrierFacts, purpose: Purpose): LimitFinding {
  const slots = slotsFor(carrier.record, purpose);
  if (slots === undefined) return UNKNOWN.slots;
  return slots === 0 ? reduced('slots', LIMIT_FACTORS.noSlots) : PASSED.slots;
}

function checkArea(result: ResultNumbers, carrier: CarrierFacts): LimitFinding {
  const free = carrier.record.areaFreeM2;
  if (result.askedAreaM2 === null) return PASSED.area;
  if (free === undefined) return UNKNOWN.area;
  return free < result.askedAreaM2 ? reduced('area', LIMIT_FACTORS.noArea) : PASSED.area;
}

function checkCategory(result: ResultNumbers): LimitFinding {
  return result.transferable ? PASSED.category : reduced('category', LIMIT_FACTORS.notTransferable);
}

function checkPilotNeed({ pilotNeed }: ResultNumbers): LimitFinding {
  const { degree, likely } = pilotNeed;
  const factor = pilotNeedFactor(pilotNeed);
  if (degree === 0) return reduced('pilot_need', factor);
  if (degree === 1) return PASSED.pilot_need;
  return { code: 'pilot_need', outcome: likely ? 'passed' : 'unknown', effect: 'reduce', factor };
}

export function pilotNeedFactor({ degree }: ResultNumbers['pilotNeed']): number {
  if (degree === 0) return LIMIT_FACTORS.noPilotNeed;
  return LIMIT_FACTORS.pilotNotAsked + (1 - LIMIT_FACTORS.pilotNotAsked) * degree;
}

function checkPilotOffer(carrier: CarrierFacts): LimitFinding {
  return pilotOffer(carrier) === 0 ? reduced('pilot_offer', LIMIT_FACTORS.noPilotOffer) : PASSED.pilot_offer;
}

/**
 * A refusal beats a fulfilment: `有合成间，不接受氟化` does not take a fluorination. Lines that are named and do nothing
 * of what the result needs fail: a plant for tablets fills no reagents.
 */
function checkCondition(
  condition: Condition,
  needed: ConditionMention,
  carrier: CarrierFacts,
  line: Line,
): LimitFinding {
  const factors = conditionFactors(condition, line === 'fitting');
  const refusal = carrier.refused.get(condition.code);
  const said = refusal ?? carrier.met.get(condition.code);
  const about = said ? { condition, needed, said } : { condition, needed };
  const process = isProcessFamily(condition);
  if (refusal) {
    const outcome = process && line === 'fitting' ? 'unknown' : 'failed';
    const effect = factors.refused === 0 ? 'exclude' : 'reduce';
    return { code: 'condition', outcome, effect, factor: factors.refused, condition: about };
  }
  if (said) return { code: 'condition', outcome: 'passed', effect: 'none', factor: 1, condition: about };
  if (factors.unknown === 1)
    return { code: 'condition', outcome: 'unknown', effect: 'none', factor: 1, condition: about };
  const outcome = process && line === 'other' ? 'failed' : 'unknown';
  return { code: 'condition', outcome, effect: 'reduce', factor: factors.unknown, condition: about };
}

/**
 * What a needed condition multiplies the affinity by where the carrier refuses it or says nothing of it. `partly`: of
 * the process families that the result needs the carrier has another one.
 */
export function conditionFactors(
  condition: Condition,
  partly: boolean,
): { refused: number; unknown: number } {
  const { conditionRefused, conditionUnknown } = LIMIT_FACTORS;
  if (partly && isProcessFamily(condition)) return { refused: conditionUnknown, unknown: 1 };
  return {
    refused: condition.outcome === 'exclude' ? conditionRefused * 0.8 : conditionRefused,
    unknown: condition.unknown === 'ignore' ? 1 : conditionUnknown,
  };
}

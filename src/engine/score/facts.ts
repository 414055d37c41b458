/** What scoring needs to know of a record, in numbers. */
import type { Analysis, ConditionMention, SectorReading, TrlReading } from '../../domain/analysis.ts';
import type { Carrier } from '../../domain/carrier.ts';
import type { Condition, Profile } from '../../domain/profile.ts';
import type { TrlRange } from '../../domain/reading/trl.ts';
import type { ResearchResult } from '../../domain/research-result.ts';
import { MODE_ASK_WEIGHT, MODE_ASKS, OFFER_STRENGTH } from '../settings.ts';
import { type PilotNeed, pilotNeed } from './pilot-need.ts';

/** What the score of a result is made of. */
export interface ResultNumbers {
  readonly analysis: Pick<Analysis, 'language' | 'aside'> & {
    readonly sectors: Pick<SectorReading, 'weights' | 'strength' | 'outside'>;
  };
  /** By sector number; sums to 1 or 0. */
  readonly sectors: Float64Array;
  readonly asked: ReadonlyMap<string, number>;
  readonly trl: (TrlRange & Pick<TrlReading, 'source'>) | null;
  readonly askedAreaM2: number | null;
  readonly needed: ReadonlyMap<string, ConditionMention>;
  readonly pilotNeed: PilotNeed;
  readonly transferable: boolean;
  /** So few words that nobody could judge. */
  readonly scarce: boolean;
}

/** With the texts, to explain it. */
export interface ResultFacts extends ResultNumbers {
  readonly record: ResearchResult;
  readonly analysis: Analysis;
}

/** Without the texts. */
export function numbersOf(facts: ResultFacts): ResultNumbers {
  const { language, sectors, aside } = facts.analysis;
  const { weights, strength, outside } = sectors;
  return {
    analysis: {
      language,
      ...(aside ? { aside } : {}),
      sectors: { weights, strength, ...(outside ? { outside } : {}) },
    },
    sectors: facts.sectors,
    asked: facts.asked,
    trl: facts.trl,
    askedAreaM2: facts.askedAreaM2,
    needed: facts.needed,
    pilotNeed: facts.pilotNeed,
    transferable: facts.transferable,
    scarce: facts.scarce,
  };
}

export interface CarrierFacts {
  readonly record: Carrier;
  readonly analysis: Analysis;
  readonly sectors: Float64Array;
  /** Capability → 0–1: own with evidence 1, bare claim ½, partner's 0.4; a condition that it meets → 1. */
  readonly offers: ReadonlyMap<string, number>;
  readonly denies: ReadonlySet<string>;
  readonly met: ReadonlyMap<string, ConditionMention>;
  readonly refused: ReadonlyMap<string, ConditionMention>;
}

export function resultFacts(profile: Profile, record: ResearchResult, analysis: Analysis): ResultFacts {
  const asked = askedCapabilities(profile, record, analysis);
  const transferable = isTransferable(record, analysis);
  const need: PilotNeed = transferable
    ? pilotNeed(record, analysis, asked)
    : { degree: 0, reason: 'not_technical' };
  return {
    record,
    analysis,
    sectors: distribution(profile, analysis),
    asked,
    trl: analysis.trl && {
      low: analysis.trl.low,
      high: analysis.trl.high,
      source: analysis.trl.source,
    },
    askedAreaM2: askedArea(analysis),
    needed: neededConditions(profile, analysis, need, asked),
    pilotNeed: need,
    transferable,
    scarce: analysis.terms.every(({ counts }) => counts.length < 3),
  };
}

/**
 * What it has to be made with is needed only of a result that is to be made: who asks for a report, a licensee or
 * users and for nothing else (已放大，缺盖章的报告) is not looking for a line, unless its needs name the process.
 */
function neededConditions(
  { conditions }: Profile,
  analysis: Analysis,
  { likely = false, degree }: PilotNeed,
  asked: ReadonlyMap<string, number>,
): Map<string, ConditionMention> {
  const asksInWords = [...asked.values()].includes(1);
  const isToBeMade = likely || (degree > 0 && !asksInWords);
  const isFamily = (code: string) => conditions.some((each) => each.code === code && isProcessFamily(each));
  return firstByCode(
    analysis.conditions.filter(
      ({ code, role, span }) =>
        role === 'needed' && (isToBeMade || !isFamily(code) || span.field === 'needs'),
    ),
  );
}

/** The largest floor area that it asks for; null where it asks for none. */
export function askedArea({ quantities }: Analysis): number | null {
  const areas = quantities.filter((q) => q.kind === 'area_m2' && q.modality === 'asked').map((q) => q.low);
  return areas.length > 0 ? Math.max(...areas) : null;
}

/** By its declared category; where none is declared, by what its title gives away. */
export function isTransferable(record: ResearchResult, analysis: Analysis): boolean {
  if (record.category === 'soft_science' || record.category === 'theory') return false;
  return record.category === 'applied' || analysis.nature === null;
}

/** Under which a met condition stands among what a carrier offers, and a needed one among what is asked. */
export function conditionOffer(code: string): string {
  return `condition.${code}`;
}

/**
 * A kind of production (filling of reagents, die casting) rather than a permit or a hazard: several lines may share
 * what a result needs, and what a line says that it does not take narrows it (溶剂型涂料不接 of a coating line).
 */
export function isProcessFamily({ kind, outcome }: Condition): boolean {
  return kind === 'process' && outcome === 'cap';
}

export function carrierFacts(profile: Profile, record: Carrier, analysis: Analysis): CarrierFacts {
  const offers = new Map<string, number>();
  for (const mention of analysis.capabilities) {
    if (mention.modality !== 'offered') continue;
    const strength =
      mention.provider === 'partner'
        ? OFFER_STRENGTH.partner
        : mention.bare
          ? OFFER_STRENGTH.bare
          : OFFER_STRENGTH.own;
    if (strength > (offers.get(mention.code) ?? 0)) offers.set(mention.code, strength);
  }
  const { met, refused } = spokenOf(profile, analysis.conditions);
  for (const code of met.keys()) if (!refused.has(code)) offers.set(conditionOffer(code), 1);
  return {
    record,
    analysis,
    sectors: distribution(profile, analysis),
    offers,
    denies: denied(analysis, offers),
    met,
    refused,
  };
}

/** Most carriers deny nothing and speak of no condition: they share what is empty. */
const NOTHING: ReadonlySet<string> = new Set();
const NO_CONDITIONS: ReadonlyMap<string, ConditionMention> = new Map();

function denied({ capabilities }: Analysis, offers: ReadonlyMap<string, number>): ReadonlySet<string> {
  let codes: Set<string> | null = null;
  for (const { modality, code } of capabilities)
    if (modality === 'denied' && !offers.has(code)) codes = (codes ?? new Set()).add(code);
  return codes ?? NOTHING;
}

function spokenOf(
  profile: Profile,
  conditions: readonly ConditionMention[],
): Pick<CarrierFacts, 'met' | 'refused'> {
  if (conditions.length === 0) return { met: NO_CONDITIONS, refused: NO_CONDITIONS };
  const met = firstByCode(conditions.filter((c) => c.role === 'met'));
  const refused = firstByCode(conditions.filter((c) => c.role === 'refused'));
  for (const condition of profile.conditions)
    if (isProcessFamily(condition) && met.has(condition.code)) refused.delete(condition.code);
  return { met, refused };
}

/** Of what the profile scores: what is asked in words counts 1, what the way of conversion implies less. */
function askedCapabilities(
  profile: Profile,
  record: ResearchResult,
  analysis: Analysis,
): Map<string, number> {
  const isScored = (code: string) => profile.capabilities.some((each) => each.code === code && each.scored);
  const asked = new Map<string, number>();
  for (const { code, modality } of analysis.capabilities) {
    if (modality === 'asked' && !asked.has(code) && isScored(code)) asked.set(code, 1);
  }
  for (const mode of record.transferModes ?? []) {
    for (const code of MODE_ASKS[mode])
      if (!asked.has(code) && isScored(code)) asked.set(code, MODE_ASK_WEIGHT);
  }
  return asked;
}

function distribution({ sectors }: Profile, analysis: Analysis): Float64Array {
  const shares = new Float64Array(sectors.length);
  for (const { code, weight } of analysis.sectors.weights) {
    const sector = sectors.findIndex((known) => known.code === code);
    if (sector >= 0) shares[sector] = weight;
  }
  return shares;
}

function firstByCode(mentions: readonly ConditionMention[]): Map<string, ConditionMention> {
  const map = new Map<string, ConditionMention>();
  for (const mention of mentions) if (!map.has(mention.code)) map.set(mention.code, mention);
  return map;
}

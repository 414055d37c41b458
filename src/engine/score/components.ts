/** The components of an affinity, each in [0,1] or null where the texts do not say enough. Pure numbers. */
import { similarity } from 'ml-distance';
import type { Purpose } from '../../domain/purpose.ts';
import {
  FOREIGN_SECTOR_DISCOUNT,
  INFERRED_STAGE,
  LEXICAL_HALF,
  STAGE_FIT,
  UNCERTAIN_STAGE_CAP,
} from '../settings.ts';
import { type CarrierFacts, conditionOffer, type ResultNumbers } from './facts.ts';
import { PILOT_CAPABILITIES } from './pilot-need.ts';
import type { Rarity } from './rarity.ts';

/** Maps a cosine into [0,1] so that `LEXICAL_HALF` is worth one half. */
export function saturate(cosine: number, half: number = LEXICAL_HALF): number {
  return cosine <= 0 ? 0 : cosine / (cosine + half);
}

/** Two sector distributions that are known. */
export interface SectorComparison {
  readonly overlap: number;
  /** The lesser strength of both readings. */
  readonly strength: number;
}

/** Null where one side has no sector at all. */
export function compareSectors(result: ResultNumbers, carrier: CarrierFacts): SectorComparison | null {
  const [mine, theirs] = [result.analysis.sectors, carrier.analysis.sectors];
  if (mine.weights.length === 0 || theirs.weights.length === 0) return null;
  return {
    overlap: overlapOf(result.sectors, carrier.sectors),
    strength: Math.min(mine.strength, theirs.strength),
  };
}

/** Histogram intersection (Swain & Ballard 1991) of two distributions: 1 where they are the same. */
export function overlapOf(a: Float64Array, b: Float64Array): number {
  return similarity.intersection(a, b) as number;
}

/** Overlap of two sector distributions, drawn towards `neutral` by how little is known. */
export function sectorAffinity(
  { analysis }: ResultNumbers,
  sectors: SectorComparison | null,
  neutral: number,
): number | null {
  return (
    sectors && sectorValue(sectors.overlap, sectors.strength, neutral, analysis.sectors.outside?.weight ?? 0)
  );
}

/** `trust` 0–1: the lesser strength of both readings; `outside` 0–1: how far the result lies outside the profile. */
export function sectorValue(overlap: number, trust: number, neutral: number, outside: number): number {
  return (trust * overlap + (1 - trust) * neutral) * (1 - outside * 0.5);
}

/**
 * What shared words are worth: all where the sectors agree or are not known, less where both are known and
 * differ. Words shared across sectors are mostly coincidence (病毒免疫 in a network, 银行 of blood).
 */
export function subjectTrust(sectors: SectorComparison | null): number {
  return sectors ? trustOfShared(sectors.overlap, sectors.strength) : 1;
}

function trustOfShared(overlap: number, trust: number): number {
  return 1 - FOREIGN_SECTOR_DISCOUNT * trust * (1 - Math.min(1, 2 * overlap));
}

/** Capabilities that a pilot partner is judged by; the others are asked of whoever takes the result. */
const PILOT_MATTERS: ReadonlySet<string> = new Set(['C01', 'C03', 'C04', 'C05', 'C14', 'C16']);

/** Mean strength of what is offered over what is asked for the purpose, rare capabilities first; null where nothing is asked. */
export function capabilityCoverage(
  result: ResultNumbers,
  carrier: CarrierFacts,
  purpose: Purpose,
  rarity: Rarity,
  neutral: number,
): number | null {
  let covered = 0;
  let all = 0;
  let sumOfWeights = 0;
  for (const [code, asked] of result.asked) {
    if (!isAskedFor(purpose, code, asked)) continue;
    sumOfWeights += asked;
    const weight = asked * rarity(code);
    covered += weight * (carrier.offers.get(code) ?? 0);
    all += weight;
  }
  for (const needed of result.needed.keys()) {
    sumOfWeights += 1;
    const code = conditionOffer(needed);
    const weight = rarity(code);
    covered += weight * (carrier.offers.get(code) ?? 0);
    all += weight;
  }
  return all === 0 ? null : coverageOf(covered, all, sumOfWeights, neutral);
}

/** What only the way of conversion implies fills a part; the rest stays open and counts `neutral`. */
export function coverageOf(covered: number, all: number, sumOfWeights: number, neutral: number): number {
  const open = Math.max(0, 1 - sumOfWeights);
  return (covered / all) * (1 - open) + neutral * open;
}

/** What a result asks with its weight: all of it of a taker; of a pilot partner what it says in words and a pilot is for. */
export function askedFor(result: ResultNumbers, purpose: Purpose): [string, number][] {
  const asked: [string, number][] = [];
  for (const ask of result.asked) if (isAskedFor(purpose, ask[0], ask[1])) asked.push(ask);
  for (const code of result.needed.keys()) asked.push([conditionOffer(code), 1]);
  return asked;
}

function isAskedFor(purpose: Purpose, code: string, weight: number): boolean {
  return purpose === 'transfer' || (weight === 1 && PILOT_MATTERS.has(code));
}

/** How well a carrier can carry trial production: its strongest pilot offer, less where it denies one. */
export function pilotOffer(carrier: CarrierFacts): number {
  let offer = carrier.record.kind === 'pilot_platform' ? 0.6 : 0;
  for (const code of PILOT_CAPABILITIES) offer = Math.max(offer, carrier.offers.get(code) ?? 0);
  return offer;
}

/**
 * Fit of a result's readiness into a carrier's window: the mean over the levels the result may be at, each
 * worth 1 inside, then 0.6, 0.25 and 0 per level outside. Null where either side is unknown.
 */
export function stageFit(result: ResultNumbers, carrier: CarrierFacts): number | null {
  const { trl } = result;
  const { trlMin, trlMax } = carrier.record;
  if (!trl || (trlMin === undefined && trlMax === undefined)) return null;
  return stageFitOf(trl, trlMin ?? 1, trlMax ?? 9);
}

export function stageFitOf(trl: NonNullable<ResultNumbers['trl']>, lowest: number, highest: number): number {
  let sum = 0;
  for (let level = trl.low; level <= trl.high; level++) sum += levelFit(level, lowest, highest);
  const fit = sum / (trl.high - trl.low + 1);
  if (trl.source === 'declared') return fit;
  const { trust, unknown } = INFERRED_STAGE;
  return trl.source === 'stage' ? Math.min(fit, UNCERTAIN_STAGE_CAP) : trust * fit + (1 - trust) * unknown;
}

function levelFit(level: number, low: number, high: number): number {
  const outside = level < low ? low - level : level > high ? level - high : 0;
  return STAGE_FIT[Math.min(outside, STAGE_FIT.length - 1)]!;
}

/** One number from the components: a weighted sum, then the factors of the limits. */
import type { Condition } from '../../domain/profile.ts';
import type { Purpose } from '../../domain/purpose.ts';
import {
  capabilityCoverage,
  pilotOffer,
  type Rarity,
  saturate,
  sectorAffinity,
  stageFit,
  subjectTrust,
} from './components.ts';
import type { CarrierFacts, ResultFacts } from './facts.ts';
import { checkLimits, type LimitFinding, limitFactor } from './limits.ts';

export const COMPONENTS = [
  'subject',
  'record',
  'semantics',
  'needs',
  'sector',
  'capability',
  'stage',
] as const;
export type ComponentName = (typeof COMPONENTS)[number];

/** What a component counts where it is unknown, and its weight; the weights of a purpose sum to 1. */
interface Setting {
  readonly weight: number;
  readonly assumed: number;
}

/** Weights by purpose. Where a text does not exist (no portfolio, no description) its weight goes to the other. */
export const WEIGHTS: Readonly<Record<Purpose, Readonly<Record<ComponentName, Setting>>>> = {
  transfer: {
    subject: { weight: 0.34, assumed: 0.08 },
    record: { weight: 0.05, assumed: 0.08 },
    semantics: { weight: 0.04, assumed: 0 },
    needs: { weight: 0.12, assumed: 0.3 },
    sector: { weight: 0.2, assumed: 0.2 },
    capability: { weight: 0.15, assumed: 0.4 },
    stage: { weight: 0.1, assumed: 0.5 },
  },
  pilot: {
    subject: { weight: 0.34, assumed: 0.1 },
    record: { weight: 0.05, assumed: 0.1 },
    semantics: { weight: 0.04, assumed: 0 },
    needs: { weight: 0.24, assumed: 0.3 },
    sector: { weight: 0.12, assumed: 0.3 },
    capability: { weight: 0.12, assumed: 0.4 },
    stage: { weight: 0.09, assumed: 0.5 },
  },
};

/** Cosines of a pair, from the indexes; null where a side has no such text. */
export interface TextScores {
  /** One text is Chinese and the other English: words that are not shared then say nothing. */
  readonly foreign: boolean;
  readonly subject: number | null;
  readonly record: number | null;
  readonly semantics: number | null;
  readonly needs: number | null;
}

/** What is the same for every pair of a pool. */
export interface PoolKnowledge {
  readonly conditions: ReadonlyMap<string, Condition>;
  readonly weights: Readonly<Record<Purpose, WeightTable>>;
  readonly rarity: Rarity;
}

export interface ScoredComponent {
  readonly name: ComponentName;
  readonly value: number | null;
  readonly assumed: number;
  readonly weight: number;
  readonly contribution: number;
}

export interface PairScore {
  readonly affinity: number;
  readonly components: readonly ScoredComponent[];
  readonly limits: readonly LimitFinding[];
}

export function scorePair(
  result: ResultFacts,
  carrier: CarrierFacts,
  purpose: Purpose,
  texts: TextScores,
  { conditions, weights: tables, rarity }: PoolKnowledge,
): PairScore {
  const settings = WEIGHTS[purpose];
  const trust = subjectTrust(result, carrier);
  const worded = (cosine: number | null, assumed: number): number | null => {
    if (cosine === null) return null;
    const value = trust * saturate(cosine);
    return texts.foreign && value < assumed ? null : value;
  };
  const values: Record<ComponentName, number | null> = {
    subject: worded(texts.subject, settings.subject.assumed),
    record: worded(texts.record, settings.record.assumed),
    semantics: texts.semantics,
    needs:
      texts.needs === null || (texts.foreign && saturate(texts.needs) < settings.needs.assumed)
        ? null
        : saturate(texts.needs),
    sector: sectorAffinity(result, carrier, settings.sector.assumed),
    capability: capability(result, carrier, purpose, rarity),
    stage: stageFit(result, carrier),
  };
  const kind = kindOf(texts.subject !== null, texts.record !== null, texts.semantics !== null);
  const components = COMPONENTS.map((name, i) => {
    const { assumed } = settings[name];
    const weight = tables[purpose][kind * COMPONENTS.length + i]!;
    return { name, value: values[name], assumed, weight, contribution: weight * (values[name] ?? assumed) };
  }).filter((component) => component.weight > 0);
  const limits = checkLimits(result, carrier, purpose, conditions);
  const sum = components.reduce((total, component) => total + component.contribution, 0);
  return { affinity: roundAffinity(sum * limitFactor(limits)), components, limits };
}

/** For a pilot partner the pilot offer is half of the capability, whatever else is asked. */
function capability(
  result: ResultFacts,
  carrier: CarrierFacts,
  purpose: Purpose,
  rarity: Rarity,
): number | null {
  const known = carrier.offers.size > 0 || carrier.denies.size > 0;
  const coverage = known
    ? capabilityCoverage(result, carrier, purpose, rarity, WEIGHTS[purpose].capability.assumed)
    : null;
  if (purpose === 'transfer') return coverage;
  const offer = pilotOffer(carrier);
  return coverage === null ? (known ? offer : null) : (coverage + offer) / 2;
}

/**
 * The weights by which texts exist, row after row in the order of COMPONENTS: row `kindOf` of a pair. Each row
 * sums to 1.
 */
export type WeightTable = Float64Array;

/** Row of the weight table: whether the carrier describes itself, has a record, and meanings can be compared. */
export function kindOf(described: boolean, recorded: boolean, meaningful: boolean): number {
  return (described ? 1 : 0) + (recorded ? 2 : 0) + (meaningful ? 4 : 0);
}

/** For both purposes; `trust` 0–1: how far meaning counts where it is known. */
export function weightTables(trust: number): Readonly<Record<Purpose, WeightTable>> {
  return { transfer: weightTable('transfer', trust), pilot: weightTable('pilot', trust) };
}

function weightTable(purpose: Purpose, trust: number): WeightTable {
  const rows = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((kind) => [
    ...textWeights(purpose, (kind & 1) > 0, (kind & 2) > 0, (kind & 4) > 0 ? trust : 0),
  ]);
  return Float64Array.from(rows);
}

/** Moves the weight of a text that does not exist to the texts that do. */
function textWeights(purpose: Purpose, described: boolean, recorded: boolean, meaning: number): number[] {
  const weights = Object.fromEntries(
    COMPONENTS.map((name) => [name, WEIGHTS[purpose][name].weight]),
  ) as Record<ComponentName, number>;
  const move = (from: ComponentName, to: ComponentName, share = 1) => {
    const moved = weights[from] * share;
    weights[from] -= moved;
    weights[to] += moved;
  };
  move('semantics', 'subject', 1 - meaning);
  if (!recorded) move('record', 'subject');
  else if (!described) move('subject', 'record');
  return COMPONENTS.map((name) => roundAffinity(weights[name]));
}

/** Nine decimals: ties are ties on every machine. */
export function roundAffinity(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

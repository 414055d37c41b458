/** One number from the components: a weighted sum, then the factors of the limits. */
import type { Condition } from '../../domain/profile.ts';
import type { Purpose } from '../../domain/purpose.ts';
import { ENGLISH_TO_SEMANTICS, FOREIGN_SHARE } from '../settings.ts';
import { calibrated, roundAffinity } from './calibration.ts';
import {
  capabilityCoverage,
  compareSectors,
  pilotOffer,
  type SectorComparison,
  saturate,
  sectorAffinity,
  stageFit,
  subjectTrust,
} from './components.ts';
import type { CarrierFacts, ResultNumbers } from './facts.ts';
import { checkLimits, type LimitFinding, limitFactor } from './limits.ts';
import type { Rarity } from './rarity.ts';

export const COMPONENTS = [
  'subject',
  'record',
  'semantics',
  'alignment',
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
    subject: { weight: 0.25, assumed: 0.08 },
    record: { weight: 0.05, assumed: 0.08 },
    semantics: { weight: 0.06, assumed: 0 },
    alignment: { weight: 0.12, assumed: 0 },
    needs: { weight: 0.12, assumed: 0.3 },
    sector: { weight: 0.15, assumed: 0.2 },
    capability: { weight: 0.15, assumed: 0.4 },
    stage: { weight: 0.1, assumed: 0.5 },
  },
  pilot: {
    subject: { weight: 0.2, assumed: 0.1 },
    record: { weight: 0.05, assumed: 0.1 },
    semantics: { weight: 0.06, assumed: 0 },
    alignment: { weight: 0.12, assumed: 0 },
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
  /** Both are English. */
  readonly english: boolean;
  readonly subject: number | null;
  readonly record: number | null;
  readonly semantics: number | null;
  readonly alignment: number | null;
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
  /** In [0,1]: the sum of the contributions times the factors of all limits. */
  readonly score: number;
  /** In [0,1]: how often a match of this score is good; rises with the score. */
  readonly affinity: number;
  readonly components: readonly ScoredComponent[];
  readonly limits: readonly LimitFinding[];
}

export function scorePair(
  result: ResultNumbers,
  carrier: CarrierFacts,
  purpose: Purpose,
  texts: TextScores,
  { conditions, weights: tables, rarity }: PoolKnowledge,
): PairScore {
  const sectors = compareSectors(result, carrier);
  const values = readingsOf(result, carrier, purpose, texts, sectors, rarity);
  const kind = kindOf(
    texts.subject !== null,
    texts.record !== null,
    texts.semantics !== null,
    texts.alignment !== null,
    texts.english,
  );
  const components: ScoredComponent[] = [];
  let sum = 0;
  for (let i = 0; i < COMPONENTS.length; i++) {
    const name = COMPONENTS[i]!;
    const weight = tables[purpose][kind * COMPONENTS.length + i]!;
    if (weight <= 0) continue;
    let value: number | null = values[i] ?? null;
    let { assumed } = WEIGHTS[purpose][name];
    if (texts.foreign && WORDED.has(name) && value !== null && value < FOREIGN_SHARE * assumed) {
      value = null;
      assumed *= FOREIGN_SHARE;
    }
    const contribution = weight * (value ?? assumed);
    sum += contribution;
    components.push({ name, value, assumed, weight, contribution });
  }
  const limits = checkLimits(result, carrier, purpose, conditions);
  const score = roundAffinity(sum * limitFactor(limits));
  return { score, affinity: calibrated(score, purpose), components, limits };
}

/** Compared word by word: between languages, what is not shared says little. */
const WORDED: ReadonlySet<ComponentName> = new Set<ComponentName>(['subject', 'record', 'needs']);

/** What each component found, in the order of COMPONENTS. */
function readingsOf(
  result: ResultNumbers,
  carrier: CarrierFacts,
  purpose: Purpose,
  texts: TextScores,
  sectors: SectorComparison | null,
  rarity: Rarity,
): (number | null)[] {
  const trust = subjectTrust(sectors);
  return [
    texts.subject === null ? null : trust * saturate(texts.subject),
    texts.record === null ? null : trust * saturate(texts.record),
    texts.semantics,
    texts.alignment,
    texts.needs === null ? null : saturate(texts.needs),
    sectorAffinity(result, sectors, WEIGHTS[purpose].sector.assumed),
    capability(result, carrier, purpose, rarity),
    stageFit(result, carrier),
  ];
}

/** For a pilot partner the pilot offer is half of the capability, whatever else is asked. */
function capability(
  result: ResultNumbers,
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

/**
 * Bits of a kind: the carrier describes itself, has a record, its meaning can be compared, its words can be aligned;
 * of a pair also that both texts are English.
 */
export const DESCRIBED = 1;
export const RECORDED = 2;
export const MEANINGFUL = 4;
export const ALIGNABLE = 8;
export const ENGLISH = 16;
/** So many kinds of pairs there are. */
export const KINDS = 32;

/** Row of the weight table: whether the carrier describes itself, has a record, and what of its meaning is known. */
export function kindOf(
  described: boolean,
  recorded: boolean,
  meaningful: boolean,
  alignable: boolean,
  english = false,
): number {
  return (
    (described ? DESCRIBED : 0) +
    (recorded ? RECORDED : 0) +
    (meaningful ? MEANINGFUL : 0) +
    (alignable ? ALIGNABLE : 0) +
    (english ? ENGLISH : 0)
  );
}

/** How far what the texts mean counts, 0–1, where it is known: whole texts, and their words one by one. */
interface TrustIn {
  readonly meaning: number;
  readonly words: number;
}

export interface Trust extends TrustIn {
  /** Between two English texts. */
  readonly english: TrustIn;
}

/** For both purposes. */
export function weightTables(trust: Trust): Readonly<Record<Purpose, WeightTable>> {
  return { transfer: weightTable('transfer', trust), pilot: weightTable('pilot', trust) };
}

function weightTable(purpose: Purpose, trust: Trust): WeightTable {
  const rows = Array.from({ length: KINDS }, (_, kind) => {
    const english = (kind & ENGLISH) > 0;
    const { meaning, words } = english ? trust.english : trust;
    const [described, recorded] = [(kind & DESCRIBED) > 0, (kind & RECORDED) > 0];
    return textWeights(
      purpose,
      described,
      recorded,
      (kind & MEANINGFUL) > 0 ? meaning : 0,
      (kind & ALIGNABLE) > 0 ? words : 0,
      english,
    );
  });
  return Float64Array.from(rows.flat());
}

/** Moves the weight of a text that does not exist to the texts that do. */
function textWeights(
  purpose: Purpose,
  described: boolean,
  recorded: boolean,
  meaning: number,
  aligned: number,
  english: boolean,
): number[] {
  const weights = Object.fromEntries(
    COMPONENTS.map((name) => [name, WEIGHTS[purpose][name].weight]),
  ) as Record<ComponentName, number>;
  const move = (from: ComponentName, to: ComponentName, share = 1) => {
    const moved = weights[from] * share;
    weights[from] -= moved;
    weights[to] += moved;
  };
  if (english) {
    move('subject', 'semantics', ENGLISH_TO_SEMANTICS.subject);
    move('alignment', 'semantics', ENGLISH_TO_SEMANTICS.alignment);
  }
  move('semantics', 'subject', 1 - meaning);
  move('alignment', 'subject', 1 - aligned);
  if (!recorded) move('record', 'subject');
  else if (!described) move('subject', 'record');
  return COMPONENTS.map((name) => roundAffinity(weights[name]));
}

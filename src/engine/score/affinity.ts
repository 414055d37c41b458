/** One number from the components: a weighted sum, then the factors of the limits. */

import { calibrated, roundAffinity } from '../../domain/affinity-curve.ts';
import type { Condition } from '../../domain/profile.ts';
import type { Purpose } from '../../domain/purpose.ts';
import { FOREIGN_SHARE } from '../settings.ts';
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
import { COMPONENTS, type ComponentName, kindOf, WEIGHTS, type WeightTable } from './weight-tables.ts';

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
  /** Which of the carrier's refusals turns the result away; null where none does. */
  readonly refusal: number | null;
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
  const weights = tables[purpose];
  const neutral = ASSUMED[purpose];
  const components: ScoredComponent[] = [];
  let sum = 0;
  for (let i = 0; i < COMPONENTS.length; i++) {
    const name = COMPONENTS[i]!;
    const weight = weights[kind * COMPONENTS.length + i]!;
    if (weight <= 0) continue;
    let value: number | null = values[i] ?? null;
    let assumed = neutral[i]!;
    if (texts.foreign && WORDED.has(name) && value !== null && value < FOREIGN_SHARE * assumed) {
      value = null;
      assumed *= FOREIGN_SHARE;
    }
    const contribution = weight * (value ?? assumed);
    sum += contribution;
    components.push({ name, value, assumed, weight, contribution });
  }
  const limits = checkLimits(result, carrier, purpose, conditions, texts.refusal);
  const score = roundAffinity(sum * limitFactor(limits));
  return { score, affinity: calibrated(score, purpose), components, limits };
}

/** What each component counts where it is unknown, in the order of COMPONENTS. */
const ASSUMED: Readonly<Record<Purpose, readonly number[]>> = {
  transfer: COMPONENTS.map((name) => WEIGHTS.transfer[name].assumed),
  pilot: COMPONENTS.map((name) => WEIGHTS.pilot[name].assumed),
};

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

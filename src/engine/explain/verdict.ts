import type { LimitCheck, Verdict } from '../../domain/match.ts';
import type { PairScore } from '../score/affinity.ts';
import {
  BEST_LEAST,
  BEST_RECOMMENDED_FROM,
  LEAST_GROUND,
  OUTSTANDING,
  POSSIBLE_FROM,
  RECOMMENDED_FROM,
} from '../settings.ts';

/** By how much the score of a result's best carrier leads that of the next one; null of all carriers but the best. */
export type Lead = number | null;

/**
 * `recommended` needs the affinity, common ground in the texts, no limit that failed, and of a pilot partner that a
 * pilot is wanted.
 */
export function verdictOf(score: PairScore, lead: Lead): Verdict {
  if (score.limits.some(isExclusion)) return 'unfit';
  if (score.affinity < POSSIBLE_FROM) return 'unfit';
  const clear = !score.limits.some(blocks);
  return clear && isGrounded(score, lead) && score.affinity >= recommendedFrom(score, lead)
    ? 'recommended'
    : 'possible';
}

/** The affinity that a recommendation needs. */
export function recommendedFrom(score: PairScore, lead: Lead): number {
  if (isOutstanding(score, lead)) return OUTSTANDING.from;
  return lead !== null && isNoCoincidence(score) ? BEST_RECOMMENDED_FROM : RECOMMENDED_FROM;
}

/**
 * Few words say little of any carrier; that they say it of one alone says more. A title by itself stands near to one
 * carrier by chance: some of what is asked must be met, the texts must share some words besides, and it must be no
 * coincidence (below).
 */
export function isOutstanding({ components }: Components, lead: Lead): boolean {
  if (lead === null || lead < OUTSTANDING.lead) return false;
  return (
    (valueNamed(components, 'capability') ?? 0) > 0 &&
    reaches(components, OUTSTANDING.ground, IN_WORDS) &&
    isNoCoincidence({ components })
  );
}

/**
 * The best of carriers that do not fit is one that shares words by chance (a blood bank and a bank): the sectors must
 * not speak against it, nor the asks, where none of them is met. A house of another sector that answers in words what
 * is asked (a materials laboratory for a car body's joints, a technology broker for any licence) is no coincidence.
 */
function isNoCoincidence({ components }: Components): boolean {
  const sector = valueNamed(components, 'sector');
  const needs = valueNamed(components, 'needs');
  const capability = valueNamed(components, 'capability');
  const isAnswered = needs !== null && needs >= LEAST_GROUND['needs']!;
  if (sector !== null && sector < BEST_LEAST.sector && !isAnswered) return false;
  return (
    needs === null || capability === null || needs >= BEST_LEAST.needs || capability >= BEST_LEAST.capability
  );
}

function valueNamed(components: Components['components'], of: string): number | null {
  for (const { name, value } of components) if (name === of) return value;
  return null;
}

/** Whether the verdict hangs on how the other carriers of the result score. */
export function dependsOnLead(score: PairScore): boolean {
  return verdictOf(score, FAR_AHEAD) !== verdictOf(score, null);
}

/** Whether what is said of the ground it stands on does. */
export function groundDependsOnLead(score: PairScore): boolean {
  return isGrounded(score, FAR_AHEAD) !== isGrounded(score, null);
}

const FAR_AHEAD: Lead = Number.POSITIVE_INFINITY;

export function isExclusion({ effect, outcome }: Pick<LimitCheck, 'effect' | 'outcome'>): boolean {
  return effect === 'exclude' && outcome === 'failed';
}

/** Keeps a pair from being recommended, however high its affinity. */
export function blocks({ code, outcome }: Pick<LimitCheck, 'code' | 'outcome'>): boolean {
  return outcome === 'failed' || (outcome === 'unknown' && code === 'pilot_need');
}

/** How far below the threshold a pair is still near to being recommended. */
const NEAR = 0.25;

/** Not recommended, and little is missing: worth the question what would have to change. */
export function isNearMiss(score: PairScore): boolean {
  return verdictOf(score, null) === 'possible' && score.affinity >= RECOMMENDED_FROM - NEAR;
}

/** Of a scored pair, or of one that was explained before. */
interface Components {
  readonly components: readonly { readonly name: string; readonly value: number | null }[];
}

export function isGrounded({ components }: Components, lead: Lead): boolean {
  return isOutstanding({ components }, lead) || reaches(components, 1);
}

/** Components that compare words; what is offered for what is asked may rest on a claim alone. */
const IN_WORDS: ReadonlySet<string> = new Set(['subject', 'record', 'needs']);

/** Whether one of the components reaches this share of `LEAST_GROUND`. */
function reaches(components: Components['components'], share: number, among?: ReadonlySet<string>): boolean {
  for (const { name, value } of components) {
    const least = LEAST_GROUND[name];
    if (least !== undefined && value !== null && value >= share * least && (among?.has(name) ?? true))
      return true;
  }
  return false;
}

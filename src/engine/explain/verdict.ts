import type { LimitCheck, Verdict } from '../../domain/match.ts';
import type { PairScore } from '../score/affinity.ts';
import {
  BEST_LEAST,
  BEST_RECOMMENDED_FROM,
  LEAST_GROUND,
  POSSIBLE_FROM,
  RECOMMENDED_FROM,
} from '../settings.ts';

/**
 * `recommended` needs the affinity, common ground in the texts, no limit that failed, and of a pilot partner that a
 * pilot is wanted. `best`: no other carrier has a higher affinity with the result.
 */
export function verdictOf(score: PairScore, best: boolean): Verdict {
  if (score.limits.some(isExclusion)) return 'unfit';
  if (score.affinity < POSSIBLE_FROM) return 'unfit';
  const clear = !score.limits.some(blocks);
  return clear && isGrounded(score) && score.affinity >= recommendedFrom(score, best)
    ? 'recommended'
    : 'possible';
}

/** The affinity that a recommendation needs. */
export function recommendedFrom(score: PairScore, best: boolean): number {
  return best && isNoCoincidence(score) ? BEST_RECOMMENDED_FROM : RECOMMENDED_FROM;
}

/**
 * The best of carriers that do not fit is one that shares words by chance (a blood bank and a bank): the sectors must
 * not speak against it, nor the asks, where none of them is met. A house of another sector that answers in words what
 * is asked (a materials laboratory for a car body's joints, a technology broker for any licence) is no coincidence.
 */
function isNoCoincidence({ components }: PairScore): boolean {
  let sector: number | null = null;
  let needs: number | null = null;
  let capability: number | null = null;
  for (const { name, value } of components) {
    if (name === 'sector') sector = value;
    else if (name === 'needs') needs = value;
    else if (name === 'capability') capability = value;
  }
  const isAnswered = needs !== null && needs >= LEAST_GROUND['needs']!;
  if (sector !== null && sector < BEST_LEAST.sector && !isAnswered) return false;
  return (
    needs === null || capability === null || needs >= BEST_LEAST.needs || capability >= BEST_LEAST.capability
  );
}

/** Whether the verdict is another one where the carrier is the best of the result. */
export function dependsOnBest(score: PairScore): boolean {
  return verdictOf(score, true) !== verdictOf(score, false);
}

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
  return verdictOf(score, false) === 'possible' && score.affinity >= RECOMMENDED_FROM - NEAR;
}

export function isGrounded({
  components,
}: {
  readonly components: readonly { readonly name: string; readonly value: number | null }[];
}): boolean {
  for (const { name, value } of components) {
    const least = LEAST_GROUND[name];
    if (least !== undefined && value !== null && value >= least) return true;
  }
  return false;
}

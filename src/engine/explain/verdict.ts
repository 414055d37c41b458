import type { LimitCheck, Verdict } from '../../domain/match.ts';
import type { PairScore } from '../score/affinity.ts';
import { LEAST_GROUND, POSSIBLE_FROM, RECOMMENDED_FROM } from '../settings.ts';

/** `recommended` needs the affinity, common ground in the texts, no limit that failed, and of a pilot partner that a pilot is wanted. */
export function verdictOf(score: PairScore): Verdict {
  if (score.limits.some(isExclusion)) return 'unfit';
  if (score.affinity < POSSIBLE_FROM) return 'unfit';
  const clear = !score.limits.some(blocks);
  return clear && isGrounded(score) && score.affinity >= RECOMMENDED_FROM ? 'recommended' : 'possible';
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
  return verdictOf(score) === 'possible' && score.affinity >= RECOMMENDED_FROM - NEAR;
}

export function isGrounded({ components }: PairScore): boolean {
  return components.some(
    ({ name, value }) => value !== null && value >= (LEAST_GROUND[name] ?? Number.POSITIVE_INFINITY),
  );
}

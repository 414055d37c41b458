/** Why a pair is not recommended, and what single change would make it so. */

import { roundAffinity } from '../../domain/affinity-curve.ts';
import type { Bilingual, Change, LimitCheck, Obstacle, WhyNot } from '../../domain/match.ts';
import { type Rescore, sufficientChanges } from './changes.ts';
import type { Findings } from './findings.ts';
import { blocks, isExclusion, isGrounded, recommendedFrom } from './verdict.ts';

export function whyNot(findings: Findings, limits: readonly LimitCheck[], rescore: Rescore): WhyNot {
  const changes = sufficientChanges(findings, rescore);
  return { obstacles: obstacles(findings, limits), changes, conclusion: conclude(changes) };
}

/** What is in the way whatever the texts say comes first. */
export function obstacles({ score, lead, purpose }: Findings, limits: readonly LimitCheck[]): Obstacle[] {
  const found: Obstacle[] = limits.filter(blocks).map(({ code, outcome, why }) => ({
    code,
    why: code === 'pilot_need' && outcome === 'unknown' ? notAsked(why) : why,
  }));
  // what is excluded has no affinity left to speak of
  if (limits.some(isExclusion)) return found;
  if (!isGrounded(score, lead)) found.push({ code: 'ground', why: UNGROUNDED[purpose] });
  const from = recommendedFrom(score, lead);
  const gap = roundAffinity(from - score.affinity);
  if (gap > 0) found.push({ code: 'affinity', why: sayGap(score.affinity, from), gap });
  return found;
}

function notAsked({ zh, en }: Bilingual): Bilingual {
  return { zh: `${zh}，因此不主动推荐中试合作方`, en: `${en}; so no partner is recommended for one` };
}

const UNGROUNDED = {
  transfer: {
    zh: '双方文字没有具体对应：主题、需求、案例、能力都未达到起码程度',
    en: 'nothing specific in the two texts corresponds: not subject, needs, record or capability',
  },
  pilot: {
    zh: '双方文字没有具体对应：主题、需求、案例、中试能力都未达到起码程度',
    en: 'nothing specific in the two texts corresponds: not subject, needs, record or pilot offer',
  },
} as const;

/** Digits after the point that an affinity is shown with everywhere, and those that it is calculated to. */
const SHOWN = 3;
const CALCULATED = 9;

/**
 * Rounded like every affinity that is shown; a pair just below the threshold has as many digits more as it takes not
 * to seem to have reached it.
 */
export function sayGap(affinity: number, from: number): Bilingual {
  let digits = SHOWN;
  while (digits < CALCULATED && Number(affinity.toFixed(digits)) >= from) digits++;
  const has = affinity.toFixed(digits);
  const lacks = (from - Number(has)).toFixed(digits);
  const least = from.toFixed(SHOWN);
  return {
    zh: `契合度${has}，距推荐线${least}还差${lacks}`,
    en: `affinity ${has}, ${lacks} below the ${least} that a recommendation needs`,
  };
}

function conclude(changes: readonly Change[]): Bilingual {
  if (changes.length === 0)
    return {
      zh: '仅改变其中任何一项，都不足以达到推荐',
      en: 'no single change is enough for a recommendation',
    };
  return changes.length === 1
    ? { zh: '做到下面这一项即可达到推荐', en: 'this one change is enough for a recommendation' }
    : { zh: '做到下面任何一项即可达到推荐', en: 'any one of these changes is enough for a recommendation' };
}

/** Why nobody is recommended for a result: said to the university and counted by the bureau. */
import type { Bilingual, Match, NoFit } from '../../domain/match.ts';
import type { Profile } from '../../domain/profile.ts';
import type { Purpose } from '../../domain/purpose.ts';
import { askedFor } from '../score/components.ts';
import type { CarrierFacts, ResultFacts } from '../score/facts.ts';
import { BEST_RECOMMENDED_FROM, POSSIBLE_FROM, RECOMMENDED_FROM } from '../settings.ts';
import { NO_PILOT } from './limits.ts';
import { capabilityName, joined, sectorName } from './names.ts';
import { isGrounded } from './verdict.ts';

/** `nearest` is the best candidate, which is not recommended, and `carrier` what is known of it. */
export function whyNoFit(
  profile: Profile,
  result: ResultFacts,
  purpose: Purpose,
  nearest: Match | undefined,
  carrier: CarrierFacts | undefined,
): NoFit {
  return {
    resultId: result.record.id,
    purpose,
    ...reasonOf(profile, result, purpose, nearest, carrier),
    ...(nearest && isNear(nearest)
      ? { nearest: { carrierId: nearest.carrierId, affinity: nearest.affinity } }
      : {}),
  };
}

function reasonOf(
  profile: Profile,
  result: ResultFacts,
  purpose: Purpose,
  nearest: Match | undefined,
  carrier: CarrierFacts | undefined,
): { reason: string; why: Bilingual } {
  if (purpose === 'pilot' && result.pilotNeed.degree === 0)
    return { reason: 'no_pilot_needed', why: NO_PILOT[result.pilotNeed.reason] };
  if (!result.transferable) return { reason: 'not_transferable', why: NO_PILOT.not_technical };
  const limited = nearest && limitedBy(nearest);
  // what would be recommended but for a limit is none of another sector
  if (limited && nearest.affinity >= RECOMMENDED_FROM) return limited;
  const { outside } = result.analysis.sectors;
  if (outside && outside.weight >= 0.5) {
    const name = sectorName(profile, outside.code);
    return {
      reason: 'outside_sectors',
      why: {
        zh: `以${name.zh}为主，不在本区重点领域之内`,
        en: `mainly ${name.en}: outside the district’s sectors`,
      },
    };
  }
  if (!nearest || !carrier)
    return {
      reason: 'no_carrier',
      why: { zh: '没有可比较的载体', en: 'there is no carrier to compare with' },
    };
  if (limited) return limited;
  if (purpose === 'pilot' && !result.pilotNeed.likely)
    return {
      reason: 'pilot_not_asked',
      why: isNear(nearest)
        ? {
            zh: '成果未提出中试需求，只列出可参考的载体',
            en: 'no pilot is asked for: the carriers are for information only',
          }
        : {
            zh: '成果未提出中试需求，也没有相近的载体',
            en: 'no pilot is asked for, and no carrier comes close',
          },
    };
  const missing = notOffered(result, carrier, purpose);
  if (missing.length > 0) {
    const names = joined(missing.map((code) => capabilityName(profile, code)));
    return {
      reason: 'capability_missing',
      why: isNear(nearest)
        ? {
            zh: `最接近的载体未写明所需能力：${names.zh}`,
            en: `the nearest carrier does not say that it offers what is asked: ${names.en}`,
          }
        : {
            zh: `没有相近的载体，最接近的一家也未写明所需能力：${names.zh}`,
            en: `no carrier comes close, and the nearest does not say that it offers what is asked: ${names.en}`,
          },
    };
  }
  if (result.scarce) {
    return {
      reason: 'too_little_text',
      why: { zh: '成果文字过少，无法判断', en: 'too little text to judge' },
    };
  }
  if (nearest.affinity >= RECOMMENDED_FROM)
    return {
      reason: 'ungrounded',
      why: {
        zh: '最接近的载体领域相同，但双方文字没有具体对应之处',
        en: 'the nearest carrier is of the same sector, but nothing specific in the two texts corresponds',
      },
    };
  if (nearest.affinity >= BEST_RECOMMENDED_FROM) return nearButNot(nearest);
  return {
    reason: 'weak',
    why: { zh: '没有载体与该成果足够接近', en: 'no carrier is close enough to this result' },
  };
}

/** Of carriers that do not fit none is named as the nearest. */
function isNear({ affinity }: Match): boolean {
  return affinity >= POSSIBLE_FROM;
}

/** What keeps the nearest carrier from it, unless it would be none without. */
function limitedBy({ limits, verdict }: Match): { reason: string; why: Bilingual } | null {
  const failed = limits.filter((limit) => limit.outcome === 'failed');
  if (failed.length === 0 || verdict === 'unfit') return null;
  return {
    reason: 'limits',
    why: joinedReasons(
      '最接近的载体受限',
      'the nearest carrier is limited',
      failed.map((limit) => limit.why),
    ),
  };
}

/** As near as carriers that are recommended as the best of a result: what keeps this one from it is said. */
function nearButNot({ components }: Match): { reason: string; why: Bilingual } {
  if (!isGrounded({ components }, null))
    return {
      reason: 'ungrounded',
      why: {
        zh: '最接近的载体与成果的文字没有具体对应之处',
        en: 'nothing in the text of the nearest carrier corresponds to the result',
      },
    };
  return {
    reason: 'weak',
    why: {
      zh: `最接近的载体领域不合或不能满足所求，且契合度未达${RECOMMENDED_FROM}`,
      en: `the nearest carrier is of another sector or meets none of the asks, at an affinity below ${RECOMMENDED_FROM}`,
    },
  };
}

/** Of what the text itself asks for; what only the way of conversion implies is no reason for nobody to fit. */
function notOffered(result: ResultFacts, { offers }: CarrierFacts, purpose: Purpose): string[] {
  return askedFor(result, purpose)
    .filter(([code, weight]) => weight === 1 && result.asked.has(code) && !offers.has(code))
    .map(([code]) => code);
}

function joinedReasons(zh: string, en: string, reasons: readonly Bilingual[]): Bilingual {
  return {
    zh: `${zh}：${reasons.map((r) => r.zh).join('，')}`,
    en: `${en}: ${reasons.map((r) => r.en).join(', ')}`,
  };
}

/** 成果孵化园, 产业基地 or 中试平台, by where the members stand and what they ask for. */
import type { Bilingual } from '../../domain/match.ts';
import type { ParkForm } from '../../domain/park.ts';
import { PILOT_CAPABILITIES } from '../../engine/score/pilot-need.ts';
import type { Affinities } from './affinities.ts';
import type { Candidate } from './candidates.ts';
import type { Place } from './places.ts';

/** From this share of the members on, a need or a stage decides the form. */
const HALF = 0.5;
/** 工业化试验 done, or further. */
const RIPE_FROM = 7;

export function chooseForm(
  members: readonly Candidate[],
  pilot: Place | null,
  affinities: Affinities,
): { readonly form: ParkForm; readonly why: Bilingual } {
  const count = members.length;
  const asking = members.filter(({ asks }) => PILOT_CAPABILITIES.some((code) => asks.includes(code)));
  const served = asking.filter(
    ({ id }) => pilot && affinities.of('pilot', id, pilot.carrier.id)?.verdict === 'recommended',
  );
  if (asking.length >= HALF * count && served.length < HALF * asking.length) {
    return {
      form: 'pilot_platform',
      why: {
        zh: pilot
          ? `${count} 项成果中有 ${asking.length} 项明确提出小试、中试需求，区内最接近的“${pilot.carrier.name}”${served.length === 0 ? '对这些成果均未达到推荐标准' : `只适合其中 ${served.length} 项`}，宜先共建中试平台。`
          : `${count} 项成果中有 ${asking.length} 项明确提出小试、中试需求，区内没有适合本园成果的自有中试线，宜先共建中试平台。`,
        en: pilot
          ? `${asking.length} of ${count} ask for bench or pilot trials; the nearest platform in the district, “${pilot.carrier.name}”, suits ${served.length === 0 ? 'none' : served.length} of them: a pilot platform comes first.`
          : `${asking.length} of ${count} ask for bench or pilot trials and no pilot line of the district suits any result of the park: a pilot platform comes first.`,
      },
    };
  }
  const ripe = members.filter(({ trl }) => (trl?.low ?? 0) >= RIPE_FROM);
  if (ripe.length >= HALF * count) {
    return {
      form: 'industry_base',
      why: {
        zh: `${count} 项成果中有 ${ripe.length} 项已达 TRL ${RIPE_FROM} 及以上，以产业化落地为主，宜建产业基地。`,
        en: `${ripe.length} of ${count} are at TRL ${RIPE_FROM} or above: production comes first, an industry base.`,
      },
    };
  }
  const early = members.filter((candidate) => candidate.early).length;
  const ready = members.filter((candidate) => candidate.ready).length;
  return {
    form: 'incubation_park',
    why: {
      zh: `成熟度形成梯次（TRL 6 及以上 ${ready} 项，TRL 3–5 ${early} 项），以孵化转化为主，宜建成果孵化园${pilot ? `，中试依托“${pilot.carrier.name}”` : ''}。`,
      en: `Readiness is mixed (${ready} at TRL 6 or above, ${early} at TRL 3–5): incubation comes first, a results incubation park${pilot ? ` with pilot production at “${pilot.carrier.name}”` : ''}.`,
    },
  };
}

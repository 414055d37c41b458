/** How each target of the plan is measured; which targets there are, and how high, is the profile's. */
import type { Carrier } from '../../domain/carrier.ts';
import type { Bilingual } from '../../domain/match.ts';

export interface GaugeRule {
  readonly counts: (carrier: Carrier) => boolean;
  /** Undefined where the carrier does not state it. */
  readonly amount: (carrier: Carrier) => number | undefined;
  /** Where all carriers state it. */
  readonly bound: 'exact' | 'most';
  readonly remark?: Bilingual;
}

const M2_PER_WAN = 10_000;
const all = () => true;
const one = () => 1;

/** Least floor area of a large carrier, 万㎡ (计划二（一）). */
const LARGE = { community: 50, park: 10 } as const;

function isLarge({ kind, areaTotalM2 }: Carrier): boolean {
  if (kind !== 'community' && kind !== 'park') return false;
  return (areaTotalM2 ?? 0) >= LARGE[kind] * M2_PER_WAN;
}

const FEATURED = /专业|国际|平台|speciali[sz]ed|international|platform/iu;

export const RULES: Readonly<Record<string, GaugeRule>> = {
  carrier_area: {
    // an incubation community is measured by the area of its quarter, not by floor: the two are never added
    counts: ({ kind }) => kind !== 'community',
    amount: ({ areaTotalM2 }) => (areaTotalM2 === undefined ? undefined : areaTotalM2 / M2_PER_WAN),
    bound: 'exact',
    remark: {
      zh: '孵化社区的面积是片区面积，口径不同，不计入',
      en: 'the area of incubation communities is another measure and is not added',
    },
  },
  large_carriers: {
    counts: isLarge,
    amount: one,
    bound: 'exact',
    remark: {
      zh: '孵化社区50万㎡以上、孵化园10万㎡以上；是否具有全市影响力须人工认定',
      en: 'communities from 500,000 m² and parks from 100,000 m²; city-wide influence is for people to judge',
    },
  },
  featured_carriers: { counts: ({ category }) => FEATURED.test(category ?? ''), amount: one, bound: 'exact' },
  incubatees_and_teams: {
    counts: all,
    amount: ({ incubatees, teams }) =>
      incubatees === undefined && teams === undefined ? undefined : (incubatees ?? 0) + (teams ?? 0),
    bound: 'exact',
  },
  tech_enterprises: { counts: all, amount: ({ techEnterprises }) => techEnterprises, bound: 'exact' },
  professional_staff: { counts: all, amount: ({ staff }) => staff, bound: 'exact' },
  mentors: {
    counts: all,
    amount: ({ mentors }) => mentors,
    bound: 'most',
    remark: {
      zh: '按载体相加；同一导师签约多家的未能剔除，实际人数可能较少',
      en: 'added up over carriers: who has signed with several is counted several times',
    },
  },
  district_maker_spaces: {
    counts: ({ kind, level }) => kind === 'maker_space' && level === 'district',
    amount: one,
    bound: 'exact',
  },
  municipal_carriers: { counts: ({ level }) => level === 'municipal', amount: one, bound: 'exact' },
  national_carriers: { counts: ({ level }) => level === 'national', amount: one, bound: 'exact' },
  incubatees_trend: { counts: all, amount: ({ incubatees }) => incubatees, bound: 'exact' },
  tech_enterprises_trend: { counts: all, amount: ({ techEnterprises }) => techEnterprises, bound: 'exact' },
};

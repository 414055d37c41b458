/** Whether a theme is a park: enough results, of complementary readiness, that no carrier already takes as a whole. */
import { levelRange } from '../../domain/analysis.ts';
import type { Bilingual } from '../../domain/match.ts';
import type { ConsideredPark } from '../../domain/park.ts';
import type { Candidate } from './candidates.ts';
import type { Ground } from './placed-park.ts';
import type { Place } from './places.ts';

export interface Refusal {
  readonly reason: ConsideredPark['reason'];
  readonly why: Bilingual;
}

export function isPark(candidates: readonly Candidate[], ground: Ground): boolean {
  return refusalBefore(candidates, ground) === null;
}

export function refusalBefore(candidates: readonly Candidate[], { settings }: Ground): Refusal | null {
  const { least, readyFrom, earlyTrl } = settings;
  const count = candidates.length;
  if (count < least) {
    const short = least - count;
    return {
      reason: 'too_few',
      why: {
        zh: `同一方向成果 ${count} 项，建园建议至少需 ${least} 项，尚缺 ${short} 项。`,
        en: `${count} of ${least} results of one theme; ${short} more would be needed.`,
      },
    };
  }
  const early = levelRange({ low: earlyTrl[0], high: earlyTrl[1] });
  if (!candidates.some(({ ready }) => ready))
    return {
      reason: 'readiness',
      why: {
        zh: `${count} 项成果中没有已明确达到 TRL ${readyFrom} 及以上的，成熟度梯次不完整，宜先逐项对接小试、中试。`,
        en: `None of the ${count} results is surely at TRL ${readyFrom} or above: no complementary readiness yet.`,
      },
    };
  if (!candidates.some((candidate) => candidate.early))
    return {
      reason: 'readiness',
      why: {
        zh: `${count} 项成果中没有处于 TRL ${early} 的，后续成果接续不足，宜逐项直接对接承接载体。`,
        en: `None of the ${count} results is at TRL ${early}: nothing would follow the ripe ones.`,
      },
    };
  return null;
}

/** Good enough, but after the best there are. */
export function refusalOfLimit({ settings: { proposals } }: Ground): Refusal {
  return {
    reason: 'limit',
    why: {
      zh: `符合建园条件，但本轮建议已达上限 ${proposals} 个，价值低于已列入的方案。`,
      en: `Could be a park, but is worth less than the ${proposals} that are proposed at most.`,
    },
  };
}

/** A carrier of the theme's sector first, with its own pilot line and room, recommended to nearly all members. */
export function refusalOfCovered(members: readonly Candidate[], ground: Ground): Refusal | null {
  const { places, affinities, settings } = ground;
  const fits = new Map<string, number>();
  for (const { id, wantsPilot } of members) {
    for (const { carrierId, verdict } of affinities.carriers('transfer', id)) {
      const pilot = wantsPilot ? affinities.of('pilot', id, carrierId)?.verdict : 'recommended';
      if (verdict === 'recommended' && pilot === 'recommended')
        fits.set(carrierId, (fits.get(carrierId) ?? 0) + 1);
    }
  }
  const covering = [...fits]
    .filter(([, count]) => count >= settings.coveredFrom * members.length)
    .map(([id]) => places.find(id))
    .filter((place): place is Place => place?.pilots === true && place.sector?.code === members[0]!.sector)
    .filter((place) => (places.room(place).slots ?? members.length) >= members.length)
    .sort((a, b) => (a.carrier.id < b.carrier.id ? -1 : 1))[0];
  if (!covering) return null;
  const { name } = covering.carrier;
  const count = fits.get(covering.carrier.id)!;
  return {
    reason: 'covered',
    why: {
      zh: `现有载体“${name}”已同时覆盖该领域和中试环节，${members.length} 项成果中有 ${count} 项可直接推荐，无须另行建园。`,
      en: `“${name}” covers both the sector and pilot production and is recommended to ${count} of ${members.length}: no park is needed.`,
    },
  };
}

/** A composed park as a proposal that a person can read and check. */
import { createHash } from 'node:crypto';
import type { Bilingual } from '../../domain/match.ts';
import type {
  ArrangementPoint,
  ParkArrangement,
  ParkMember,
  ParkPlace,
  ParkProposal,
  ParkValue,
} from '../../domain/park.ts';
import type { Profile } from '../../domain/profile.ts';
import type { Purpose } from '../../domain/purpose.ts';
import type { AcceptedPark } from './accept-parks.ts';
import type { Candidate } from './candidates.ts';
import { chooseForm } from './choose-form.ts';
import { contributionsOf } from './contributions.ts';
import type { Ground } from './find-places.ts';
import { lacksOf } from './lacks.ts';
import { memberSentence } from './member-sentence.ts';
import { nameTheme } from './name-theme.ts';
import { UNIT } from './park-value.ts';
import type { Place, Room } from './places.ts';
import type { ParkSettings } from './settings.ts';
import { sharedCapabilities } from './shared-capabilities.ts';
import { instituteSide, parkSide } from './sited-activities.ts';

export function proposePark(profile: Profile, accepted: AcceptedPark, ground: Ground): ParkProposal {
  const { theme, plan, members } = accepted;
  const { host, pilot } = plan;
  const sites = { host, pilot, all: ground.places.all };
  const { form, why } = chooseForm(members, pilot, ground.affinities);
  const shared = sharedCapabilities(profile, members, sites);
  const universities = new Map(members.map(({ university }) => [university.name, university.city]));
  return {
    id: idOf(theme.sector, members),
    theme: nameTheme(profile, theme, members, form),
    form,
    formWhy: why,
    joint: universities.size > 1,
    universities: [...universities]
      .map(([name, city]) => ({ name, city }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    members: membersOf(profile, accepted, ground),
    hosts: host ? [placed(host, roomFor(plan.hostRoom, ground.settings), 'transfer', members, ground)] : [],
    pilot: pilot ? placed(pilot, plan.pilotRoom.slots, 'pilot', members, ground) : null,
    shared,
    institute: instituteSide(members),
    park: parkSide(profile, members, sites),
    missing: lacksOf(profile, accepted, shared, ground),
    contributions: contributionsOf(profile, members),
    arrangement: toBeAgreed(),
    value: pointsOf(accepted),
  };
}

function membersOf(
  profile: Profile,
  { composed, plan, members, theme }: AcceptedPark,
  { affinities }: Ground,
): ParkMember[] {
  const { host, pilot } = plan;
  const affinity = (purpose: Purpose, id: string, place: Place | null) =>
    (place && affinities.of(purpose, id, place.carrier.id)?.affinity) ?? null;
  return members.map((member, i) => {
    const { gain } = composed.joining[i]!;
    const hostAffinity = affinity('transfer', member.id, host);
    return {
      resultId: member.id,
      university: member.university.name,
      stage: member.stages.length === 1 ? member.stages[0]! : null,
      gain: gain / UNIT,
      hostAffinity,
      pilotAffinity: affinity('pilot', member.id, pilot),
      why: memberSentence({
        profile,
        member,
        themeFields: theme.fields,
        before: members.slice(0, i),
        all: members,
        host: host && { place: host, affinity: hostAffinity },
      }),
    };
  });
}

function placed(
  place: Place,
  room: number | null,
  purpose: Purpose,
  members: readonly Candidate[],
  { affinities }: Ground,
): ParkPlace {
  const { id, name } = place.carrier;
  const served = purpose === 'pilot' ? members.filter(({ wantsPilot }) => wantsPilot) : members;
  const sum = served.reduce((all, member) => all + (affinities.of(purpose, member.id, id)?.affinity ?? 0), 0);
  return {
    carrierId: id,
    name,
    location: place.location,
    room,
    meanAffinity: served.length === 0 ? 0 : sum / served.length,
  };
}

/** Members that slots and area allow, as far as they are known. */
function roomFor({ slots, areaM2 }: Room, { areaOfOneM2 }: ParkSettings): number | null {
  const byArea = areaM2 === null ? null : Math.floor(areaM2 / areaOfOneM2);
  if (slots === null || byArea === null) return slots ?? byArea;
  return Math.min(slots, byArea);
}

function pointsOf({ composed, numbers }: AcceptedPark): ParkValue {
  const { park, bound, proven } = composed;
  const { chain, host, pilot, cohesion, shared } = park.parts();
  return {
    total: park.value / UNIT,
    chain: chain / UNIT,
    host: host / UNIT,
    pilot: pilot / UNIT,
    cohesion: cohesion / UNIT,
    shared: shared / UNIT,
    bound: bound / UNIT,
    proven,
    guarantee: guaranteeOf(composed, numbers.area === null),
  };
}

/** 63 %: 1 − 1/e of the best by greedy alone, where only the number of members is limited (Nemhauser et al. 1978). */
function guaranteeOf({ park, bound, proven }: AcceptedPark['composed'], byNumber: boolean): Bilingual {
  if (proven)
    return {
      zh: '在本主题的候选成果、承接载体和中试平台之下，成员组合已证明为最优。',
      en: 'Proved: with these candidates, this host and this platform no choice of members is worth more.',
    };
  const most = (bound / UNIT).toFixed(1);
  const share = (Math.floor((1000 * park.value) / bound) / 10).toFixed(1);
  return {
    zh: `成员组合未证明为最优：任何组合都不超过 ${most} 分，现方案至少达到其 ${share}%，且不低于贪心法所得${byNumber ? '（理论上不低于最优值的 63%）' : ''}。`,
    en: `Not proved to be best: no choice is worth more than ${most} points, and this one reaches at least ${share} % of that; it is never below greedy${byNumber ? ' (at least 63 % of the best by theory)' : ''}.`,
  };
}

/** The four heads of cooperation (规划、建设、管理、发展成果分享): what the parties have to agree on, not we. */
function toBeAgreed(): ParkArrangement {
  const point = (zh: string, en: string): ArrangementPoint => ({
    name: { zh, en },
    agreed: null,
    note: { zh: '待高校与区科技局商定。', en: 'To be agreed between university and district.' },
  });
  return {
    planning: point('规划', 'planning'),
    building: point('建设', 'building'),
    management: point('管理', 'management'),
    benefitShare: point('发展成果分享', 'sharing of the benefits'),
  };
}

function idOf(sector: string, members: readonly Candidate[]): string {
  const ids = members.map(({ id }) => id).sort();
  const digest = createHash('sha256')
    .update(JSON.stringify([sector, ids]))
    .digest('hex');
  return `park-${sector}-${digest.slice(0, 8)}`;
}

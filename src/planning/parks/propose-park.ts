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
import { capabilityName } from '../../engine/explain/names.ts';
import { type AcceptedPark, membersAt } from './accept-parks.ts';
import type { Candidate } from './candidates.ts';
import { chooseForm } from './choose-form.ts';
import { contributionsOf } from './contributions.ts';
import { lacksOf } from './lacks.ts';
import { memberSentence } from './member-sentence.ts';
import { nameTheme } from './name-theme.ts';
import { type ParkNumbers, UNIT } from './park-value.ts';
import type { Ground } from './placed-park.ts';
import { offersItself, PILOT_LINE, type Place, type Room } from './places.ts';
import type { ParkSettings } from './settings.ts';
import { sharedCapabilities } from './shared-capabilities.ts';
import { instituteSide, parkSide } from './sited-activities.ts';
import { triedAt } from './tried-at.ts';

export function proposePark(profile: Profile, accepted: AcceptedPark, ground: Ground): ParkProposal {
  const { theme, plan, members } = accepted;
  const { pilot } = plan;
  const tried = triedAt(pilot, members, ground.affinities);
  const sites = { hosts: plan.hosts.map(({ place }) => place), pilot, all: ground.places.all };
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
    hosts: hostsOf(profile, accepted, ground),
    pilot:
      pilot &&
      parkPlace(
        profile,
        accepted,
        { place: pilot, room: plan.pilotRoom.slots, purpose: 'pilot', served: tried },
        ground,
      ),
    shared,
    institute: instituteSide(members),
    park: parkSide(profile, members, sites, { housed: (seat) => membersAt(accepted, seat), tried }),
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
  const { pilot } = plan;
  const pair = (purpose: Purpose, id: string, place: Place | null) =>
    place && affinities.of(purpose, id, place.carrier.id);
  return members.map((member, i) => {
    const { gain, seat } = composed.joining[i]!;
    const host = plan.hosts[seat]?.place ?? null;
    const housed = pair('transfer', member.id, host);
    return {
      resultId: member.id,
      university: member.university.name,
      stage: member.stages.length === 1 ? member.stages[0]! : null,
      gain: gain / UNIT,
      hostCarrierId: host?.carrier.id ?? null,
      hostAffinity: housed?.affinity ?? null,
      pilotAffinity: pair('pilot', member.id, pilot)?.affinity ?? null,
      why: memberSentence({
        profile,
        member,
        themeFields: theme.fields,
        before: members.slice(0, i),
        all: members,
        host: host && housed && { ...housed, name: host.carrier.name },
      }),
    };
  });
}

/** Who takes the most members stands first. */
function hostsOf(profile: Profile, accepted: AcceptedPark, ground: Ground): ParkPlace[] {
  return accepted.plan.hosts
    .map(({ place, room }, seat) => {
      const served = membersAt(accepted, seat);
      const members = roomFor(room, ground.settings);
      return parkPlace(profile, accepted, { place, room: members, purpose: 'transfer', served }, ground);
    })
    .sort((a, b) => b.takes! - a.takes! || (a.carrierId < b.carrierId ? -1 : 1));
}

interface Serving {
  readonly place: Place;
  /** Members that it has room for; null where that is unknown. */
  readonly room: number | null;
  readonly purpose: Purpose;
  /** The members that it takes. */
  readonly served: readonly Candidate[];
}

/**
 * What all members ask for is looked up among its own offers, a pilot line only of the platform: where none is named,
 * that of a host suits nobody.
 */
function parkPlace(
  profile: Profile,
  { members, plan }: AcceptedPark,
  { place, room, purpose, served }: Serving,
  { affinities }: Ground,
): ParkPlace {
  const { id, name } = place.carrier;
  const sum = served.reduce((all, member) => all + (affinities.of(purpose, member.id, id)?.affinity ?? 0), 0);
  const asked = [...new Set(members.flatMap(({ asks }) => asks))].sort();
  return {
    carrierId: id,
    name,
    location: place.location,
    room,
    takes: served.length,
    offers: asked
      .filter((code) => offersItself(place, code))
      .filter((code) => code !== PILOT_LINE || place === plan.pilot)
      .map((code) => ({ code, ...capabilityName(profile, code) })),
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
    guarantee: guaranteeOf(composed, numbers),
  };
}

/**
 * Of the best by greedy alone, where only the number of members is limited: 1 − 1/e with one host (Nemhauser et al.
 * 1978), a third with two (Fisher et al. 1978, two matroids). With floor area there is no such share.
 */
function guaranteeOf({ park, bound, proven }: AcceptedPark['composed'], { hosts }: ParkNumbers): Bilingual {
  const two = hosts.length > 1;
  if (proven)
    return {
      zh: `在本主题的候选成果、承接载体和中试平台之下，成员组合${two ? '及其在两家载体间的安排' : ''}已证明为最优。`,
      en: `Proved: with these candidates, ${two ? 'these two hosts' : 'this host'} and this platform no choice of members${two ? ' and of where they sit' : ''} is worth more.`,
    };
  const most = (bound / UNIT).toFixed(1);
  const share = (Math.floor((1000 * park.value) / bound) / 10).toFixed(1);
  const byNumber = hosts.every(({ areaM2 }) => areaM2 === null);
  const theory = two ? '33%' : '63%';
  return {
    zh: `成员组合未证明为最优：任何组合都不超过 ${most} 分，现方案至少达到其 ${share}%，且不低于贪心法所得${byNumber ? `（理论上不低于最优值的 ${theory}）` : ''}。`,
    en: `Not proved to be best: no choice is worth more than ${most} points, and this one reaches at least ${share} % of that; it is never below greedy${byNumber ? ` (at least ${theory.replace('%', ' %')} of the best by theory)` : ''}.`,
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

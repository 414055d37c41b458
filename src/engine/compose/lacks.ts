/** What a park still lacks: capabilities, conditions, stages, space. Nothing is promised that nobody offers. */
import type { Bilingual } from '../../domain/match.ts';
import { PARK_STAGES, type ParkLack, type SharedCapability } from '../../domain/park.ts';
import type { Profile } from '../../domain/profile.ts';
import { capabilityName, joined } from '../explain/names.ts';
import { conditionOffer } from '../score/facts.ts';
import { type AcceptedPark, membersAt } from './accept-parks.ts';
import type { Candidate } from './candidates.ts';
import type { HostOfPark } from './encode-park.ts';
import type { Ground } from './placed-park.ts';
import type { Places } from './places.ts';
import { PILOT_LINE } from './places.ts';
import { STAGE_NAMES } from './readiness.ts';
import type { ParkSettings } from './settings.ts';

export function lacksOf(
  profile: Profile,
  park: AcceptedPark,
  shared: readonly SharedCapability[],
  { places, settings }: Ground,
): ParkLack[] {
  const { plan, members } = park;
  return [
    ...(plan.hosts.length > 0 ? [] : [noHost(members, places, settings)]),
    ...plan.hosts.flatMap((host, seat) => hostLacks(host, membersAt(park, seat), settings)),
    ...(plan.hosts.length > 0 ? leftOut(plan, members, settings) : []),
    ...pilotLacks(profile, plan, members),
    ...shared.flatMap(({ provider, code, name, resultIds }): ParkLack[] =>
      provider || (code === PILOT_LINE && !plan.pilot) ? [] : [capabilityLack(code, name, resultIds.length)],
    ),
    ...conditionLacks(profile, plan, members),
    ...stageLacks(members),
  ];
}

function capabilityLack(code: string, name: Bilingual, count: number): ParkLack {
  return {
    kind: 'capability',
    code,
    zh: `缺“${name.zh}”能力：${count} 项成果提出需求，区内同领域载体均未以自有条件提供。`,
    en: `${name.en} is missing: asked for by ${count}, offered by no carrier of the field in the district itself.`,
  };
}

function areaOf(members: readonly Candidate[], { areaOfOneM2 }: ParkSettings): number {
  return members.reduce((sum, { areaM2 }) => sum + (areaM2 ?? areaOfOneM2), 0);
}

/** With the two largest carriers of the same sector, for a look: they may be willing though the texts do not meet. */
function noHost(members: readonly Candidate[], places: Places, settings: ParkSettings): ParkLack {
  const area = areaOf(members, settings);
  const stated = members.filter(({ areaM2 }) => areaM2 !== null).length;
  const nearest = places.all
    .filter((place) => place.hosts && place.sector?.code === members[0]!.sector)
    .map((place) => ({ name: place.carrier.name, slots: places.room(place).slots ?? 0 }))
    .filter(({ slots }) => slots > 0)
    .sort((a, b) => b.slots - a.slots)
    .slice(0, 2);
  const basis =
    stated === 0
      ? { zh: `每项按 ${settings.areaOfOneM2} ㎡估算`, en: `${settings.areaOfOneM2} m² each` }
      : {
          zh: `${stated} 项按填报，其余每项按 ${settings.areaOfOneM2} ㎡估算`,
          en: `${stated} as stated, the others ${settings.areaOfOneM2} m² each`,
        };
  const look = {
    zh: nearest.map(({ name, slots }) => `“${name}”（尚有 ${slots} 个名额）`).join('和'),
    en: nearest.map(({ name, slots }) => `“${name}” has ${slots} slots`).join(', '),
  };
  return {
    kind: 'host',
    zh: `区内没有与多数成员相适配、单独或由两家共同能容纳 ${settings.least} 项及以上成果的载体，需落实场地约 ${area} ㎡（${basis.zh}）${nearest.length > 0 ? `；可先核实同领域的${look.zh}` : ''}。`,
    en: `No carrier in the district, nor two together, fits most members and has room for ${settings.least}: about ${area} m² must be found (${basis.en})${nearest.length > 0 ? `; of the same sector ${look.en}` : ''}.`,
  };
}

function hostLacks(
  { place, room }: HostOfPark,
  housed: readonly Candidate[],
  settings: ParkSettings,
): ParkLack[] {
  const { name } = place.carrier;
  const lacks: ParkLack[] = [];
  if (place.location === 'unknown')
    lacks.push({
      kind: 'host',
      zh: `“${name}”未填所在地，是否在区内须核实。`,
      en: `“${name}” does not say where it is: to be verified.`,
    });
  if (room.slots === null || room.areaM2 === null) {
    const [zh, en] =
      room.slots === null
        ? room.areaM2 === null
          ? ['名额和可用面积', 'slots and free area']
          : ['名额', 'slots']
        : ['可用面积', 'free area'];
    const area = areaOf(housed, settings);
    lacks.push({
      kind: 'space',
      zh: `“${name}”未填${zh}，能否容纳 ${housed.length} 项成果须核实（约需 ${area} ㎡）。`,
      en: `“${name}” does not state its ${en}: whether it can take ${housed.length} results (about ${area} m²) is to be verified.`,
    });
  }
  return lacks;
}

function leftOut(
  { candidates }: AcceptedPark['plan'],
  members: readonly Candidate[],
  settings: ParkSettings,
): ParkLack[] {
  const left = candidates.length - members.length;
  if (left === 0) return [];
  return [
    {
      kind: 'space',
      zh: `本方向另有 ${left} 项成果受名额、面积或单园上限（${settings.most} 项）所限，未列入。`,
      en: `${left} more results of the theme are left out for want of slots, area or by the limit of ${settings.most}.`,
    },
  ];
}

function pilotLacks(
  profile: Profile,
  { pilot, pilotRoom: { slots } }: AcceptedPark['plan'],
  members: readonly Candidate[],
): ParkLack[] {
  const wanting = members.filter(({ wantsPilot }) => wantsPilot).length;
  if (wanting === 0) return [];
  if (!pilot) {
    const name = capabilityName(profile, PILOT_LINE);
    return [
      {
        kind: 'pilot',
        code: PILOT_LINE,
        zh: `无中试平台：缺“${name.zh}”能力，${wanting} 项成果需要，区内没有适配的自有中试线。`,
        en: `No pilot platform: ${name.en} is missing in the district, needed by ${wanting}.`,
      },
    ];
  }
  if (slots === null || slots >= wanting) return [];
  return [
    {
      kind: 'pilot',
      zh: `“${pilot.carrier.name}”只剩 ${slots} 个名额，${wanting} 项成果需要中试，须分批安排或扩充。`,
      en: `“${pilot.carrier.name}” has ${slots} slots left for ${wanting} results: in turns, or more of them.`,
    },
  ];
}

function conditionLacks(
  profile: Profile,
  { hosts, pilot }: AcceptedPark['plan'],
  members: readonly Candidate[],
): ParkLack[] {
  const places = hosts.map(({ place }) => place);
  const asked = [
    ...(hosts.length > 0 ? [{ zh: '承接载体', en: hosts.length > 1 ? 'the hosts' : 'the host' }] : []),
    ...(pilot && !places.includes(pilot) ? [{ zh: '中试平台', en: 'the pilot platform' }] : []),
  ];
  const zh = asked.length === 0 ? '场所待落实' : `${asked.map((site) => site.zh).join('和')}未写明具备`;
  const en =
    asked.length === 0 ? 'to be found' : `not stated by ${asked.map((site) => site.en).join(' or ')}`;
  return profile.conditions.flatMap(({ code }): ParkLack[] => {
    const count = members.filter(({ conditions }) => conditions.includes(code)).length;
    const offer = conditionOffer(code);
    if (count === 0 || [...places, pilot].some((place) => place?.offers.has(offer))) return [];
    const name = capabilityName(profile, offer);
    return [
      {
        kind: 'condition',
        code,
        zh: `${count} 项成果需要“${name.zh}”条件，${zh}。`,
        en: `${count} need ${name.en}: ${en}.`,
      },
    ];
  });
}

/** Where nobody stands nothing follows; that nobody is at proof of concept is no lack of a park. */
function stageLacks(members: readonly Candidate[]): ParkLack[] {
  const absent = PARK_STAGES.filter(
    (stage) => stage !== 'proof' && !members.some(({ stages }) => stages.includes(stage)),
  );
  const names = joined(absent.map((stage) => STAGE_NAMES[stage]));
  const lacks: ParkLack[] = [];
  if (absent.length > 0)
    lacks.push({
      kind: 'stage',
      code: absent.join(' '),
      zh: `成员尚未覆盖${names.zh}阶段，可补充征集。`,
      en: `No member is yet at: ${names.en}.`,
    });
  const unknown = members.filter(({ stages }) => stages.length === 0).length;
  if (unknown > 0)
    lacks.push({
      kind: 'stage',
      zh: `${unknown} 项成果未说明成熟度，须补填。`,
      en: `${unknown} of the results do not state their readiness.`,
    });
  return lacks;
}

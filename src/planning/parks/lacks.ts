/** What a park still lacks: capabilities, conditions, stages, space. Nothing is promised that nobody offers. */
import type { Bilingual } from '../../domain/match.ts';
import { PARK_STAGES, type ParkLack, type SharedCapability } from '../../domain/park.ts';
import type { Profile } from '../../domain/profile.ts';
import { capabilityName, joined } from '../../engine/explain/names.ts';
import { conditionOffer } from '../../engine/score/facts.ts';
import { type AcceptedPark, membersAt } from './accept-parks.ts';
import type { Affinities } from './affinities.ts';
import { type Candidate, floorAreaOf } from './candidates.ts';
import type { HostOfPark } from './encode-park.ts';
import type { Ground } from './placed-park.ts';
import { PILOT_LINE, type Places } from './places.ts';
import { STAGE_NAMES } from './readiness.ts';
import type { ParkSettings } from './settings.ts';
import { triedAt } from './tried-at.ts';

export function lacksOf(
  profile: Profile,
  park: AcceptedPark,
  shared: readonly SharedCapability[],
  { places, affinities, settings }: Ground,
): ParkLack[] {
  const { plan, members } = park;
  return [
    ...(plan.hosts.length > 0 ? [] : [noHost(members, places, settings)]),
    ...plan.hosts.flatMap((host, seat) => hostLacks(host, membersAt(park, seat), settings)),
    ...(plan.hosts.length > 0 ? leftOut(park, settings) : []),
    ...pilotLacks(profile, plan, members, affinities),
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

/** With the two largest carriers of the same sector, for a look: they may be willing though the texts do not meet. */
function noHost(members: readonly Candidate[], places: Places, settings: ParkSettings): ParkLack {
  const area = floorAreaOf(members, settings);
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
    zh: `区内没有单独或由两家共同与其中 ${settings.least} 项及以上成果相适配且能容纳的载体，需落实场地约 ${area} ㎡（${basis.zh}）${nearest.length > 0 ? `；可先核实同领域的${look.zh}` : ''}。`,
    en: `No carrier in the district, nor two together, fits ${settings.least} of them and has room for them: about ${area} m² must be found (${basis.en})${nearest.length > 0 ? `; of the same sector ${look.en}` : ''}.`,
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
    const area = floorAreaOf(housed, settings);
    lacks.push({
      kind: 'space',
      zh: `“${name}”未填${zh}，能否容纳 ${housed.length} 项成果须核实（约需 ${area} ㎡）。`,
      en: `“${name}” does not state its ${en}: whether it can take ${housed.length} results (about ${area} m²) is to be verified.`,
    });
  }
  return lacks;
}

/** Whom no host fits is another matter than for whom there is no room. */
function leftOut({ plan, numbers, composed }: AcceptedPark, settings: ParkSettings): ParkLack[] {
  const joined = new Set(composed.joining.map(({ candidate }) => candidate));
  const out = plan.candidates.map((_, candidate) => candidate).filter((candidate) => !joined.has(candidate));
  const strange = out.filter((candidate) => !numbers.hosts.some(({ fits }) => fits[candidate])).length;
  const crowded = out.length - strange;
  const lacks: ParkLack[] = [];
  if (crowded > 0)
    lacks.push({
      kind: 'space',
      zh: `本方向另有 ${crowded} 项成果受名额、面积或单园上限（${settings.most} 项）所限，未列入。`,
      en: `${crowded} more results of the theme are left out for want of slots, area or by the limit of ${settings.most}.`,
    });
  if (strange > 0)
    lacks.push({
      kind: 'host',
      zh: `本方向另有 ${strange} 项成果与承接载体不相适配，未列入，宜另寻载体。`,
      en: `${strange} more results of the theme do not fit ${plan.hosts.length > 1 ? 'these hosts' : 'this host'} and are left out: another carrier is needed.`,
    });
  return lacks;
}

function pilotLacks(
  profile: Profile,
  { pilot, pilotRoom: { slots } }: AcceptedPark['plan'],
  members: readonly Candidate[],
  affinities: Affinities,
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
  const { name } = pilot.carrier;
  const tried = triedAt(pilot, members, affinities).length;
  const lacks: ParkLack[] = [];
  if (slots !== null && slots < tried)
    lacks.push({
      kind: 'pilot',
      zh: `“${name}”只剩 ${slots} 个名额，${tried} 项成果需要中试，须分批安排或扩充。`,
      en: `“${name}” has ${slots} slots left for ${tried} results: in turns, or more of them.`,
    });
  if (tried < wanting)
    lacks.push({
      kind: 'pilot',
      code: PILOT_LINE,
      zh: `另有 ${wanting - tried} 项成果需要中试，与“${name}”不相适配，须另行落实。`,
      en: `${wanting - tried} more want a pilot that “${name}” does not suit: another place must be found.`,
    });
  return lacks;
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

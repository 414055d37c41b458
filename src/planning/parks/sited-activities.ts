/** Who does what where: 研发在高校、孵化转化在区内. An activity without a place in the district stays open, never leaves it. */
import type { Bilingual } from '../../domain/match.ts';
import type { ParkActivity, ParkSite, SharedCapability, SitedActivity } from '../../domain/park.ts';
import type { Profile } from '../../domain/profile.ts';
import type { Candidate } from './candidates.ts';
import { shortName } from './in-district.ts';
import type { Place } from './places.ts';
import { providerOf, type Sites } from './shared-capabilities.ts';

/** Kinds with room to produce, not only to incubate. */
const PRODUCING: ReadonlySet<string> = new Set(['accelerator', 'park', 'community', 'industry_base']);

export function instituteSide(members: readonly Candidate[]): SitedActivity[] {
  const universities = new Map(members.map(({ university }) => [university.name, university]));
  return [...universities]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { name, en, city }]) => {
      const count = members.filter(({ university }) => university.name === name).length;
      return {
        activity: 'research',
        site: {
          kind: 'university',
          location: 'university',
          name: { zh: name, en },
          ...(city === null ? {} : { city }),
        },
        why: {
          zh: `${count} 项成果的后续研发留在${name}，由原团队承担。`,
          en: `Further research on ${count} of the results stays at ${en} with its team.`,
        },
      };
    });
}

/** `housed`: the members at one of the hosts; `tried`: those whose trials the platform could run. */
export function parkSide(
  profile: Profile,
  members: readonly Candidate[],
  sites: Sites,
  {
    housed,
    tried,
  }: { readonly housed: (seat: number) => readonly Candidate[]; readonly tried: readonly Candidate[] },
): SitedActivity[] {
  const { hosts, pilot } = sites;
  const open = openSite(profile);
  const early: readonly (readonly [ParkActivity, 'proof' | 'bench', string])[] = [
    ['proof', 'proof', 'C02'],
    ['bench', 'bench', 'C03'],
  ];
  const trials = early.flatMap(([activity, stage, code]): SitedActivity[] => {
    const wanting = members.filter(
      ({ stages, asks }) => stages.includes(stage) || asks.includes(code),
    ).length;
    if (wanting === 0) return [];
    const provider = providerOf(code, members[0]!.sector, sites);
    return [sited(activity, provider ? siteOf(sites, provider) : open, wanting)];
  });
  /** Each host for those whom it takes; for the others a place is still to be found. */
  const housing = (activity: ParkActivity, suits: (host: Place) => boolean): SitedActivity[] => {
    const placed = hosts
      .map((host, seat) => ({ host, count: housed(seat).length }))
      .filter(({ host }) => suits(host))
      .sort((a, b) => b.count - a.count || (a.host.carrier.id < b.host.carrier.id ? -1 : 1));
    const left = placed.reduce((rest, { count }) => rest - count, members.length);
    return [
      ...placed.map(({ host, count }) => sited(activity, carrierSite(host), count)),
      ...(left > 0 ? [sited(activity, open, left)] : []),
    ];
  };
  const untried = members.filter((member) => member.wantsPilot && !tried.includes(member)).length;
  return [
    ...trials,
    ...(pilot && tried.length > 0 ? [sited('pilot', carrierSite(pilot), tried.length)] : []),
    ...(untried > 0 ? [sited('pilot', open, untried)] : []),
    ...housing('incubation', () => true),
    ...housing('industrialisation', (host) => PRODUCING.has(host.carrier.kind ?? '')),
  ];
}

function openSite(profile: Profile): ParkSite {
  const { zh, en } = profile.district;
  return {
    kind: 'open',
    location: 'district',
    name: { zh: `${shortName(zh)}内，场所待落实`, en: `in ${en}, place still to be found` },
  };
}

function carrierSite({ carrier, location }: Place): ParkSite {
  return {
    kind: 'carrier',
    location,
    carrierId: carrier.id,
    name: { zh: carrier.name, en: carrier.name },
    ...(carrier.city === undefined ? {} : { city: carrier.city }),
  };
}

function siteOf({ all }: Sites, { carrierId }: NonNullable<SharedCapability['provider']>): ParkSite {
  return carrierSite(all.find(({ carrier }) => carrier.id === carrierId)!);
}

function sited(activity: ParkActivity, site: ParkSite, count: number): SitedActivity {
  return { activity, site, why: reason(site, count) };
}

function reason({ kind }: ParkSite, count: number): Bilingual {
  return kind === 'open'
    ? {
        zh: `涉及 ${count} 项成果，须在区内落实场所。`,
        en: `For ${count} results; a place in the district is needed.`,
      }
    : { zh: `涉及 ${count} 项成果。`, en: `For ${count} results.` };
}

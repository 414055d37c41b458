/** What members ask for, and who in the district offers it himself. */
import type { SharedCapability } from '../../domain/park.ts';
import type { Profile } from '../../domain/profile.ts';
import { capabilityName } from '../../engine/explain/names.ts';
import type { Candidate } from './candidates.ts';
import { offersItself, PILOT_LINE, type Place } from './places.ts';

/** Done on the thing itself: what one sector's carrier offers helps another sector little. Valuation or IP services help all. */
const OF_ONE_FIELD: ReadonlySet<string> = new Set(['C01', 'C02', 'C03', 'C04', 'C05', 'C09', 'C14']);

export interface Sites {
  readonly hosts: readonly Place[];
  readonly pilot: Place | null;
  readonly all: readonly Place[];
}

/** The most asked first, ties in the order of codes. */
export function sharedCapabilities(
  profile: Profile,
  members: readonly Candidate[],
  sites: Sites,
): SharedCapability[] {
  const asking = new Map<string, string[]>();
  for (const { id, asks } of members) {
    for (const code of asks) {
      const ids = asking.get(code);
      if (ids) ids.push(id);
      else asking.set(code, [id]);
    }
  }
  return [...asking]
    .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .map(([code, ids]) => ({
      code,
      name: capabilityName(profile, code),
      resultIds: ids.sort(),
      provider: providerOf(code, members[0]!.sector, sites),
    }));
}

/** A host or the platform; else a carrier of the district, of the same sector first. A pilot line is the platform's or nobody's. */
export function providerOf(
  code: string,
  sector: string,
  { hosts, pilot, all }: Sites,
): SharedCapability['provider'] {
  const offers = (place: Place) => offersItself(place, code);
  const byPilot = pilot && offers(pilot) ? named(pilot, 'pilot') : null;
  if (code === PILOT_LINE) return byPilot;
  const host = hosts.find(offers);
  if (host) return named(host, 'host');
  if (byPilot) return byPilot;
  const sameField = (place: Place) => Number(place.sector?.code === sector);
  const other = all
    .filter((place) => place.location === 'district' && place.carrier.status !== 'delisted' && offers(place))
    .filter((place) => !OF_ONE_FIELD.has(code) || sameField(place) === 1)
    .sort((a, b) => sameField(b) - sameField(a) || (a.carrier.id < b.carrier.id ? -1 : 1))[0];
  return other ? named(other, 'district') : null;
}

function named({ carrier }: Place, role: 'host' | 'pilot' | 'district') {
  return { carrierId: carrier.id, name: carrier.name, role } as const;
}

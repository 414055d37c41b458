/** Carriers of the district as hosts and pilot platforms, with what room earlier proposals have left. */
import type { Carrier } from '../../domain/carrier.ts';
import type { Profile } from '../../domain/profile.ts';
import type { Analysed } from '../../engine/engine.ts';
import { carrierFacts } from '../../engine/score/facts.ts';
import { type Location, locationIn } from './in-district.ts';

export interface Place {
  readonly carrier: Pick<Carrier, 'id' | 'name' | 'kind' | 'status' | 'slots' | 'areaFreeM2' | 'city'>;
  readonly sector: { readonly code: string; readonly weight: number } | null;
  readonly location: Location;
  /** Capability or condition → 0–1, its own alone. */
  readonly offers: ReadonlyMap<string, number>;
  /** Takes teams and firms in, rather than single trials. */
  readonly hosts: boolean;
  /** Runs a pilot line of its own. */
  readonly pilots: boolean;
}

export interface Room {
  readonly slots: number | null;
  readonly areaM2: number | null;
}

const HOST_KINDS: ReadonlySet<string> = new Set([
  'maker_space',
  'incubator',
  'accelerator',
  'park',
  'community',
  'industry_base',
]);
/** An offer that words stand behind; a bare claim or a partner's counts as none here. */
const OWN_OFFER = 1;
/** 中试熟化. A bench alone (小试) is no pilot platform. */
export const PILOT_LINE = 'C04';

export function offersItself(place: Pick<Place, 'offers'> | null, code: string): boolean {
  return (place?.offers.get(code) ?? 0) >= OWN_OFFER;
}

export class Places {
  readonly all: readonly Place[];
  readonly #byId: ReadonlyMap<string, Place>;
  readonly #taken = new Map<string, { slots: number; areaM2: number }>();

  constructor(places: readonly Place[]) {
    this.all = [...places].sort((a, b) => (a.carrier.id < b.carrier.id ? -1 : 1));
    this.#byId = new Map(this.all.map((place) => [place.carrier.id, place]));
  }

  find(id: string): Place | undefined {
    return this.#byId.get(id);
  }

  /** Slots and area that are left; unknown stays unknown. */
  room({ carrier }: Place): Room {
    const taken = this.#taken.get(carrier.id);
    return {
      slots: carrier.slots === undefined ? null : Math.max(0, carrier.slots - (taken?.slots ?? 0)),
      areaM2:
        carrier.areaFreeM2 === undefined ? null : Math.max(0, carrier.areaFreeM2 - (taken?.areaM2 ?? 0)),
    };
  }

  take({ carrier }: Place, slots: number, areaM2: number): void {
    const before = this.#taken.get(carrier.id) ?? { slots: 0, areaM2: 0 };
    this.#taken.set(carrier.id, { slots: before.slots + slots, areaM2: before.areaM2 + areaM2 });
  }
}

export function placeReader(profile: Profile): (carrier: Analysed<Carrier>) => Place {
  const locate = locationIn(profile);
  return ({ record, analysis }) => placeOf(profile, record, analysis, locate(record));
}

function placeOf(
  profile: Profile,
  record: Carrier,
  analysis: Analysed<Carrier>['analysis'],
  location: Location,
): Place {
  const { offers } = carrierFacts(profile, record, analysis);
  const { id, name, kind, status, slots, areaFreeM2, city } = record;
  const carrier = { id, name, kind, status, slots, areaFreeM2, city };
  const usable = location !== 'outside' && carrier.status !== 'delisted' && carrier.status !== 'rectifying';
  return {
    carrier,
    sector: analysis.sectors.weights[0] ?? null,
    location,
    offers,
    hosts: usable && HOST_KINDS.has(carrier.kind ?? ''),
    pilots: usable && offersItself({ offers }, PILOT_LINE),
  };
}

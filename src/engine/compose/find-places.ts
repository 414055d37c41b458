/** The host and the pilot platform with which a theme is worth most. */
import type { Purpose } from '../../domain/purpose.ts';
import type { Affinities } from './affinities.ts';
import type { Candidate } from './candidates.ts';
import { encodePark, type ParkPlan } from './encode-park.ts';
import { composeQuickly } from './maximise.ts';
import type { ParkNumbers } from './park-value.ts';
import type { Place, Places } from './places.ts';
import type { ParkSettings } from './settings.ts';
import type { Neighbours } from './similarity.ts';

export interface PlacedPark {
  readonly plan: ParkPlan;
  readonly numbers: ParkNumbers;
  readonly value: number;
  /** Without proof yet; in the order of numbers. */
  readonly members: readonly Candidate[];
}

export interface Ground {
  readonly places: Places;
  readonly affinities: Affinities;
  readonly near: Neighbours;
  readonly settings: ParkSettings;
}

const UNKNOWN_ROOM = { slots: null, areaM2: null } as const;

/** No host, or no platform, where the district has none that fits. */
export function findPlaces(candidates: readonly Candidate[], ground: Ground): PlacedPark {
  const { places, affinities, near, settings } = ground;
  const hosts = promising(
    'transfer',
    candidates,
    ground,
    (place, fitting) => place.hosts && holds(place, candidates, fitting, ground),
  );
  const wanting = candidates.filter(({ wantsPilot }) => wantsPilot);
  const pilots = promising(
    'pilot',
    wanting,
    ground,
    (place) => place.pilots && places.room(place).slots !== 0,
  );
  let best: PlacedPark | null = null;
  for (const host of hosts.length > 0 ? hosts : [null]) {
    for (const pilot of pilots.length > 0 ? pilots : [null]) {
      const roomOf = (place: Place | null) => (place ? places.room(place) : UNKNOWN_ROOM);
      const plan = { candidates, host, hostRoom: roomOf(host), pilot, pilotRoom: roomOf(pilot) };
      const numbers = encodePark(plan, affinities, near, settings);
      const park = composeQuickly(numbers);
      if (park.value > (best?.value ?? -1)) {
        const members = [...park.members].sort((a, b) => a - b).map((number) => candidates[number]!);
        best = { plan, numbers, value: park.value, members };
      }
    }
  }
  return best!;
}

/** Those with the highest total affinity to as many candidates as a park takes; known to be in the district first. */
function promising(
  purpose: Purpose,
  candidates: readonly Candidate[],
  { places, affinities, settings }: Ground,
  suits: (place: Place, fitting: number) => boolean,
): Place[] {
  const found = new Map<string, number[]>();
  for (const { id } of candidates) {
    for (const { carrierId, affinity } of affinities.carriers(purpose, id)) {
      const list = found.get(carrierId);
      if (list) list.push(affinity);
      else found.set(carrierId, [affinity]);
    }
  }
  return [...found]
    .flatMap(([id, list]) => {
      const place = places.find(id);
      if (!place || !suits(place, list.length)) return [];
      const best = list.sort((a, b) => b - a).slice(0, settings.most);
      return [{ place, total: best.reduce((sum, affinity) => sum + affinity, 0) }];
    })
    .sort(
      (a, b) =>
        Number(b.place.location === 'district') - Number(a.place.location === 'district') ||
        b.total - a.total ||
        (a.place.carrier.id < b.place.carrier.id ? -1 : 1),
    )
    .slice(0, settings.tried)
    .map(({ place }) => place);
}

/** Whether it has room for the least number of members, and is a possible match for enough of those that it can take. */
function holds(
  place: Place,
  candidates: readonly Candidate[],
  fitting: number,
  { places, settings }: Ground,
): boolean {
  const { slots, areaM2 } = places.room(place);
  if (slots !== null && slots < settings.least) return false;
  const taken = Math.min(candidates.length, settings.most, slots ?? settings.most);
  if (fitting < settings.hostedFrom * taken) return false;
  if (areaM2 === null) return true;
  const smallest = candidates
    .map((candidate) => candidate.areaM2 ?? settings.areaOfOneM2)
    .sort((a, b) => a - b)
    .slice(0, settings.least);
  return smallest.reduce((sum, area) => sum + area, 0) <= areaM2;
}

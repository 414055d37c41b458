/** Hosts that could house a theme: carriers with room enough by themselves, and pairs that have it together. */
import type { Candidate } from './candidates.ts';
import type { HostOfPark } from './encode-park.ts';
import type { Ground } from './placed-park.ts';
import type { Place, Room } from './places.ts';
import { promisingPlaces } from './promising-places.ts';

/** Each a possible match for enough of those that it can take. */
export function singleHosts(candidates: readonly Candidate[], ground: Ground): HostOfPark[] {
  const { places, settings } = ground;
  const smallest = smallestAreas(candidates, ground);
  const counted = (place: Place, fitting: number) => {
    if (!place.hosts) return 0;
    const room = places.room(place);
    const taken = Math.min(candidates.length, settings.most, room.slots ?? settings.most);
    return fitting >= settings.hostedFrom * taken && hold([room], smallest) ? settings.most : 0;
  };
  return promisingPlaces('transfer', candidates, ground, counted)
    .slice(0, settings.tried)
    .map((place) => ({ place, room: places.room(place) }));
}

/** Of the best hosts those two and two that hold enough; whom each of them takes is for the search to say. */
export function hostPairs(
  candidates: readonly Candidate[],
  ground: Ground,
): (readonly [HostOfPark, HostOfPark])[] {
  const { places, settings } = ground;
  const smallest = smallestAreas(candidates, ground);
  const counted = (place: Place) => {
    if (!place.hosts) return 0;
    const room = places.room(place);
    return hold([room], smallest.slice(0, 1)) ? Math.min(settings.most, room.slots ?? settings.most) : 0;
  };
  const hosts = promisingPlaces('transfer', candidates, ground, counted)
    .slice(0, settings.paired)
    .map((place) => ({ place, room: places.room(place) }));
  return hosts.flatMap((first, i) =>
    hosts
      .slice(i + 1)
      .filter((second) => hold([first.room, second.room], smallest))
      .map((second) => [first, second] as const),
  );
}

/** Of as many as make a park: where these do not go in, no others do. */
function smallestAreas(candidates: readonly Candidate[], { settings }: Ground): number[] {
  return candidates
    .map(({ areaM2 }) => areaM2 ?? settings.areaOfOneM2)
    .sort((a, b) => a - b)
    .slice(0, settings.least);
}

/** Whether all go in, each in one of the rooms: every way is tried, there are few. */
function hold(rooms: readonly Room[], areas: readonly number[]): boolean {
  const [area, ...others] = areas;
  if (area === undefined) return true;
  return rooms.some(({ slots, areaM2 }, i) => {
    if (slots === 0 || (areaM2 !== null && areaM2 < area)) return false;
    const left = { slots: slots === null ? null : slots - 1, areaM2: areaM2 === null ? null : areaM2 - area };
    return hold(rooms.with(i, left), others);
  });
}

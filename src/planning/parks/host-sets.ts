/** Hosts that could house a theme: carriers with room enough by themselves, and pairs that have it together. */
import type { Candidate } from './candidates.ts';
import type { HostOfPark } from './encode-park.ts';
import type { Ground } from './placed-park.ts';
import type { Place, Room } from './places.ts';
import { type Fitting, promisingPlaces } from './promising-places.ts';

/** Each a possible match, and with room, for as many as make a park. */
export function singleHosts(candidates: readonly Candidate[], ground: Ground): HostOfPark[] {
  const { places, settings } = ground;
  const counted = (place: Place, fitting: readonly Fitting[]) =>
    place.hosts && enoughGoIn([places.room(place)], fitting, ground) ? settings.most : 0;
  return promisingPlaces('transfer', candidates, ground, counted)
    .slice(0, settings.tried)
    .map((place) => ({ place, room: places.room(place) }));
}

/** Of the best hosts those two and two that have room for enough; whom each of them takes is for the search to say. */
export function hostPairs(
  candidates: readonly Candidate[],
  ground: Ground,
): (readonly [HostOfPark, HostOfPark])[] {
  const { places, affinities, settings } = ground;
  const counted = (place: Place, fitting: readonly Fitting[]) => {
    if (!place.hosts) return 0;
    const room = places.room(place);
    return hold([room], smallestAreas(fitting, ground).slice(0, 1))
      ? Math.min(settings.most, room.slots ?? settings.most)
      : 0;
  };
  const hosts = promisingPlaces('transfer', candidates, ground, counted)
    .slice(0, settings.paired)
    .map((place) => ({
      place,
      room: places.room(place),
      fits: candidates.map(({ id }) => affinities.of('transfer', id, place.carrier.id) !== null),
    }));
  return hosts.flatMap((first, i) =>
    hosts
      .slice(i + 1)
      .filter((second) => {
        const fitting = candidates.flatMap((candidate, c) =>
          first.fits[c] || second.fits[c] ? [{ candidate }] : [],
        );
        return enoughGoIn([first.room, second.room], fitting, ground);
      })
      .map(
        (second) =>
          [
            { place: first.place, room: first.room },
            { place: second.place, room: second.room },
          ] as const,
      ),
  );
}

/** As many as make a park: where those with the smallest areas do not go in, no others do. */
function enoughGoIn(
  rooms: readonly Room[],
  fitting: readonly Pick<Fitting, 'candidate'>[],
  ground: Ground,
): boolean {
  return fitting.length >= ground.settings.least && hold(rooms, smallestAreas(fitting, ground));
}

function smallestAreas(fitting: readonly Pick<Fitting, 'candidate'>[], { settings }: Ground): number[] {
  return fitting
    .map(({ candidate }) => candidate.areaM2 ?? settings.areaOfOneM2)
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

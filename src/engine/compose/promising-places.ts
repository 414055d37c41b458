/** Carriers that could be host or pilot platform of a theme, the most promising first. */
import type { Purpose } from '../../domain/purpose.ts';
import type { Candidate } from './candidates.ts';
import type { Ground } from './placed-park.ts';
import type { Place } from './places.ts';

/** How many of its best affinities count for a place; none where it does not suit. `fitting`: candidates that it fits. */
export type Counted = (place: Place, fitting: number) => number;

/** Those with the highest total affinity to as many candidates as count; known to be in the district first. */
export function promisingPlaces(
  purpose: Purpose,
  candidates: readonly Candidate[],
  { places, affinities }: Ground,
  counted: Counted,
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
      const count = place ? counted(place, list.length) : 0;
      if (!place || count === 0) return [];
      const best = list.sort((a, b) => b - a).slice(0, count);
      return [{ place, total: best.reduce((sum, affinity) => sum + affinity, 0) }];
    })
    .sort(
      (a, b) =>
        Number(b.place.location === 'district') - Number(a.place.location === 'district') ||
        b.total - a.total ||
        (a.place.carrier.id < b.place.carrier.id ? -1 : 1),
    )
    .map(({ place }) => place);
}

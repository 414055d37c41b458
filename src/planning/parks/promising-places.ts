/** Carriers that could be host or pilot platform of a theme, the most promising first. */
import type { Purpose } from '../../domain/purpose.ts';
import type { PairAffinity } from './affinities.ts';
import type { Candidate } from './candidates.ts';
import type { Ground } from './placed-park.ts';
import type { Place } from './places.ts';

/** A candidate for which a place is at least a possible match. */
export type Fitting = Pick<PairAffinity, 'affinity' | 'verdict'> & { readonly candidate: Candidate };

/** How many of its best affinities count for a place; none where it does not suit. */
export type Counted = (place: Place, fitting: readonly Fitting[]) => number;

/** Those with the highest total affinity to as many candidates as count; known to be in the district first. */
export function promisingPlaces(
  purpose: Purpose,
  candidates: readonly Candidate[],
  { places, affinities }: Ground,
  counted: Counted,
): Place[] {
  const found = new Map<string, Fitting[]>();
  for (const candidate of candidates) {
    for (const { carrierId, affinity, verdict } of affinities.carriers(purpose, candidate.id)) {
      const list = found.get(carrierId);
      if (list) list.push({ candidate, affinity, verdict });
      else found.set(carrierId, [{ candidate, affinity, verdict }]);
    }
  }
  return [...found]
    .flatMap(([id, list]) => {
      const place = places.find(id);
      const count = place ? counted(place, list) : 0;
      if (!place || count === 0) return [];
      const best = list
        .map(({ affinity }) => affinity)
        .sort((a, b) => b - a)
        .slice(0, count);
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

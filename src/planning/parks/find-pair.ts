/** The two hosts, and the pilot platform, with which a theme is worth most. */
import {
  encodePark,
  type HostOfPark,
  hostUnits,
  type PilotOfPark,
  type PlacesOfPark,
  pilotUnits,
  type ThemeNumbers,
  units,
} from './encode-park.ts';
import { hostPairs } from './host-sets.ts';
import { isPark } from './judge-theme.ts';
import { lazyGreedy } from './lazy-greedy.ts';
import { composeQuickly } from './maximise.ts';
import { emptyPark, type GrowingPark, type ParkNumbers } from './park-value.ts';
import { type Ground, type PlacedPark, placedAs } from './placed-park.ts';
import { offersItself, type Place } from './places.ts';
import { seated } from './swaps.ts';

interface Option {
  readonly plan: PlacesOfPark;
  /** No choice of members is worth more with these places. */
  readonly bound: number;
}

/** Null where no pair is worth `least` units. Pairs are compared by greedy; what cannot be the best is not tried. */
export function findPair(
  theme: ThemeNumbers,
  pilots: readonly PilotOfPark[],
  least: number,
  ground: Ground,
): PlacedPark | null {
  let best: { readonly plan: PlacesOfPark; readonly numbers: ParkNumbers; readonly value: number } | null =
    null;
  for (const { plan, bound } of optionsOf(theme, pilots, ground)) {
    if (bound < least || bound <= (best?.value ?? 0)) break;
    const numbers = encodePark(theme, plan, ground.affinities);
    const park = seated(numbers, lazyGreedy(numbers));
    if (park.value > (best?.value ?? 0) && housesAPark(theme, numbers, park, ground))
      best = { plan, numbers, value: park.value };
  }
  if (!best) return null;
  const park = composeQuickly(best.numbers);
  if (park.value < least || !housesAPark(theme, best.numbers, park, ground)) return null;
  return placedAs(theme, best.plan, best.numbers, park);
}

/** Whether each host takes somebody in, and those whom they take make a park. */
export function housesAPark(
  { candidates }: Pick<ThemeNumbers, 'candidates'>,
  { hosts }: ParkNumbers,
  { members, seats }: Pick<GrowingPark, 'members' | 'seats'>,
  ground: Ground,
): boolean {
  if (!hosts.every((_, seat) => seats.includes(seat))) return false;
  return isPark(
    members.map((member) => candidates[member]!),
    ground,
  );
}

/** The most promising first. */
function optionsOf(theme: ThemeNumbers, pilots: readonly PilotOfPark[], ground: Ground): Option[] {
  const pairs = hostPairs(theme.candidates, ground);
  if (pairs.length === 0) return [];
  const all = emptyPark(encodePark(theme, { hosts: [], pilot: null }, ground.affinities));
  for (let candidate = 0; candidate < theme.size; candidate++) all.add(candidate, 0);
  const atHost = new Map<Place, readonly number[]>();
  const unitsAt = ({ place }: HostOfPark) => {
    const known = atHost.get(place) ?? hostUnits(theme, place, ground.affinities);
    atHost.set(place, known);
    return known;
  };
  return pilots
    .flatMap((pilot) => {
      const tried = pilotUnits(theme, pilot.pilot, ground.affinities);
      return pairs.map((hosts): Option => {
        const [first, second] = hosts.map(unitsAt);
        const earned = tried.map((units, i) => units + Math.max(first![i]!, second![i]!));
        const sites = [...hosts.map(({ place }) => place), pilot.pilot];
        const served = theme.asked.filter((code) => sites.some((place) => offersItself(place, code)));
        const most = earned.sort((a, b) => b - a).slice(0, theme.most);
        const bound = all.value + units(served.length) + most.reduce((sum, more) => sum + more, 0);
        return { plan: { hosts, ...pilot }, bound };
      });
    })
    .sort((a, b) => b.bound - a.bound);
}

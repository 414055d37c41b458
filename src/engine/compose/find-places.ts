/** The hosts, one or two, and the pilot platform with which a theme is worth most. */
import type { Candidate } from './candidates.ts';
import {
  encodePark,
  encodeTheme,
  type HostOfPark,
  type ParkPlan,
  type ThemeNumbers,
  units,
} from './encode-park.ts';
import { findPair } from './find-pair.ts';
import { singleHosts } from './host-sets.ts';
import { composeQuickly } from './maximise.ts';
import { type Ground, type PlacedPark, placedAs } from './placed-park.ts';
import { promisingPlaces } from './promising-places.ts';

type Pilot = Pick<ParkPlan, 'pilot' | 'pilotRoom'>;

/** No host, or no platform, where the district has none that fits; two hosts where a second is worth it. */
export function findPlaces(candidates: readonly Candidate[], ground: Ground): PlacedPark {
  const { near, settings } = ground;
  const theme = encodeTheme(candidates, near, settings);
  const pilots = pilotsOf(candidates, ground);
  const singles = singleHosts(candidates, ground);
  const one =
    singles.length > 0
      ? bestOf(
          theme,
          singles.map((host) => [host]),
          pilots,
          ground,
        )
      : null;
  const pair = findPair(theme, pilots, one ? one.value + units(settings.secondHost) : 0, ground);
  if (one && !pair) return one;
  const instead = one ?? bestOf(theme, [[]], pilots, ground);
  return pair ? { ...pair, instead } : instead;
}

function pilotsOf(candidates: readonly Candidate[], ground: Ground): readonly Pilot[] {
  const { places, settings } = ground;
  const wanting = candidates.filter(({ wantsPilot }) => wantsPilot);
  const found = promisingPlaces('pilot', wanting, ground, (place) =>
    place.pilots && places.room(place).slots !== 0 ? settings.most : 0,
  ).slice(0, settings.tried);
  return found.length > 0
    ? found.map((pilot) => ({ pilot, pilotRoom: places.room(pilot) }))
    : [{ pilot: null, pilotRoom: { slots: null, areaM2: null } }];
}

function bestOf(
  theme: ThemeNumbers,
  hostSets: readonly (readonly HostOfPark[])[],
  pilots: readonly Pilot[],
  { affinities }: Ground,
): PlacedPark {
  let best: PlacedPark | null = null;
  for (const hosts of hostSets) {
    for (const pilot of pilots) {
      const plan = { hosts, ...pilot };
      const numbers = encodePark(theme, plan, affinities);
      const park = composeQuickly(numbers);
      if (park.value > (best?.value ?? -1)) best = placedAs(theme, plan, numbers, park);
    }
  }
  return best!;
}

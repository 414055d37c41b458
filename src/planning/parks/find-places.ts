/** The hosts, one or two, and the pilot platform with which a theme is worth most. */
import type { Candidate } from './candidates.ts';
import {
  encodePark,
  encodeTheme,
  type HostOfPark,
  type PilotOfPark,
  type ThemeNumbers,
  units,
} from './encode-park.ts';
import { findPair } from './find-pair.ts';
import { singleHosts } from './host-sets.ts';
import { isPark } from './judge-theme.ts';
import { composeQuickly } from './maximise.ts';
import { type Ground, NO_PLATFORM, type PlacedPark, placedAs } from './placed-park.ts';
import { promisingPlaces } from './promising-places.ts';

/** No host, or no platform, where the district has none that fits; two hosts where a second is worth it. */
export function findPlaces(candidates: readonly Candidate[], ground: Ground): PlacedPark {
  const { near, settings } = ground;
  const theme = encodeTheme(candidates, near, settings);
  const pilots = pilotsOf(candidates, ground);
  const singles = singleHosts(candidates, ground).map((host) => [host]);
  const one = best(
    placedWith(theme, singles, pilots, ground).filter(({ members }) => isPark(members, ground)),
  );
  const pair = findPair(theme, pilots, one ? one.value + units(settings.secondHost) : 0, ground);
  if (one && !pair) return one;
  const instead = one ?? best(placedWith(theme, [[]], pilots, ground))!;
  return pair ? { ...pair, instead } : instead;
}

/** Those that are recommended to somebody. */
function pilotsOf(candidates: readonly Candidate[], ground: Ground): readonly PilotOfPark[] {
  const { places, settings } = ground;
  const wanting = candidates.filter(({ wantsPilot }) => wantsPilot);
  const found = promisingPlaces('pilot', wanting, ground, (place, fitting) =>
    place.pilots && places.room(place).slots !== 0 && fitting.some(({ verdict }) => verdict === 'recommended')
      ? settings.most
      : 0,
  ).slice(0, settings.tried);
  return found.length > 0 ? found.map((pilot) => ({ pilot, pilotRoom: places.room(pilot) })) : [NO_PLATFORM];
}

function placedWith(
  theme: ThemeNumbers,
  hostSets: readonly (readonly HostOfPark[])[],
  pilots: readonly PilotOfPark[],
  { affinities }: Ground,
): PlacedPark[] {
  return hostSets.flatMap((hosts) =>
    pilots.map((pilot) => {
      const plan = { hosts, ...pilot };
      const numbers = encodePark(theme, plan, affinities);
      return placedAs(theme, plan, numbers, composeQuickly(numbers));
    }),
  );
}

/** The first of equals. */
function best(placed: readonly PlacedPark[]): PlacedPark | null {
  return placed.reduce<PlacedPark | null>(
    (top, each) => (top === null || each.value > top.value ? each : top),
    null,
  );
}

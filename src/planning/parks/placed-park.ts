/** A theme with the places that it is valued with. */
import type { Affinities } from './affinities.ts';
import type { Candidate } from './candidates.ts';
import type { ParkPlan, PilotOfPark, PlacesOfPark, ThemeNumbers } from './encode-park.ts';
import type { GrowingPark, ParkNumbers } from './park-value.ts';
import type { Places } from './places.ts';
import type { ParkSettings } from './settings.ts';
import type { Neighbours } from './similarity.ts';

export interface PlacedPark {
  readonly theme: ThemeNumbers;
  readonly plan: ParkPlan;
  readonly numbers: ParkNumbers;
  readonly value: number;
  /** Without proof yet; in the order of numbers. */
  readonly members: readonly Candidate[];
  /** Where there are two hosts: the best without the second, or with none where no carrier has room by itself. */
  readonly instead: PlacedPark | null;
}

export interface Ground {
  readonly places: Places;
  readonly affinities: Affinities;
  readonly near: Neighbours;
  readonly settings: ParkSettings;
}

/** Where no pilot line of the district is recommended to anybody. */
export const NO_PLATFORM: PilotOfPark = { pilot: null, pilotRoom: { slots: null, areaM2: null } };

export function placedAs(
  theme: ThemeNumbers,
  plan: PlacesOfPark,
  numbers: ParkNumbers,
  park: GrowingPark,
): PlacedPark {
  const { candidates } = theme;
  const members = [...park.members].sort((a, b) => a - b).map((number) => candidates[number]!);
  return { theme, plan: { candidates, ...plan }, numbers, value: park.value, members, instead: null };
}

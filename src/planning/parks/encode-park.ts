/** A theme with its hosts and a platform as numbers: the search knows no records. */
import { PARK_STAGES } from '../../domain/park.ts';
import type { Affinities } from './affinities.ts';
import type { Candidate } from './candidates.ts';
import { type ParkNumbers, UNIT } from './park-value.ts';
import { offersItself, PILOT_LINE, type Place, type Room } from './places.ts';
import {
  MOST_LINKS,
  PARK_POINTS,
  type ParkSettings,
  SAME_FIELD,
  SHARED_FULL,
  STAGE_TRUST,
} from './settings.ts';
import type { Neighbours } from './similarity.ts';

export interface HostOfPark {
  readonly place: Place;
  readonly room: Room;
}

export interface PilotOfPark {
  readonly pilot: Place | null;
  readonly pilotRoom: Room;
}

export interface PlacesOfPark extends PilotOfPark {
  /** Up to two, in the order in which they are tried. */
  readonly hosts: readonly HostOfPark[];
}

export interface ParkPlan extends PlacesOfPark {
  readonly candidates: readonly Candidate[];
}

/** What does not depend on the places. */
export interface ThemeNumbers
  extends Pick<ParkNumbers, 'size' | 'areas' | 'kin' | 'needs' | 'needCount' | 'shared' | 'sharedCap'> {
  readonly candidates: readonly Candidate[];
  readonly most: number;
  /** By candidate: stages and sub-fields. */
  readonly links: readonly (readonly number[])[];
  /** The most asked capabilities. */
  readonly asked: readonly string[];
}

export function encodeTheme(
  candidates: readonly Candidate[],
  near: Neighbours,
  settings: ParkSettings,
): ThemeNumbers {
  const needs = [...new Set(candidates.flatMap(({ asks }) => asks))].sort();
  const needNumber = new Map(needs.map((code, i) => [code, i]));
  const fields = commonest(candidates.flatMap((candidate) => candidate.fields.fields));
  return {
    candidates,
    size: candidates.length,
    most: settings.most,
    areas: candidates.map(({ areaM2 }) => areaM2 ?? settings.areaOfOneM2),
    links: candidates.map((candidate) => [
      ...stageLinks(candidate),
      ...fields.map((field) => (candidate.fields.fields.includes(field) ? units(PARK_POINTS.field) : 0)),
    ]),
    asked: commonest(candidates.flatMap(({ asks }) => asks)),
    kin: kinship(candidates, near),
    needs: candidates.map(({ asks }) => asks.map((code) => needNumber.get(code)!)),
    needCount: needs.length,
    shared: Array.from({ length: candidates.length + 2 }, (_, askers) =>
      units((PARK_POINTS.shared * Math.log2(1 + askers)) / SHARED_FULL),
    ),
    sharedCap: units(PARK_POINTS.shared),
  };
}

export function encodePark(
  theme: ThemeNumbers,
  { hosts, pilot }: Pick<ParkPlan, 'hosts' | 'pilot'>,
  affinities: Affinities,
): ParkNumbers {
  const { candidates, size, most, areas, kin, needs, needCount, shared, sharedCap } = theme;
  const sites = [...hosts.map(({ place }) => place), pilot];
  // a pilot line is the platform's or nobody's: that of a host is one that suits no member
  const offered = theme.asked.map((code) =>
    (code === PILOT_LINE ? [pilot] : sites).some((place) => offersItself(place, code)),
  );
  return {
    size,
    most,
    areas,
    links: candidates.map(({ asks }, i) => [
      ...theme.links[i]!,
      ...theme.asked.map((code, l) => (asks.includes(code) && offered[l] ? units(PARK_POINTS.served) : 0)),
    ]),
    hosts:
      hosts.length === 0
        ? [{ slots: null, areaM2: null, fits: candidates.map(() => true), units: candidates.map(() => 0) }]
        : hosts.map(({ place, room }) => ({
            ...room,
            fits: candidates.map(({ id }) => affinities.of('transfer', id, place.carrier.id) !== null),
            units: hostUnits(theme, place, affinities),
          })),
    pilot: pilotUnits(theme, pilot, affinities),
    kin,
    needs,
    needCount,
    shared,
    sharedCap,
  };
}

export function hostUnits(
  { candidates, most }: ThemeNumbers,
  place: Place,
  affinities: Affinities,
): number[] {
  return candidates.map(({ id }) =>
    earned(affinities.of('transfer', id, place.carrier.id)?.affinity ?? 0, PARK_POINTS.host, most),
  );
}

export function pilotUnits(
  { candidates, most }: ThemeNumbers,
  place: Place | null,
  affinities: Affinities,
): number[] {
  return candidates.map(({ id, wantsPilot }) =>
    place && wantsPilot
      ? earned(affinities.of('pilot', id, place.carrier.id)?.affinity ?? 0, PARK_POINTS.pilot, most)
      : 0,
  );
}

function earned(affinity: number, points: number, most: number): number {
  return units((points * affinity) / most);
}

/** A range that touches several stages says less of each; an inferred level less than a declared one. */
function stageLinks({ stages, trl }: Candidate): number[] {
  const trust = trl ? STAGE_TRUST[trl.source] : 0;
  return PARK_STAGES.map((stage) =>
    stages.includes(stage) ? units((PARK_POINTS.stage * trust) / stages.length) : 0,
  );
}

function kinship(candidates: readonly Candidate[], near: Neighbours): ParkNumbers['kin'] {
  const rows = candidates.map(() => new Map<number, number>());
  const numberOf = new Map(candidates.map(({ id }, i) => [id, i]));
  const keep = (i: number, j: number, similarity: number) => {
    for (const [a, b] of [
      [i, j],
      [j, i],
    ] as const)
      rows[a]!.set(b, Math.max(rows[a]!.get(b) ?? 0, similarity));
  };
  candidates.forEach(({ id, fields }, i) => {
    for (const other of near(id)) {
      const j = numberOf.get(other.id);
      if (j !== undefined) keep(i, j, other.similarity);
    }
    for (let j = 0; j < i; j++)
      if (fields.fields.some((field) => candidates[j]!.fields.fields.includes(field))) keep(i, j, SAME_FIELD);
  });
  // a candidate speaks for itself as well as the nearest other would: loose themes earn less than close ones
  rows.forEach((row, i) => {
    row.set(i, Math.max(0, ...row.values()));
  });
  return rows.map((row) =>
    [...row]
      .sort(([a], [b]) => a - b)
      .map(([j, similarity]) => [j, units((PARK_POINTS.cohesion * similarity) / candidates.length)] as const),
  );
}

/** The commonest first, ties in the order of names; so many as count as links. */
function commonest(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MOST_LINKS)
    .map(([name]) => name);
}

export function units(points: number): number {
  return Math.round(points * UNIT);
}

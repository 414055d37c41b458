/** A theme with a host and a platform as numbers: the search knows no records. */
import { PARK_STAGES } from '../../domain/park.ts';
import type { Affinities } from './affinities.ts';
import type { Candidate } from './candidates.ts';
import { type ParkNumbers, UNIT } from './park-value.ts';
import { OWN_OFFER, type Place, type Room } from './places.ts';
import {
  MOST_LINKS,
  PARK_POINTS,
  type ParkSettings,
  SAME_FIELD,
  SHARED_FULL,
  STAGE_TRUST,
} from './settings.ts';
import type { Neighbours } from './similarity.ts';

export interface ParkPlan {
  readonly candidates: readonly Candidate[];
  readonly host: Place | null;
  readonly hostRoom: Room;
  readonly pilot: Place | null;
  readonly pilotRoom: Room;
}

export function encodePark(
  { candidates, host, hostRoom, pilot }: ParkPlan,
  affinities: Affinities,
  near: Neighbours,
  settings: ParkSettings,
): ParkNumbers {
  const asked = commonest(candidates.flatMap(({ asks }) => asks));
  const needs = [...new Set(candidates.flatMap(({ asks }) => asks))].sort();
  const needNumber = new Map(needs.map((code, i) => [code, i]));
  const affinity = (purpose: 'transfer' | 'pilot', place: Place | null, points: number) =>
    candidates.map((candidate) => {
      if (!place || (purpose === 'pilot' && !candidate.wantsPilot)) return 0;
      const pair = affinities.of(purpose, candidate.id, place.carrier.id);
      return units((points * (pair?.affinity ?? 0)) / settings.most);
    });
  return {
    size: candidates.length,
    most: Math.min(settings.most, hostRoom.slots ?? settings.most),
    area:
      hostRoom.areaM2 === null
        ? null
        : { each: candidates.map(({ areaM2 }) => areaM2 ?? settings.areaOfOneM2), free: hostRoom.areaM2 },
    links: candidates.map((candidate) => [
      ...stageLinks(candidate),
      ...commonest(candidates.flatMap(({ fields }) => fields.fields)).map((field) =>
        candidate.fields.fields.includes(field) ? units(PARK_POINTS.field) : 0,
      ),
      ...asked.map((code) => {
        const offered = Math.max(ownOffer(host, code), ownOffer(pilot, code));
        return candidate.asks.includes(code) ? units(PARK_POINTS.served * offered) : 0;
      }),
    ]),
    host: affinity('transfer', host, PARK_POINTS.host),
    pilot: affinity('pilot', pilot, PARK_POINTS.pilot),
    kin: kinship(candidates, near),
    needs: candidates.map(({ asks }) => asks.map((code) => needNumber.get(code)!)),
    needCount: needs.length,
    shared: Array.from({ length: candidates.length + 2 }, (_, askers) =>
      units((PARK_POINTS.shared * Math.log2(1 + askers)) / SHARED_FULL),
    ),
    sharedCap: units(PARK_POINTS.shared),
  };
}

/** A range that touches several stages says less of each; an inferred level less than a declared one. */
function stageLinks({ stages, trl }: Candidate): number[] {
  const trust = trl ? STAGE_TRUST[trl.source] : 0;
  return PARK_STAGES.map((stage) =>
    stages.includes(stage) ? units((PARK_POINTS.stage * trust) / stages.length) : 0,
  );
}

function ownOffer(place: Place | null, code: string): number {
  return (place?.offers.get(code) ?? 0) >= OWN_OFFER ? 1 : 0;
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

function units(points: number): number {
  return Math.round(points * UNIT);
}

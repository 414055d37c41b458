/** Which themes become parks: the best first, no result in two, no slot given twice. */
import type { Steps } from '../../engine/model/steps.ts';
import { type Candidate, floorAreaOf } from './candidates.ts';
import { findPlaces } from './find-places.ts';
import { type Refusal, refusalBefore, refusalOfCovered, refusalOfLimit } from './judge-theme.ts';
import type { Composition } from './maximise.ts';
import type { Ground, PlacedPark } from './placed-park.ts';
import { settleHosts } from './settle-hosts.ts';
import { compareThemes, hasUniversities, type Theme } from './themes.ts';
import { triedAt } from './tried-at.ts';

export interface AcceptedPark extends Omit<PlacedPark, 'theme'> {
  readonly theme: Theme;
  /** In the order of joining, as in `composed`. */
  readonly members: readonly Candidate[];
  readonly composed: Composition;
}

export interface RefusedTheme {
  readonly theme: Theme;
  readonly refusal: Refusal;
}

interface Waiting {
  readonly theme: Theme;
  readonly placed: PlacedPark;
  /** How many parks there were when it was valued: fewer free results and less room since then. */
  readonly asOf: number;
}

/**
 * The theme worth most becomes a park; the others are valued again with what it leaves. A value only falls when
 * results and room go, so most need not be computed again.
 */
export function* acceptParks(
  themes: readonly Theme[],
  ground: Ground,
  taken: Set<string>,
  most: number,
  refused: RefusedTheme[],
): Steps<AcceptedPark[]> {
  const accepted: AcceptedPark[] = [];
  const waiting: Waiting[] = [];
  const enter = (theme: Theme) => {
    const placed = valued(theme, ground, taken);
    if ('reason' in placed) refused.push({ theme, refusal: placed });
    else waiting.push({ theme, placed, asOf: accepted.length });
  };
  for (const [i, theme] of themes.entries()) {
    enter(theme);
    yield i / themes.length;
  }
  while (waiting.length > 0 && accepted.length < most) {
    waiting.sort((a, b) => b.placed.value - a.placed.value || compareThemes(a.theme, b.theme));
    yield 1;
    const { theme, placed: valuedAs, asOf } = waiting.shift()!;
    if (asOf < accepted.length) {
      enter(theme);
      continue;
    }
    const { placed, composed } = settleHosts(valuedAs, ground);
    const members = composed.joining.map(({ candidate }) => placed.plan.candidates[candidate]!);
    const refusal = refusalBefore(members, ground) ?? refusalOfCovered(members, ground);
    if (refusal) {
      refused.push({ theme, refusal });
      continue;
    }
    for (const { id } of members) taken.add(id);
    const park: AcceptedPark = { ...placed, theme, composed, members };
    takeRoom(park, ground);
    accepted.push(park);
  }
  for (const { theme } of waiting) refused.push({ theme, refusal: refusalOfLimit(ground) });
  return accepted;
}

function valued(theme: Theme, ground: Ground, taken: ReadonlySet<string>): PlacedPark | Refusal {
  const free = theme.candidates.filter(({ id }) => !taken.has(id));
  const refusal = refusalBefore(hasUniversities(theme.joint, free) ? free : [], ground);
  if (refusal) return refusal;
  const placed = findPlaces(likeliest(free, ground), ground);
  return refusalBefore(placed.members, ground) ?? refusalOfCovered(placed.members, ground) ?? placed;
}

/** Of a very large theme the candidates that fit somewhere best; in the order of ids. */
function likeliest(candidates: readonly Candidate[], { affinities, settings }: Ground): Candidate[] {
  if (candidates.length <= settings.candidates) return [...candidates];
  const best = (candidate: Candidate) =>
    (['transfer', 'pilot'] as const)
      .map((purpose) =>
        affinities.carriers(purpose, candidate.id).reduce((top, { affinity }) => Math.max(top, affinity), 0),
      )
      .reduce((sum, affinity) => sum + affinity, 0);
  return candidates
    .map((candidate) => ({ candidate, fit: best(candidate) }))
    .sort((a, b) => b.fit - a.fit || (a.candidate.id < b.candidate.id ? -1 : 1))
    .slice(0, settings.candidates)
    .map(({ candidate }) => candidate)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The members that sit at one of the hosts. */
export function membersAt({ members, composed }: AcceptedPark, seat: number): Candidate[] {
  return members.filter((_, i) => composed.joining[i]!.seat === seat);
}

function takeRoom(park: AcceptedPark, { places, affinities, settings }: Ground): void {
  const { hosts, pilot } = park.plan;
  for (const [seat, { place }] of hosts.entries()) {
    const housed = membersAt(park, seat);
    places.take(place, housed.length, floorAreaOf(housed, settings));
  }
  const trials = triedAt(pilot, park.members, affinities).length;
  if (pilot && !hosts.some(({ place }) => place === pilot)) places.take(pilot, trials, 0);
}

import type { Affinities } from './affinities.ts';
import type { Candidate } from './candidates.ts';
import type { Place } from './places.ts';

/** Of the members that want a pilot those whose trials the platform could run: it is at least a possible match. */
export function triedAt(
  pilot: Place | null,
  members: readonly Candidate[],
  affinities: Affinities,
): Candidate[] {
  return members.filter(
    ({ id, wantsPilot }) =>
      wantsPilot && pilot !== null && affinities.of('pilot', id, pilot.carrier.id) !== null,
  );
}

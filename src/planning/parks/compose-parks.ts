/**
 * Parks out of results (成果建园): themes, their best members, host and platform; the best first, and no result twice.
 * Narrow themes go before wide ones and one university before several, since that is what can be agreed upon.
 */
import type { ParkComposition, ParkProposal } from '../../domain/park.ts';
import { part, type Steps } from '../../engine/model/steps.ts';
import { acceptParks, type RefusedTheme } from './accept-parks.ts';
import type { Affinities } from './affinities.ts';
import { byKey } from './by-key.ts';
import type { Candidate } from './candidates.ts';
import { refuseMoved } from './check-sites.ts';
import { consideredParks } from './considered-parks.ts';
import { findDuplicates } from './duplicates.ts';
import { nearestInSectors } from './nearest-in-sectors.ts';
import type { ParkMaterial } from './park-material.ts';
import type { Ground } from './placed-park.ts';
import { proposePark } from './propose-park.ts';
import { hasUniversities, type Theme, themesOf } from './themes.ts';

const PASSES = [
  { joint: false, fields: 1 },
  { joint: false, fields: 2 },
  { joint: true, fields: 1 },
] as const;

/** Half of the work, roughly, is to see which results are alike. */
const LIKENESS_SHARE = 0.5;

export function* composeParks(material: ParkMaterial, affinities: Affinities): Steps<ParkComposition> {
  const { profile, settings } = material;
  const all = material.candidates();
  const near = yield* part(0, LIKENESS_SHARE, nearestInSectors(all, material.vectors()));
  const duplicates = findDuplicates(all, near);
  const twins = new Set(duplicates.map(({ resultId }) => resultId));
  const candidates = all.filter(({ id }) => !twins.has(id));
  const ground: Ground = { places: material.places(), affinities, near, settings };
  const taken = new Set<string>();
  const proposals: ParkProposal[] = [];
  const refused: RefusedTheme[] = [];
  for (const pass of PASSES) {
    if (proposals.length === settings.proposals) break;
    const groups = groupsOf(
      candidates.filter(({ university }) => !pass.joint || university.listed),
      pass.joint,
    );
    const themes: Theme[] = [];
    for (const group of groups) {
      const found = themesOf(group, near, pass);
      themes.push(...found.filter((theme) => hasUniversities(theme.joint, theme.candidates)));
      yield LIKENESS_SHARE;
    }
    const most = settings.proposals - proposals.length;
    const accepted = yield* part(LIKENESS_SHARE, 1, acceptParks(themes, ground, taken, most, refused));
    for (const placed of accepted) proposals.push(refuseMoved(proposePark(profile, placed, ground)));
  }
  proposals.sort((a, b) => b.value.total - a.value.total || (a.id < b.id ? -1 : 1));
  return { proposals, considered: consideredParks(refused, taken, settings), duplicates };
}

function groupsOf(candidates: readonly Candidate[], joint: boolean): Candidate[][] {
  return byKey(candidates, ({ sector, university }) => (joint ? sector : `${sector}\n${university.name}`));
}

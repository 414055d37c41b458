/**
 * Parks out of results (成果建园): themes, their best members, host and platform; the best first, and no result twice.
 * Narrow themes go before wide ones and one university before several, since that is what can be agreed upon.
 */
import type { Carrier } from '../../domain/carrier.ts';
import type { ParkComposition, ParkProposal } from '../../domain/park.ts';
import type { Profile } from '../../domain/profile.ts';
import type { ResearchResult } from '../../domain/research-result.ts';
import type { Analysed } from '../engine.ts';
import { acceptParks, type RefusedTheme } from './accept-parks.ts';
import { readAffinities, type SparseAffinities } from './affinities.ts';
import { type Candidate, parkCandidates } from './candidates.ts';
import { consideredParks } from './considered-parks.ts';
import { findDuplicates } from './duplicates.ts';
import type { Ground } from './find-places.ts';
import { Places } from './places.ts';
import { proposePark } from './propose-park.ts';
import { PARK_SETTINGS, type ParkSettings } from './settings.ts';
import { type Neighbours, nearestByTerms, rarityOf, type Similar } from './similarity.ts';
import { type Theme, themesOf } from './themes.ts';

export interface ParkInput {
  readonly profile: Profile;
  readonly results: readonly Analysed<ResearchResult>[];
  readonly carriers: readonly Analysed<Carrier>[];
  readonly affinities: SparseAffinities;
  /** How alike results are; by their index terms where not given. */
  readonly similar?: Neighbours | undefined;
  readonly settings?: Partial<ParkSettings> | undefined;
}

const PASSES = [
  { joint: false, fields: 1 },
  { joint: false, fields: 2 },
  { joint: true, fields: 1 },
] as const;

export function composeParks(input: ParkInput): ParkComposition {
  const settings = { ...PARK_SETTINGS, ...input.settings };
  const all = parkCandidates(input.profile, input.results, settings);
  const near = input.similar ?? nearestInSectors(all, input.results);
  const duplicates = findDuplicates(all, near);
  const twins = new Set(duplicates.map(({ resultId }) => resultId));
  const candidates = all.filter(({ id }) => !twins.has(id));
  const places = new Places(input.profile, input.carriers);
  const ground: Ground = { places, affinities: readAffinities(input.affinities), near, settings };
  const taken = new Set<string>();
  const proposals: ParkProposal[] = [];
  const refused: RefusedTheme[] = [];
  for (const pass of PASSES) {
    if (proposals.length === settings.proposals) break;
    const groups = groupsOf(
      candidates.filter(({ university }) => !pass.joint || university.listed),
      pass.joint,
    );
    const themes = groups.flatMap((group) => themesOf(group, near, pass)).filter(isJointOrOne);
    const accepted = acceptParks(themes, ground, taken, settings.proposals - proposals.length, refused);
    for (const placed of accepted) proposals.push(proposePark(input.profile, placed, ground));
  }
  proposals.sort((a, b) => b.value.total - a.value.total || (a.id < b.id ? -1 : 1));
  return { proposals, considered: consideredParks(refused, taken, settings), duplicates };
}

/** Near in one of the sectors that both have a share in. */
function nearestInSectors(
  candidates: readonly Candidate[],
  results: readonly Analysed<ResearchResult>[],
): Neighbours {
  const worded = ({ record, analysis }: Analysed<ResearchResult>) => ({
    id: record.id,
    terms: analysis.terms,
  });
  const rarity = rarityOf(results.map(worded));
  const lists = byKey(candidates, ({ sector }) => sector).map((group) =>
    nearestByTerms(
      group.map(({ result }) => worded(result)),
      rarity,
    ),
  );
  const united = new Map<string, readonly Similar[]>();
  for (const { id } of candidates) {
    if (united.has(id)) continue;
    const [first = [], ...others] = lists.map((near) => near(id)).filter((list) => list.length > 0);
    united.set(id, others.length === 0 ? first : unite([first, ...others]));
  }
  return (id) => united.get(id) ?? [];
}

function unite(lists: readonly (readonly Similar[])[]): Similar[] {
  const found = new Map(lists.flat().map((other) => [other.id, other]));
  return [...found.values()].sort((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : 1));
}

function groupsOf(candidates: readonly Candidate[], joint: boolean): Candidate[][] {
  return byKey(candidates, ({ sector, university }) => (joint ? sector : `${sector}\n${university.name}`));
}

/** In the order of keys. */
function byKey<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

function isJointOrOne({ joint, candidates }: Theme): boolean {
  return !joint || new Set(candidates.map(({ university }) => university.name)).size > 1;
}

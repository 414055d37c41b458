/**
 * What could be a park: results of one sector that work in one sub-field, or in two that some of them join, or that use
 * the same words. A theme is always narrower than its sector.
 */
import type { Candidate } from './candidates.ts';
import { ALIKE_FROM } from './settings.ts';
import type { Neighbours } from './similarity.ts';

export interface Theme {
  readonly sector: string;
  /** None where only words are shared. */
  readonly fields: readonly string[];
  readonly joint: boolean;
  /** In the order of ids. */
  readonly candidates: readonly Candidate[];
}

/** Words of two results of a theme must be shared before a third without its sub-field joins. */
const LEAST_KIN = 2;
const LEAST_BRIDGES = 2;

/** Of one university, or (`joint`) of several: one sector's candidates. */
export function themesOf(
  group: readonly Candidate[],
  near: Neighbours,
  { fields, joint }: { readonly fields: 1 | 2; readonly joint: boolean },
): Theme[] {
  const sector = group[0]?.sector;
  if (sector === undefined) return [];
  const kernels = fields === 1 ? singleFields(group) : bridgedFields(group);
  const themes = kernels.map((names) => {
    const kernel = group.filter((candidate) => names.some((name) => candidate.fields.fields.includes(name)));
    return { sector, fields: names, joint, candidates: withKin(group, kernel, near) };
  });
  if (fields === 2) return themes;
  const stars = alikeInWords(group, near).map((candidates) => ({ sector, fields: [], joint, candidates }));
  return [...themes, ...stars];
}

function singleFields(group: readonly Candidate[]): string[][] {
  const names = new Set(group.flatMap((candidate) => candidate.fields.fields));
  return [...names].sort().map((name) => [name]);
}

/** Two sub-fields that several results work in at the same time; one alone may do so by chance. */
function bridgedFields(group: readonly Candidate[]): string[][] {
  const pairs = new Map<string, { readonly names: string[]; bridges: number }>();
  for (const { fields } of group) {
    const names = [...fields.fields].sort();
    names.forEach((a, i) => {
      for (const b of names.slice(i + 1)) {
        const pair = pairs.get(`${a}\n${b}`) ?? { names: [a, b], bridges: 0 };
        pair.bridges++;
        pairs.set(`${a}\n${b}`, pair);
      }
    });
  }
  return [...pairs]
    .filter(([, { bridges }]) => bridges >= LEAST_BRIDGES)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { names }]) => names);
}

function withKin(group: readonly Candidate[], kernel: readonly Candidate[], near: Neighbours): Candidate[] {
  const ids = new Set(kernel.map(({ id }) => id));
  return group.filter(
    ({ id }) =>
      ids.has(id) ||
      near(id).filter((other) => other.similarity >= ALIKE_FROM && ids.has(other.id)).length >= LEAST_KIN,
  );
}

/** Stars of results around one that many are alike to; a star has no chains of ever less alike results. */
function alikeInWords(group: readonly Candidate[], near: Neighbours): Candidate[][] {
  const left = new Map(group.map((candidate) => [candidate.id, candidate]));
  const around = (id: string) =>
    near(id).filter((other) => other.similarity >= ALIKE_FROM && left.has(other.id));
  const stars: Candidate[][] = [];
  const centres = group
    .map(({ id }) => ({ id, reach: around(id).length }))
    .filter(({ reach }) => reach > 0)
    .sort((a, b) => b.reach - a.reach || (a.id < b.id ? -1 : 1));
  for (const { id } of centres) {
    if (!left.has(id)) continue;
    const ids = [id, ...around(id).map((other) => other.id)].sort();
    stars.push(ids.map((member) => left.get(member)!));
    for (const member of ids) left.delete(member);
  }
  return stars;
}

/** A joint theme is one of several universities. */
export function hasUniversities(joint: boolean, candidates: readonly Candidate[]): boolean {
  return !joint || new Set(candidates.map(({ university }) => university.name)).size > 1;
}

/** In the order of their names, then of their results. */
export function compareThemes(a: Theme, b: Theme): number {
  const key = ({ sector, fields, candidates }: Theme) =>
    [sector, ...fields, ...candidates.map(({ id }) => id)].join('\n');
  return key(a) < key(b) ? -1 : 1;
}

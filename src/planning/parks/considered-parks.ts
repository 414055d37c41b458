/** Themes that came to nothing and whose results are in no park, with the reason. */
import type { ConsideredPark } from '../../domain/park.ts';
import type { RefusedTheme } from './accept-parks.ts';
import type { ParkSettings } from './settings.ts';
import { compareThemes, type Theme } from './themes.ts';

/** One result alone is no beginning of a park, nor are two that have words in common but no sub-field. */
const LEAST_NAMED = { ofField: 2, ofWords: 3 } as const;

/** One of each university and sector, the nearest to a park first. */
export function consideredParks(
  refused: readonly RefusedTheme[],
  taken: ReadonlySet<string>,
  { considered }: ParkSettings,
): ConsideredPark[] {
  const named = new Set<string>();
  return refused
    .filter(
      ({ theme }) =>
        theme.candidates.length >= (theme.fields.length > 0 ? LEAST_NAMED.ofField : LEAST_NAMED.ofWords) &&
        !theme.candidates.some(({ id }) => taken.has(id)),
    )
    .sort(
      (a, b) =>
        Number(a.refusal.reason === 'too_few') - Number(b.refusal.reason === 'too_few') ||
        b.theme.candidates.length - a.theme.candidates.length ||
        compareThemes(a.theme, b.theme),
    )
    .filter(({ theme }) => {
      const key = `${theme.sector}\n${universitiesOf(theme).join()}`;
      return named.has(key) ? false : named.add(key);
    })
    .slice(0, considered)
    .map(({ theme, refusal }) => ({
      universities: universitiesOf(theme),
      sector: theme.sector,
      fields: theme.fields,
      resultIds: theme.candidates.map(({ id }) => id),
      ...refusal,
    }));
}

function universitiesOf({ candidates }: Theme): string[] {
  return [...new Set(candidates.map(({ university }) => university.name))].sort();
}

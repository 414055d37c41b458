/** The university of the district's list that a cell names: 重庆大学（材料学院）, 重医, Chongqing University … */
import type { Profile } from '../../domain/profile.ts';

export interface HomeUniversity {
  readonly name: string;
  readonly en: string;
  readonly city: string | null;
  /** Whether it stands on the profile's list; one that does not keeps the name that it gave. */
  readonly listed: boolean;
}

export type UniversityReader = (cell: string) => HomeUniversity;

/**
 * The longest name that the cell begins with decides, else the longest that stands in it: 电子科技大学重庆微电子产业技术研究院 is
 * no part of 电子科技大学, and a result of two universities belongs to the one that is named first. English names end at
 * a word: Chongqing University is not Chongqing University of Technology.
 */
export function universityReader(profile: Profile): UniversityReader {
  const names = profile.universities
    .flatMap((university) =>
      [university.name, ...university.aliases].map((words) => ({ university, words: plain(words) })),
    )
    .sort((a, b) => b.words.length - a.words.length || (a.words < b.words ? -1 : 1));
  const english = new Map(
    profile.universities.map((u) => [
      u.name,
      u.aliases.find((alias) => /^[A-Z].*[a-z] /u.test(alias)) ?? u.name,
    ]),
  );
  const read = new Map<string, HomeUniversity>();
  return (cell) => {
    const before = read.get(cell);
    if (before) return before;
    const home = homeOf(cell);
    read.set(cell, home);
    return home;
  };

  function homeOf(cell: string): HomeUniversity {
    const text = plain(cell);
    const found =
      names.find(({ words }) => text.startsWith(words)) ?? names.find(({ words }) => text.includes(words));
    if (!found) return { name: cell.trim(), en: cell.trim(), city: null, listed: false };
    const { name, city } = found.university;
    return { name, en: english.get(name)!, city: city ?? null, listed: true };
  }
}

function plain(words: string): string {
  return words.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

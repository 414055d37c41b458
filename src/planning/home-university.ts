/**
 * The university that a cell names: 重庆大学, 重庆大学（材料学院）, 重医, Chongqing University … One rule for all that counts
 * by university: parks, concentration, related parties.
 */
import type { Profile } from '../domain/profile.ts';

export interface HomeUniversity {
  readonly name: string;
  readonly en: string;
  readonly city: string | null;
  /** Under which it is known, its own name first; none of one that does not stand on the profile's list. */
  readonly names: readonly string[];
  /** Whether it stands on the profile's list; one that does not keeps the name that it gave. */
  readonly listed: boolean;
}

export type UniversityReader = (cell: string) => HomeUniversity;

/**
 * The first of the units that a cell names which is a university of the list, or a part of one by what it is called: a
 * faculty, a laboratory, an affiliated hospital (附属…医院). Nothing else is guessed: 电子科技大学重庆微电子产业技术研究院 and
 * 重庆大学科技园 are bodies of their own, and 西安电子科技大学 is not 电子科技大学. What the list itself names goes first.
 */
export function universityReader({ universities }: Pick<Profile, 'universities'>): UniversityReader {
  const listed = universities
    .flatMap(({ name, aliases, city }) => {
      const en = aliases.find((alias) => /^[A-Z].*[a-z] /u.test(alias)) ?? name;
      const home = { name, en, city: city ?? null, names: [name, ...aliases], listed: true };
      return home.names.map((words) => ({ home, words: plain(words) }));
    })
    .sort((a, b) => b.words.length - a.words.length || (a.words < b.words ? -1 : 1));
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
    for (const unit of [text, ...text.split(BETWEEN_UNITS).filter((each) => each !== '')]) {
      const found =
        listed.find(({ words }) => words === unit) ?? listed.find(({ words }) => isPartOf(unit, words));
      if (found) return found.home;
    }
    const name = cell.trim();
    return { name, en: name, city: null, names: [], listed: false };
  }
}

/** The names under which the university of a cell is known; none where it is not on the list. */
export function universityNames(profile: Pick<Profile, 'universities'>): (cell: string) => readonly string[] {
  const homeOf = universityReader(profile);
  return (cell) => homeOf(cell).names;
}

/** After NFKC brackets and commas are narrow. A space stands between units where a Chinese word is beside it. */
const BETWEEN_UNITS = /\s*[(),;、/|]\s*|(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/u;

/** What follows the name of a university where a part of it is meant. */
const PART_AFTER =
  /^[-–—·:\s]*(?!.*(?:公司|集团))(?:.*附属.*医院.*|.*(?:学院|研究生院|学部|书院|系|实验室|课题组|团队|研究所|(?:研究|工程|技术|实验)中心))$/u;

/** What stands before its English name. */
const PART_BEFORE =
  /^(?:the )?(?:(?:school|college|faculty|department|(?:key )?laboratory)\b.*|.*\baffiliated\b.*\bhospital\b.*|.*\bhospital affiliated\b.*) ?\b(?:of|to|at) $/u;

function isPartOf(unit: string, words: string): boolean {
  if (/\p{Script=Han}/u.test(words))
    return unit.startsWith(words) && PART_AFTER.test(unit.slice(words.length));
  return unit.endsWith(words) && PART_BEFORE.test(unit.slice(0, -words.length));
}

function plain(words: string): string {
  return words.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

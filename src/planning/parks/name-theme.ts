/** What a theme is called, and the words of its members that speak for it. A suggestion: the parties give the name. */
import type { Bilingual } from '../../domain/match.ts';
import { PARK_FORM_NAMES, type ParkForm, type ParkTheme } from '../../domain/park.ts';
import type { Profile } from '../../domain/profile.ts';
import { joined, sectorName } from '../../engine/explain/names.ts';
import type { Candidate } from './candidates.ts';
import type { FieldWord } from './field-reading.ts';
import type { Theme } from './themes.ts';

const MOST_TERMS = 6;
/** Words in a name. */
const NAMED_TERMS = 3;

export function nameTheme(
  profile: Profile,
  { sector, fields }: Theme,
  members: readonly Candidate[],
  form: ParkForm,
): ParkTheme {
  const spoken = members.map(({ id, fields: { words } }) => ({
    id,
    words: words.filter(({ field }) => fields.length === 0 || fields.includes(field)).sort(inTitleFirst),
  }));
  const terms = frequentTerms(spoken.map(({ words }) => words));
  const universities = universitiesOf(members);
  const subject = subjectOf(profile, sector, fields, terms);
  const noun = PARK_FORM_NAMES[form];
  return {
    name: {
      zh: `${universities.zh}·${subject.zh}${noun.zh}（建议名）`,
      en: `${subject.en}: ${noun.en} with ${universities.en} (suggested name)`,
    },
    sector,
    fields,
    terms: terms.slice(0, MOST_TERMS),
    evidence: spoken.flatMap(({ id, words }) => (words[0] ? [{ resultId: id, ...words[0].span }] : [])),
  };
}

/** 先进有色金属(铝、镁、钛) → 先进有色金属. */
export function fieldName(field: string): string {
  return field.replace(/[（(].*?[)）]/gu, '').replaceAll('/', '、');
}

function fieldNames(fields: readonly string[]): string {
  const names = fields.map(fieldName);
  return names.join(names.some((name) => /[与、]/u.test(name)) ? '、' : '与');
}

function subjectOf(
  profile: Profile,
  sector: string,
  fields: readonly string[],
  terms: ParkTheme['terms'],
): Bilingual {
  const name = sectorName(profile, sector);
  const words = [...new Set(terms.map(({ en }) => en))].slice(0, NAMED_TERMS);
  const en = capitalised(words.length > 0 ? `${name.en} (${words.join(', ')})` : name.en);
  return { zh: fields.length > 0 ? fieldNames(fields) : name.zh, en };
}

export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function inTitleFirst(a: FieldWord, b: FieldWord): number {
  return Number(b.span.field === 'title') - Number(a.span.field === 'title');
}

/** With the number of results that use them; the commonest first, those of titles before others, then in the order of members. */
function frequentTerms(spoken: readonly (readonly FieldWord[])[]): (Bilingual & { results: number })[] {
  const counts = new Map<string, Bilingual & { results: number; titles: number }>();
  for (const words of spoken) {
    const own = new Set<string>();
    for (const { term, span } of words) {
      const count = counts.get(term.zh) ?? { ...term, results: 0, titles: 0 };
      counts.set(term.zh, count);
      if (span.field === 'title') count.titles++;
      if (!own.has(term.zh)) count.results++;
      own.add(term.zh);
    }
  }
  return [...counts.values()]
    .sort((a, b) => b.results - a.results || b.titles - a.titles)
    .map(({ zh, en, results }) => ({ zh, en, results }));
}

const UNIVERSITIES: Bilingual = { zh: '所高校', en: 'universities' };
const INSTITUTIONS: Bilingual = { zh: '家单位', en: 'institutions' };

/** In the order of how many members they give. */
function universitiesOf(members: readonly Candidate[]): Bilingual {
  const counts = new Map<string, { readonly zh: string; readonly en: string; members: number }>();
  for (const { university } of members) {
    const known = counts.get(university.name);
    if (known) known.members++;
    else counts.set(university.name, { zh: university.name, en: university.en, members: 1 });
  }
  const names = [...counts.values()].sort((a, b) => b.members - a.members || (a.zh < b.zh ? -1 : 1));
  const [first] = names;
  if (names.length <= 2) return joined(names, '、', ' and ');
  const kind = names.every(({ zh }) => /(?:大学|学院)$/u.test(zh)) ? UNIVERSITIES : INSTITUTIONS;
  return {
    zh: `${first!.zh}等${names.length}${kind.zh}`,
    en: `${first!.en} and ${names.length - 1} other ${kind.en}`,
  };
}

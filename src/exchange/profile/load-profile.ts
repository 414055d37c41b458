/** A district profile from its folder (see seeds/profiles), checked before anything starts. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expectation, type Issue, meant, shown, valueAt } from '../../domain/explain-issues.ts';
import { type Profile, ProfileSchema } from '../../domain/profile.ts';
import { checkProfile } from './check-profile.ts';
import { type CsvRow, profileError, readCsvRows, readJson } from './profile-folder.ts';
import { readThesaurus } from './thesaurus-files.ts';

/** The profile that comes with the program, wherever it is started from. */
export const DEFAULT_PROFILE_FOLDER = fileURLToPath(
  new URL('../../../seeds/profiles/jiangbei-2021-2025', import.meta.url),
);

/** Where each part of a profile comes from, for complaints. */
const FILE_OF: Record<string, string> = {
  sectors: 'sectors.json',
  outside: 'outside-fields.json',
  ambiguities: 'ambiguities.json',
  examples: 'examples.csv',
  asks: 'asks.csv',
  capabilities: 'capabilities.json',
  markers: 'markers.json',
  frames: 'frames.json',
  conditions: 'conditions.json',
  maturity: 'maturity.json',
  natures: 'natures.json',
  genus: 'genus.json',
  refusals: 'refusals.json',
  targets: 'targets.json',
  nextSteps: 'next-steps.json',
  contributions: 'contributions.json',
  universities: 'institutions.json',
  general: 'terms/general.csv',
};

/** Throws `profile.invalid` with the file, the place in it and what was expected. */
export async function loadProfile(folder: string = DEFAULT_PROFILE_FOLDER): Promise<Profile> {
  const terms = await readTerms(folder);
  const examples = await readCsvRows(folder, 'examples.csv', ['text', 'sectors']);
  const asks = await readCsvRows(folder, 'asks.csv', ['text', 'codes', 'set']);
  const general = await readCsvRows(folder, 'terms/general.csv', ['zh', 'en']);
  const input = {
    ...asObject('profile.json', await readJson(folder, 'profile.json')),
    sectors: await readJson(folder, 'sectors.json'),
    outside: await readJson(folder, 'outside-fields.json'),
    ambiguities: await readJson(folder, 'ambiguities.json'),
    examples: examples.map(({ values }) => ({
      text: values['text'],
      sectors: (values['sectors'] ?? '').split(';'),
    })),
    asks: asks.map(({ values }) => ({
      text: values['text'],
      codes: (values['codes'] ?? '').split(';').filter((code) => code !== ''),
      set: values['set'],
    })),
    capabilities: await readJson(folder, 'capabilities.json'),
    markers: await readJson(folder, 'markers.json'),
    frames: await readJson(folder, 'frames.json'),
    conditions: await readJson(folder, 'conditions.json'),
    maturity: await readJson(folder, 'maturity.json'),
    natures: await readJson(folder, 'natures.json'),
    genus: await readJson(folder, 'genus.json'),
    refusals: await readJson(folder, 'refusals.json'),
    targets: await readJson(folder, 'targets.json'),
    nextSteps: await readJson(folder, 'next-steps.json'),
    contributions: await readJson(folder, 'contributions.json'),
    universities: asObject('institutions.json', await readJson(folder, 'institutions.json'))['universities'],
    general: general.map(({ values }) => values),
    terms: Object.fromEntries([...terms].map(([code, rows]) => [code, rows.map(({ values }) => values)])),
  };
  const parsed = ProfileSchema.safeParse(input);
  if (!parsed.success) {
    const rows = new Map([...terms].map(([code, of]) => [`terms/${code}.csv`, of]));
    rows.set('examples.csv', examples).set('asks.csv', asks).set('terms/general.csv', general);
    throw explain(parsed.error.issues, input, rows);
  }
  checkProfile(parsed.data);
  // its tens of thousands of words are checked as they are read: no need to look at each a second time
  return { ...parsed.data, thesaurus: await readThesaurus(folder) };
}

/** The vocabulary by sector code: one file terms/<CODE>.csv each. */
async function readTerms(folder: string): Promise<Map<string, CsvRow[]>> {
  const names = await readdir(join(folder, 'terms')).catch(() => {
    throw profileError('terms', `${folder} 中的文件夹 terms · a folder terms in ${folder}`);
  });
  const codes = names
    .filter((name) => name.endsWith('.csv') && name !== 'general.csv')
    .map((name) => name.slice(0, -4));
  const terms = new Map<string, CsvRow[]>();
  for (const code of codes.sort()) {
    terms.set(code, await readCsvRows(folder, `terms/${code}.csv`, ['zh', 'en', 'strength', 'sub']));
  }
  return terms;
}

function asObject(file: string, value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw profileError(file, 'JSON 对象 · a JSON object');
}

type Rows = ReadonlyMap<string, readonly CsvRow[]>;

/** The first issue as the message, all of the same file as findings; `rows`: of each file that has some. */
function explain(issues: readonly Issue[], input: unknown, rows: Rows) {
  const places = issues.flatMap(meant).map((issue) => ({
    ...place(issue.path.map(String), rows),
    expected: expectation(issue),
    found: shown(valueAt(input, issue.path)),
  }));
  const file = places[0]?.file ?? 'profile.json';
  const same = places.filter((entry) => entry.file === file);
  return profileError(
    file,
    same.map(({ where, expected, found }) => ({ field: `${file} ${where}`.trim(), found, expected })),
    same[0]?.where ?? '',
  );
}

function place(path: readonly string[], rows: Rows): { file: string; where: string } {
  const [part = '', ...inPart] = path;
  const [file, within] =
    part === 'terms'
      ? [`terms/${inPart[0]}.csv`, inPart.slice(1)]
      : FILE_OF[part]
        ? [FILE_OF[part], inPart]
        : ['profile.json', path];
  const line = rows.get(file)?.[Number(within[0])]?.line;
  if (line === undefined) return { file, where: within.join('.') };
  return { file, where: `第 ${line} 行 row ${line}, ${within.slice(1).join('.')}` };
}

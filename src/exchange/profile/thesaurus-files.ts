/** The thesaurus of a profile: text files of one concept a line, its terms separated by semicolons. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { standsBetweenSlashes } from '../../domain/phrase-pattern.ts';
import { profileError, readText } from './profile-folder.ts';

const FOLDER = 'thesaurus';

/**
 * The concepts in the order of the files' names; none where the profile has no thesaurus. Throws `profile.invalid` where
 * a line has a single term, a list that is no list of terms (光伏、太阳能), a pattern between slashes (words are learnt
 * from its terms), or begins with the same as another: a concept goes by its first term.
 */
export async function readThesaurus(folder: string): Promise<string[][]> {
  const names = await readdir(join(folder, FOLDER)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    if (error.code === 'ENOTDIR') throw profileError(FOLDER, '目录 · a folder');
    throw error;
  });
  const concepts: string[][] = [];
  const places = new Map<string, string>();
  for (const name of names.filter((each) => each.endsWith('.txt')).sort()) {
    const file = `${FOLDER}/${name}`;
    const lines = (await readText(folder, file)).split(/\r?\n/u);
    for (const [i, line] of lines.entries()) {
      const terms = termsIn(line);
      if (terms.length === 0) continue;
      const at = `第 ${i + 1} 行 row ${i + 1}`;
      checkConcept(terms, file, at, places);
      concepts.push(terms);
    }
  }
  return concepts;
}

function termsIn(line: string): string[] {
  return line
    .split(/[;；]/u)
    .map((term) => term.trim())
    .filter((term) => term !== '');
}

/** `places`: where each concept stands, by its first term. */
function checkConcept(terms: readonly string[], file: string, at: string, places: Map<string, string>): void {
  const refuse = (found: string, expected: string) => profileError(file, [{ found, expected }], at);
  if (new Set(terms).size < 2 || terms.some((term) => term.includes('、')))
    throw refuse(
      terms.join(';'),
      '以分号隔开的两个以上不同词语 · two different terms or more, separated by semicolons',
    );
  const pattern = terms.find(standsBetweenSlashes);
  if (pattern !== undefined) throw refuse(pattern, '词语，不用正则表达式 · a term, no regular expression');
  const first = terms[0]!;
  const other = places.get(first.toLowerCase());
  if (other !== undefined) throw refuse(first, `与 ${other} 不同的首词 · another first term than ${other}`);
  places.set(first.toLowerCase(), `${file} ${at}`);
}

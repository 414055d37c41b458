/** The names under which a university of the profile is known, its own first. */
import type { Profile } from '../../domain/profile.ts';
import type { PlanInput } from './plan-input.ts';

/**
 * A cell is a university where it is one of its names, in whatever case and width, or one of them with a part of the
 * university in brackets: 重庆医科大学（药学院）. Nothing is guessed: a hospital or an institute that only begins with the
 * name of a university (重庆医科大学附属第二医院) is a body of its own, unless the profile lists it among the names.
 */
export function universityNames({ universities }: Pick<Profile, 'universities'>): PlanInput['aliasesOf'] {
  const known = new Map<string, readonly string[]>();
  for (const { name, aliases } of universities)
    for (const each of [name, ...aliases]) known.set(plain(each), [name, ...aliases]);
  return (cell) => {
    const words = plain(cell);
    return known.get(words) ?? known.get(words.replace(PART, '')) ?? [];
  };
}

/** After NFKC brackets are narrow. */
const PART = /\s*\([^()]*\)$/u;

function plain(words: string): string {
  return words.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

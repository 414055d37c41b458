/** What one file of a profile cannot know alone: that its files agree with each other. */
import type { Profile } from '../../domain/profile.ts';
import { profileError } from './profile-folder.ts';

/** Throws `profile.invalid` with every disagreement of the first kind that is found. */
export function checkProfile(profile: Profile): void {
  requireUnique(
    'sectors.json',
    profile.sectors.map((sector) => sector.code),
  );
  requireUnique(
    'capabilities.json',
    profile.capabilities.map((capability) => capability.code),
  );
  requireUnique(
    'conditions.json',
    profile.conditions.map((condition) => condition.code),
  );
  requireUnique(
    'targets.json',
    profile.targets.map((target) => target.code),
  );
  requireUnique(
    'next-steps.json',
    profile.nextSteps.map((step) => step.code),
  );
  requireTargets(profile);
  const sectors = new Set(profile.sectors.map((sector) => sector.code));
  const known = (code: string) => sectors.has(code);
  for (const sector of profile.sectors) {
    for (const { code } of sector.neighbours)
      requireSector('sectors.json', `${sector.code} 的相邻领域 neighbours of ${sector.code}`, code, known);
  }
  for (const field of profile.outside) {
    if (field.nearest !== null) requireSector('outside-fields.json', field.code, field.nearest, known);
    if (sectors.has(field.code)) {
      throw profileError('outside-fields.json', [
        { found: field.code, expected: '不与领域重复的代码 · a code that is no sector' },
      ]);
    }
  }
  const outside = new Set(profile.outside.map((field) => field.code));
  const sectorOrField = (code: string) => known(code) || outside.has(code);
  for (const { wins, over } of profile.ambiguities) {
    requireSector('ambiguities.json', '', wins, known);
    for (const code of over) requireSector('ambiguities.json', wins, code, sectorOrField);
  }
  profile.examples.forEach(({ sectors: codes }, i) => {
    for (const code of codes) {
      if (sectorOrField(code)) continue;
      throw profileError(
        'examples.csv',
        [
          {
            found: code,
            expected:
              'sectors.json 的领域或 outside-fields.json 的类别 · a sector of sectors.json or a field of outside-fields.json',
          },
        ],
        `第 ${i + 2} 行 row ${i + 2}`,
      );
    }
  });
  const capabilities = new Set(profile.capabilities.map(({ code }) => code));
  profile.asks.forEach(({ codes }, i) => {
    for (const found of codes) {
      if (capabilities.has(found)) continue;
      throw profileError(
        'asks.csv',
        [{ found, expected: 'capabilities.json 中的能力 · a capability of capabilities.json' }],
        `第 ${i + 2} 行 row ${i + 2}`,
      );
    }
  });
  for (const code of Object.keys(profile.terms)) requireSector(`terms/${code}.csv`, '', code, known);
  requireOneHome(profile);
}

function requireTargets({ targets, contributions }: Profile): void {
  const known = new Set(targets.map((target) => target.code));
  const unknown = contributions.filter(({ target }) => !known.has(target));
  if (unknown.length > 0)
    throw profileError(
      'contributions.json',
      unknown.map(({ target }) => ({
        found: target,
        expected: 'targets.json 中的目标 · a target of targets.json',
      })),
    );
}

function requireUnique(file: string, codes: readonly string[]): void {
  const twice = codes.filter((code, i) => codes.indexOf(code) < i);
  if (twice.length > 0)
    throw profileError(
      file,
      twice.map((found) => ({ found, expected: '每个代码一次 · each code once' })),
    );
}

function requireSector(file: string, at: string, code: string, known: (code: string) => boolean): void {
  if (!known(code))
    throw profileError(
      file,
      [{ found: code, expected: 'sectors.json 中的领域 · a sector of sectors.json' }],
      at,
    );
}

/** A term that is strong in two sectors speaks for neither. */
function requireOneHome(profile: Profile): void {
  const home = new Map<string, string>();
  const clashes: { found: string; expected: string }[] = [];
  for (const [code, terms] of Object.entries(profile.terms)) {
    for (const term of terms) {
      if (term.strength !== 'strong') continue;
      const first = home.get(term.zh);
      if (first !== undefined && first !== code) {
        clashes.push({
          found: `${term.zh} (terms/${first}.csv, terms/${code}.csv)`,
          expected:
            '只在一个领域为 strong，其余为 context · strong in one sector only, context in the others',
        });
      }
      home.set(term.zh, first ?? code);
    }
  }
  if (clashes.length > 0) throw profileError('terms', clashes);
}

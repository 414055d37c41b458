/** A profile as the folder that `loadProfile` reads. */
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../../disk/make-folder.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Profile } from '../../domain/profile.ts';

/** Writes into a new or empty folder only. Throws `request.invalid` where something stands there. */
export async function writeProfile(folder: string, profile: Profile): Promise<void> {
  makeFolder(folder);
  if ((await readdir(folder)).length > 0) {
    throw new DomainError('request.invalid', `目录不为空 the folder is not empty: ${folder}`);
  }
  makeFolder(join(folder, 'terms'));
  if (profile.thesaurus.length > 0) makeFolder(join(folder, 'thesaurus'));
  for (const [file, content] of filesOf(profile)) await writeFile(join(folder, file), content);
}

function filesOf(profile: Profile): Map<string, string> {
  const { id, version, name, district, sectors, outside, ambiguities, examples, asks } = profile;
  const { capabilities, markers, frames, conditions, maturity, natures, targets, universities } = profile;
  return new Map([
    ['profile.json', json({ id, version, name, district, confidence: profile.confidence })],
    ['sectors.json', json(sectors)],
    ['outside-fields.json', json(outside)],
    ['ambiguities.json', json(ambiguities)],
    ['capabilities.json', json(capabilities)],
    ['markers.json', json(markers)],
    ['frames.json', json(frames)],
    ['conditions.json', json(conditions)],
    ['maturity.json', json(maturity)],
    ['natures.json', json(natures)],
    ['genus.json', json(profile.genus)],
    ['refusals.json', json(profile.refusals)],
    ['targets.json', json(targets)],
    ['next-steps.json', json(profile.nextSteps)],
    ['contributions.json', json(profile.contributions)],
    [
      'asks.csv',
      csv(
        ['text', 'codes', 'set'],
        asks.map(({ text, codes, set }) => [text, codes.join(';'), set]),
      ),
    ],
    ['institutions.json', json({ universities })],
    [
      'examples.csv',
      csv(
        ['text', 'sectors'],
        examples.map(({ text, sectors: codes }) => [text, codes.join(';')]),
      ),
    ],
    [
      'terms/general.csv',
      csv(
        ['zh', 'en'],
        profile.general.map(({ zh, en }) => [zh, en]),
      ),
    ],
    ...(profile.thesaurus.length > 0
      ? [
          [
            'thesaurus/concepts.txt',
            profile.thesaurus.map((terms) => `${terms.join(';')}\n`).join(''),
          ] as const,
        ]
      : []),
    ...Object.entries(profile.terms).map(
      ([code, terms]) =>
        [
          `terms/${code}.csv`,
          csv(
            ['zh', 'en', 'strength', 'sub'],
            terms.map(({ zh, en, strength, sub }) => [zh, en, strength, sub]),
          ),
        ] as const,
    ),
  ]);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Read by this program alone, so nothing is put before what a spreadsheet would calculate. */
function csv(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heading, ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('');
}

function cell(text: string): string {
  return /[",\r\n]/u.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Profile } from '../domain/profile.ts';
import type { RoundReport } from '../domain/round.ts';
import { roundReportHtml } from '../exchange/index.ts';

/** Writes the report as JSON and as a page to read; returns the paths. */
export async function writeReportFiles(
  report: RoundReport,
  profile: Profile,
  folder: string,
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const base = join(folder, report.roundId);
  const files: [string, string][] = [
    [`${base}.json`, `${JSON.stringify(report, null, 2)}\n`],
    [`${base}.html`, roundReportHtml(report, profile)],
  ];
  for (const [path, content] of files) await writeFile(path, content);
  return files.map(([path]) => path);
}

/** What the stored corpus depends on: another reading of texts, profile or generator makes another corpus. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEFAULT_PROFILE_FOLDER } from '../../src/exchange/index.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MAKERS = [
  'bench/corpus',
  'src/domain/analysis.ts',
  'src/domain/record-text.ts',
  'src/engine/analyse',
  'src/engine/knowledge.ts',
  'src/engine/settings.ts',
  'src/text',
];

export function makerFingerprint(): string {
  const hash = createHash('sha256');
  for (const path of [...MAKERS.map((maker) => join(ROOT, maker)), DEFAULT_PROFILE_FOLDER]) {
    for (const file of filesOf(path)) hash.update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 12);
}

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/**
 * The corpus of the bench: synthetic carriers and results, seeded, as real records with the engine's analyses and
 * the words that its segmenter cuts. Made once and kept under the temporary folder of the system.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RecordKind } from '../src/domain/import-report.ts';
import { makerFingerprint } from './corpus/fingerprint.ts';
import { PART_SIZE, type Part, partFile } from './corpus/parts.ts';

/** How much of the stored corpus one run works on. */
export interface Corpus {
  readonly folder: string;
  readonly carriers: number;
  readonly results: number;
}

const WRITER = fileURLToPath(new URL('./corpus/write-parts.ts', import.meta.url));

/** Writes what is not there yet, with one process for each core; says so on stderr, for it takes its time. */
export async function prepareCorpus(sizes: Omit<Corpus, 'folder'>): Promise<Corpus> {
  const folder = join(tmpdir(), 'jianyuan-bench', makerFingerprint());
  await mkdir(folder, { recursive: true });
  const missing = [...partsOf('results', sizes.results), ...partsOf('carriers', sizes.carriers)].filter(
    (part) => !existsSync(partFile(folder, part, 'words')),
  );
  if (missing.length > 0) {
    process.stderr.write(`writing and analysing ${missing.length * PART_SIZE} records into ${folder}\n`);
    const writers = Math.min(availableParallelism(), missing.length);
    await Promise.all(
      Array.from({ length: writers }, (_, i) =>
        writeParts(
          folder,
          missing.filter((_part, k) => k % writers === i),
        ),
      ),
    );
  }
  return { folder, ...sizes };
}

function partsOf(kind: RecordKind, count: number): Part[] {
  return Array.from({ length: Math.ceil(count / PART_SIZE) }, (_, number) => ({ kind, number }));
}

async function writeParts(folder: string, parts: readonly Part[]): Promise<void> {
  const writer = fork(WRITER, [folder, JSON.stringify(parts)]);
  const [code] = (await once(writer, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`the corpus could not be written: exit code ${code}`);
}

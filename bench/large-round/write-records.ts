/** Synthetic records as files that `jianyuan import` takes. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordKind } from '../../src/domain/import-report.ts';
import type { Profile } from '../../src/domain/profile.ts';
import { loadProfile } from '../../src/exchange/index.ts';
import { writeCarrier } from '../corpus/carrier.ts';
import { drawByRank, type Random, randomOf } from '../corpus/draw.ts';
import { writeResult } from '../corpus/result.ts';
import { createWords } from '../corpus/words.ts';
import { createWriter } from '../corpus/write-text.ts';

/** About 10 MB: below what an import takes. */
const RECORDS_A_FILE = 5_000;

/** The first university of the list hands in about twice as much as the tenth. */
const RANK_OFFSET = 8;

/** Writes the first `count` records of the corpus; the paths of the files. */
export async function writeRecords(folder: string, kind: RecordKind, count: number): Promise<string[]> {
  const profile = await loadProfile();
  const words = createWords(profile);
  const writer = createWriter(words);
  const university = drawByRank(profile.universities, RANK_OFFSET);
  const write = (number: number) =>
    kind === 'carriers'
      ? writeCarrier(profile, words, writer, number)
      : { ...writeResult(profile, words, writer, number), university: nameOf(university, number) };
  mkdirSync(folder, { recursive: true });
  const paths: string[] = [];
  for (let from = 0; from < count; from += RECORDS_A_FILE) {
    const path = join(folder, `${kind}-${String(paths.length).padStart(3, '0')}.jsonl`);
    const numbers = Array.from({ length: Math.min(RECORDS_A_FILE, count - from) }, (_, i) => from + i);
    const lines = numbers.map((number) => JSON.stringify(write(number)));
    writeFileSync(path, `${lines.join('\n')}\n`);
    paths.push(path);
  }
  return paths;
}

/** Parks are made of results of universities; those of the corpus name none. */
function nameOf(university: (random: Random) => Profile['universities'][number], number: number): string {
  return university(randomOf('university', number)).name;
}

/** The demonstration data as the import reads it, analysed and brought together. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Carrier } from '../../src/domain/carrier.ts';
import type { ResearchResult } from '../../src/domain/research-result.ts';
import type { Analysed, MatchPool } from '../../src/engine/engine.ts';
import { readAllRecords } from '../../src/exchange/index.ts';
import { ENGINE } from './given.ts';

const FOLDER = new URL('../../seeds/demo/', import.meta.url);
const CARRIER_FILE = 'carriers.xlsx';

export interface Demonstration {
  readonly results: readonly Analysed<ResearchResult>[];
  readonly carriers: readonly Analysed<Carrier>[];
  readonly pool: Omit<MatchPool, `${'put' | 'remove'}${'Carrier' | 'Result'}`>;
}

let reading: Promise<Demonstration> | null = null;

/** Read once in a process: whoever changes a pool makes one of its own. */
export function readDemonstration(): Promise<Demonstration> {
  reading ??= readAll();
  return reading;
}

async function readAll(): Promise<Demonstration> {
  const results: Analysed<ResearchResult>[] = [];
  for (const filename of readdirSync(FOLDER).filter(isResultFile).sort()) {
    const { drafts } = await readAllRecords('results', fileOf(filename));
    for (const { draft } of drafts) {
      const record = { ...draft, id: draft.id ?? `r${results.length + 1}` };
      results.push({ record, analysis: ENGINE.analyseResult(record) });
    }
  }
  const carriers = (await readAllRecords('carriers', fileOf(CARRIER_FILE))).drafts.map(({ draft }, i) => {
    const record = { ...draft, id: draft.id ?? `c${i + 1}` };
    return { record, analysis: ENGINE.analyseCarrier(record) };
  });
  return { results, carriers, pool: ENGINE.pool({ results, carriers }) };
}

function isResultFile(filename: string): boolean {
  return /\.(xlsx|csv|jsonl)$/u.test(filename) && filename !== CARRIER_FILE;
}

function fileOf(filename: string) {
  return { filename, bytes: readFileSync(fileURLToPath(new URL(encodeURIComponent(filename), FOLDER))) };
}

/** The stored corpus in parts: a small corpus is the beginning of a large one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Carrier } from '../../src/domain/carrier.ts';
import type { RecordKind } from '../../src/domain/import-report.ts';
import type { ResearchResult } from '../../src/domain/research-result.ts';
import type { Analysed } from '../../src/engine/engine.ts';

export const PART_SIZE = 1_250;

export interface Part {
  readonly kind: RecordKind;
  readonly number: number;
}

/** `words`: one record a line, its words between blanks; `jsonl`: `{record, analysis}`. */
export function partFile(folder: string, { kind, number }: Part, content: 'words' | 'jsonl'): string {
  return join(folder, `${kind}-${String(number).padStart(4, '0')}.${content}`);
}

interface RecordOf {
  carriers: Carrier;
  results: ResearchResult;
}

/** The first `count` records with what was read out of them. */
export function readAnalysed<Kind extends RecordKind>(
  folder: string,
  kind: Kind,
  count: number,
): Analysed<RecordOf[Kind]>[] {
  const records: Analysed<RecordOf[Kind]>[] = [];
  for (const line of lines(folder, kind, 'jsonl', count)) records.push(JSON.parse(line));
  return records;
}

/** The words of the first `count` records; equal words are one string. */
export function readWords(folder: string, kind: RecordKind, count: number): string[][] {
  const known = new Map<string, string>();
  const same = (word: string): string => {
    const found = known.get(word);
    if (found === undefined) known.set(word, word);
    return found ?? word;
  };
  return [...lines(folder, kind, 'words', count)].map((line) => line.split(' ').map(same));
}

function* lines(
  folder: string,
  kind: RecordKind,
  content: 'words' | 'jsonl',
  count: number,
): Generator<string> {
  for (let number = 0; number * PART_SIZE < count; number++) {
    const all = readFileSync(partFile(folder, { kind, number }, content), 'utf8').split('\n');
    yield* all.slice(0, Math.min(PART_SIZE, count - number * PART_SIZE));
  }
}

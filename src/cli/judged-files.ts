/** What people judged, for `evaluate`: read, and held against the records. */
import { basename } from 'node:path';
import { type Counterfactual, CounterfactualSchema, type ResultLabels } from '../domain/judged-reading.ts';
import type { Purpose } from '../domain/purpose.ts';
import { readJsonlRecords } from '../exchange/jsonl-records.ts';
import type { Named, Unmatched } from '../usecases/unmatched-ids.ts';
import { matchedRows, type RecordFiles, tellUnmatchedPairs } from './matched-rows.ts';
import { readText, warn } from './measuring.ts';
import { note } from './output/terminal.ts';
import { type PairRow, readJudgements, readPairRows } from './pair-file.ts';

export interface JudgedFiles {
  readonly purpose: Purpose;
  readonly qrels?: string;
  readonly pairs?: string;
  readonly labels?: string;
  readonly counterfactuals?: string;
}

/** Undefined where no such file was named. */
export interface Judged {
  readonly qrels?: readonly PairRow[] | undefined;
  readonly pairs?: readonly PairRow[] | undefined;
  readonly labels?: readonly ResultLabels[] | undefined;
  readonly counterfactuals?: readonly Counterfactual[] | undefined;
}

/** Throws what reading the files throws. */
export async function readJudged(files: JudgedFiles): Promise<Judged> {
  const { qrels, pairs, labels, counterfactuals, purpose } = files;
  return {
    qrels: qrels === undefined ? undefined : await readJudgements(qrels, purpose),
    pairs: pairs === undefined ? undefined : await readPairRows(pairs),
    labels: labels === undefined ? undefined : await readLabels(labels),
    counterfactuals:
      counterfactuals === undefined ? undefined : await readCounterfactuals(counterfactuals, purpose),
  };
}

/** What can be measured of it. Throws `record.not_found` where nothing of a file can. */
export function matchedJudgements(
  { qrels, pairs, labels, counterfactuals }: Judged,
  records: RecordFiles,
  files: JudgedFiles,
): Judged & { unmatched: Unmatched[] } {
  const labelled = labels && matchedRows(files.labels!, labels, namedByLabel, records);
  const compared =
    counterfactuals && matchedRows(files.counterfactuals!, counterfactuals, namedByPair, records);
  return {
    qrels,
    pairs,
    labels: labelled?.matched,
    counterfactuals: compared?.matched,
    unmatched: [
      ...(qrels ? tellUnmatchedPairs(files.qrels!, qrels, records) : []),
      ...(pairs ? tellUnmatchedPairs(files.pairs!, pairs, records) : []),
      ...(labelled?.unmatched ?? []),
      ...(compared?.unmatched ?? []),
    ],
  };
}

function namedByLabel({ resultId }: ResultLabels): Named {
  return { resultIds: [resultId], carrierIds: [] };
}

/** A variant is brought along. */
function namedByPair({ resultId, carrierA, carrierB, variant }: Counterfactual): Named {
  const isNamed = (id: string) => id !== variant?.id;
  return { resultIds: [resultId].filter(isNamed), carrierIds: [carrierA, carrierB].filter(isNamed) };
}

async function readLabels(file: string): Promise<ResultLabels[]> {
  const { readResultLabels } = await import('../exchange/index.ts');
  return readResultLabels(basename(file), await readText(file));
}

async function readCounterfactuals(file: string, asked: Purpose): Promise<readonly Counterfactual[]> {
  const { records, findings } = readJsonlRecords(await readText(file), basename(file), CounterfactualSchema);
  warn(file, findings);
  if (records.every(({ purpose }) => purpose !== asked))
    note(
      `${file}：没有一对是 --purpose ${asked} 的，均按各自的 purpose 评测 no pair is for ${asked}: each is measured for its own purpose`,
    );
  return records;
}

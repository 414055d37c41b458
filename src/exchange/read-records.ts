/**
 * A file of results or carriers as records: every good row a draft, every bad one a finding that says where it
 * stands, what was found and what was expected. Comes in batches, so that a long file shows progress.
 */
import { setImmediate } from 'node:timers/promises';
import type { ImportReport, RecordKind, RowFinding } from '../domain/import-report.ts';
import { emptyFile } from './file-limits.ts';
import { readTable } from './read-table.ts';
import { type DraftOf, RECORD_FORMS } from './rows/record-forms.ts';
import { type ReadCounts, RecordReader } from './rows/record-reader.ts';
import { openSource } from './rows/source-rows.ts';
import type { Located } from './rows/unite.ts';
import type { InputFile } from './table.ts';

export interface RecordBatch<Draft> {
  /** Rows of the file passed so far, and all of them. */
  readonly done: number;
  readonly total: number;
  readonly columns: ImportReport['columns'];
  /** New since the batch before. */
  readonly findings: readonly RowFinding[];
  /** Come last: only the end of a file shows that a record does not occur again. */
  readonly drafts: readonly Located<Draft>[];
  readonly counts: ReadCounts;
}

/** Rows (or drafts) per batch. */
const BATCH = 500;

/** Throws `file.empty`, `file.too_large`, `file.unreadable` or `file.headings_missing` before the first batch. */
export async function* readRecords<Kind extends RecordKind>(
  kind: Kind,
  file: InputFile,
): AsyncGenerator<RecordBatch<DraftOf[Kind]>> {
  const source = openSource(kind, readTable(file));
  const reader = new RecordReader(RECORD_FORMS[kind], source.columns);
  const batch = (done: number, drafts: readonly Located<DraftOf[Kind]>[]): RecordBatch<DraftOf[Kind]> => ({
    done,
    total: source.total,
    columns: source.columns,
    findings: reader.takeFindings(),
    drafts,
    counts: reader.counts(),
  });
  reader.note(source.findings);
  let passed = 0;
  for (const row of source.rows()) {
    reader.read(row);
    if (++passed % BATCH > 0) continue;
    yield batch(Math.min(passed, source.total), []);
    await setImmediate();
  }
  reader.tellOften();
  const drafts = reader.drafts();
  if (reader.counts().rows === 0)
    throw emptyFile('只有表头，没有数据行', 'there are headings, but no rows of data');
  for (let at = 0; at < Math.max(1, drafts.length); at += BATCH) {
    yield batch(source.total, drafts.slice(at, at + BATCH));
    await setImmediate();
  }
}

/** The whole file at once. */
export async function readAllRecords<Kind extends RecordKind>(
  kind: Kind,
  file: InputFile,
): Promise<RecordBatch<DraftOf[Kind]>> {
  const findings: RowFinding[] = [];
  const drafts: Located<DraftOf[Kind]>[] = [];
  let last: RecordBatch<DraftOf[Kind]> | undefined;
  for await (const batch of readRecords(kind, file)) {
    findings.push(...batch.findings);
    drafts.push(...batch.drafts);
    last = batch;
  }
  if (!last) throw emptyFile('没有数据行', 'there are no rows of data');
  return { ...last, findings, drafts };
}

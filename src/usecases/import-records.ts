import type { ImportCounts, ImportReport, RecordKind, RowFinding } from '../domain/import-report.ts';
import type { JobProgress } from '../domain/job.ts';
import { type DraftOf, type ReadCounts, type RecordBatch, readRecords } from '../exchange/index.ts';
import type { RecordStore, SavedRecord } from '../store/store.ts';
import { analyseWhatChanged } from './analyse-jobs.ts';
import type { Ports } from './ports.ts';
import { requireReasonableSize, type UploadedFile } from './submit-import.ts';
import { trainingJobs } from './training-need.ts';

export interface ImportOptions {
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((progress: JobProgress) => Promise<void>) | undefined;
}

/** Records saved in one write, with one job that reads their texts, and one that embeds them. */
const BATCH = 200;
/** Findings that a report lists, refused rows first; all are counted. */
const FINDINGS_LISTED = 1_000;

/**
 * Reads a file and saves its good rows; says of every other row what is wrong with it. The same file again changes
 * nothing, so an import that died half-way is simply done again. Where records have become many more, what terms
 * and words mean is learnt anew. Throws `file.*` where the file as a whole cannot
 * be read: then nothing was saved.
 */
export async function importRecords(
  ports: Pick<Ports, 'store' | 'engine' | 'embedder' | 'now' | 'wake' | 'maxUploadBytes'>,
  file: UploadedFile,
  options: ImportOptions = {},
): Promise<ImportReport> {
  requireReasonableSize(file, ports.maxUploadBytes);
  const report =
    file.kind === 'results'
      ? await importKind(ports, ports.store.results, 'results', file, options)
      : await importKind(ports, ports.store.carriers, 'carriers', file, options);
  await ports.store.jobs.request(await trainingJobs(ports.store, ports.engine), ports.now());
  ports.wake();
  return report;
}

async function importKind<Kind extends RecordKind, T extends { id: string }>(
  { embedder, wake }: Pick<Ports, 'embedder' | 'wake'>,
  records: RecordStore<T, DraftOf[Kind]>,
  kind: Kind,
  file: UploadedFile,
  { signal, progress }: ImportOptions,
): Promise<ImportReport> {
  const tally = new Tally(kind, file.filename);
  for await (const batch of readRecords(kind, file)) {
    signal?.throwIfAborted();
    tally.read(batch);
    if (batch.drafts.length === 0)
      await progress?.({ done: batch.done, total: batch.total, note: '读取 reading' });
    for (let start = 0; start < batch.drafts.length; start += BATCH) {
      signal?.throwIfAborted();
      const drafts = batch.drafts.slice(start, start + BATCH).map((located) => located.draft);
      tally.saved(await records.save(drafts, analyseWhatChanged(kind, embedder)));
      wake();
      await progress?.({ done: tally.savedCount, total: batch.counts.drafts, note: '保存 saving' });
    }
  }
  return tally.report();
}

/** Adds up what becomes of a file's rows. */
class Tally {
  readonly #kind: RecordKind;
  readonly #filename: string;
  readonly #findings: Record<RowFinding['severity'], RowFinding[]> = { error: [], warning: [] };
  readonly #outcomes = { created: 0, updated: 0, unchanged: 0 };
  #findingsTotal = 0;
  #columns: ImportReport['columns'] = [];
  #counts: ReadCounts = { rows: 0, drafts: 0, duplicates: 0, refused: 0, notes: 0 };

  constructor(kind: RecordKind, filename: string) {
    this.#kind = kind;
    this.#filename = filename;
  }

  get savedCount(): number {
    return this.#outcomes.created + this.#outcomes.updated + this.#outcomes.unchanged;
  }

  read({ columns, counts, findings }: RecordBatch<unknown>): void {
    this.#columns = columns;
    this.#counts = counts;
    this.#findingsTotal += findings.length;
    for (const finding of findings) {
      const alike = this.#findings[finding.severity];
      if (alike.length < FINDINGS_LISTED) alike.push(finding);
    }
  }

  saved(records: readonly SavedRecord[]): void {
    for (const { outcome } of records) this.#outcomes[outcome] += 1;
  }

  report(): ImportReport {
    const { rows, duplicates, refused } = this.#counts;
    const counts: ImportCounts = { rows, ...this.#outcomes, duplicates, refused };
    return {
      kind: this.#kind,
      filename: this.#filename,
      counts,
      columns: this.#columns,
      findings: [...this.#findings.error, ...this.#findings.warning].slice(0, FINDINGS_LISTED),
      findingsTotal: this.#findingsTotal,
    };
  }
}

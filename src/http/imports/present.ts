/** Imports as a caller sees them. Findings quote cells of the file: those are shown with the key only. */
import type { z } from 'zod';
import type { ImportCounts, ImportReport, RowFinding } from '../../domain/import-report.ts';
import type { UseCases } from '../../usecases/use-cases.ts';
import { presentFailure, presentProgress } from '../jobs/present.ts';
import type { Caller } from '../security/caller.ts';
import type { ImportListItemSchema, ImportSchema } from './schemas.ts';

type ImportRecord = Awaited<ReturnType<UseCases['findImport']>>;

export function presentImport(record: ImportRecord, caller: Caller): z.infer<typeof ImportSchema> {
  return { ...presentState(record, caller), report: record.report && presentReport(record.report, caller) };
}

export function presentImportListItem(
  record: ImportRecord,
  caller: Caller,
): z.infer<typeof ImportListItemSchema> {
  return { ...presentState(record, caller), counts: record.report && presentCounts(record.report.counts) };
}

function presentState(record: ImportRecord, caller: Caller) {
  return {
    id: record.id,
    kind: record.kind,
    filename: record.filename,
    state: record.state,
    progress: presentProgress(record.progress),
    error: presentFailure(record.error, caller),
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
  };
}

function presentReport({ counts, columns, findings, findingsTotal }: ImportReport, caller: Caller) {
  return {
    counts: presentCounts(counts),
    columns: columns.map(({ heading, field }) => ({ heading, field })),
    findings: findings.map((finding) => presentFinding(finding, caller)),
    findingsTotal,
  };
}

function presentCounts({ rows, created, updated, unchanged, duplicates, refused }: ImportCounts) {
  return { rows, created, updated, unchanged, duplicates, refused };
}

function presentFinding({ row, sheet, column, found, expected, severity }: RowFinding, { trusted }: Caller) {
  return { row, sheet: sheet ?? null, column, found: trusted ? found : null, expected, severity };
}

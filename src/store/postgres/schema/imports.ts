/** Table of uploaded files and what became of them. */
import { pgTable } from 'drizzle-orm/pg-core';
import type { ImportReport, RecordKind } from '../../../domain/import-report.ts';
import type { JobProgress } from '../../../domain/job.ts';
import { bytes, json, plainText, time } from './columns.ts';

export const imports = pgTable('imports', {
  id: plainText('id').primaryKey(),
  kind: plainText('kind').$type<RecordKind>().notNull(),
  filename: plainText('filename').notNull(),
  state: plainText('state').$type<'queued' | 'running' | 'finished' | 'failed'>().notNull(),
  /** The file as uploaded; null once the import has ended. */
  bytes: bytes('bytes'),
  progress: json<JobProgress>('progress'),
  report: json<ImportReport>('report'),
  error: plainText('error'),
  createdAt: time('created_at').notNull(),
  updatedAt: time('updated_at').notNull(),
});

/** Table of uploaded files and what became of them. */
import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ImportReport, RecordKind } from '../../../domain/import-report.ts';
import type { JobProgress } from '../../../domain/job.ts';

export const imports = sqliteTable('imports', {
  id: text('id').primaryKey(),
  kind: text('kind').$type<RecordKind>().notNull(),
  filename: text('filename').notNull(),
  state: text('state').$type<'queued' | 'running' | 'finished' | 'failed'>().notNull(),
  /** The file as uploaded; null once the import has ended. */
  bytes: blob('bytes', { mode: 'buffer' }),
  progress: text('progress', { mode: 'json' }).$type<JobProgress>(),
  report: text('report', { mode: 'json' }).$type<ImportReport>(),
  error: text('error'),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
});

/** Tables of records, the contents that they have had, and what was read out of those. */
import { bigint, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Analysis } from '../../../domain/analysis.ts';
import type { RecordKind } from '../../../domain/import-report.ts';
import { json, plainText, time } from './columns.ts';

/** Every content ever saved, under the sha256 of its canonical JSON. Rows are never changed. */
export const recordVersions = pgTable('record_versions', {
  hash: plainText('hash').primaryKey(),
  kind: plainText('kind').$type<RecordKind>().notNull(),
  content: text('content').notNull(),
});

/** The current records of one kind. */
const currentRecords = (name: string) =>
  pgTable(
    name,
    {
      id: plainText('id').primaryKey(),
      hash: plainText('hash')
        .notNull()
        .references(() => recordVersions.hash),
      /** What makes two drafts without an id the same record; not unique, as explicit ids may differ. */
      identity: plainText('identity').notNull(),
      /** Folded title or name, for substring search. */
      searchText: plainText('search_text').notNull(),
      createdAt: time('created_at').notNull(),
      updatedAt: time('updated_at').notNull(),
      /** That of its kind when it was last written. */
      revision: bigint('revision', { mode: 'number' }).notNull(),
    },
    (table) => [
      index(`${name}_by_identity`).using('hash', table.identity),
      index(`${name}_by_revision`).on(table.revision),
    ],
  );
export type RecordTable = ReturnType<typeof currentRecords>;

export const results = currentRecords('results');
export const carriers = currentRecords('carriers');
export const RECORD_TABLES: Readonly<Record<RecordKind, RecordTable>> = { results, carriers };

/**
 * Grows with every created or updated record of a kind. Whoever writes records of a kind holds its row until the
 * end: no number is visible before all lower ones are.
 */
export const revisions = pgTable('revisions', {
  kind: plainText('kind').$type<RecordKind>().primaryKey(),
  revision: bigint('revision', { mode: 'number' }).notNull(),
});

export const analyses = pgTable(
  'analyses',
  {
    hash: plainText('hash').notNull(),
    analyser: plainText('analyser').notNull(),
    analysis: json<Analysis>('analysis').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hash, table.analyser] })],
);

/** Tables of records, the contents that they have had, and what was read out of those. */
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Analysis } from '../../../domain/analysis.ts';
import type { RecordKind } from '../../../domain/import-report.ts';

/** Every content ever saved, under the sha256 of its canonical JSON. Rows are never changed. */
export const recordVersions = sqliteTable('record_versions', {
  hash: text('hash').primaryKey(),
  kind: text('kind').$type<RecordKind>().notNull(),
  content: text('content').notNull(),
});

/** The current records of one kind. */
const currentRecords = (name: string) =>
  sqliteTable(
    name,
    {
      id: text('id').primaryKey(),
      hash: text('hash')
        .notNull()
        .references(() => recordVersions.hash),
      /** What makes two drafts without an id the same record; not unique, as explicit ids may differ. */
      identity: text('identity').notNull(),
      /** Folded title or name, for substring search. */
      searchText: text('search_text').notNull(),
      createdAt: integer('created_at').notNull(),
      updatedAt: integer('updated_at').notNull(),
      /** That of its kind when it was last written; 0 where that was before revisions were noted. */
      revision: integer('revision').notNull().default(0),
    },
    (table) => [
      index(`${name}_by_identity`).on(table.identity),
      index(`${name}_by_revision`).on(table.revision),
    ],
  );
export type RecordTable = ReturnType<typeof currentRecords>;

export const results = currentRecords('results');
export const carriers = currentRecords('carriers');
export const RECORD_TABLES: Readonly<Record<RecordKind, RecordTable>> = { results, carriers };

/** Grows with every created or updated record of a kind. */
export const revisions = sqliteTable('revisions', {
  kind: text('kind').$type<RecordKind>().primaryKey(),
  revision: integer('revision').notNull(),
});

export const analyses = sqliteTable(
  'analyses',
  {
    hash: text('hash').notNull(),
    analyser: text('analyser').notNull(),
    analysis: text('analysis', { mode: 'json' }).$type<Analysis>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.hash, table.analyser] })],
);

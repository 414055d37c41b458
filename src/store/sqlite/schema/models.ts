/** Table of the corpus models: what was learnt, as files. */
import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { BackgroundSource } from '../../../domain/model-description.ts';

export const models = sqliteTable(
  'models',
  {
    fingerprint: text('fingerprint').primaryKey(),
    /** Grows with every save: the highest of an analyser is its current one. */
    ordinal: integer('ordinal').notNull().unique(),
    analyser: text('analyser').notNull(),
    records: integer('records').notNull(),
    backgroundTexts: integer('background_texts').notNull(),
    background: text('background', { mode: 'json' }).$type<BackgroundSource[]>().notNull(),
    lost: text('lost', { mode: 'json' }).$type<BackgroundSource[]>().notNull(),
    bytes: blob('bytes', { mode: 'buffer' }).notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    // Which one is current is asked before every question. SQLite comes to a column behind the bytes of a model by
    // going through all of them, page by page: that column stands in the index.
    index('models_current').on(table.analyser, table.ordinal, table.createdAt),
  ],
);

/** Table of the vectors that embedders gave for texts. */
import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const embeddings = sqliteTable(
  'embeddings',
  {
    model: text('model').notNull(),
    /** sha256 of the text, as hex. */
    textHash: text('text_hash').notNull(),
    dimensions: integer('dimensions').notNull(),
    /** 32-bit floats, little-endian, one for each dimension. */
    vector: blob('vector', { mode: 'buffer' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.model, table.textHash] })],
);

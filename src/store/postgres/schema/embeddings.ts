/** Table of the vectors that embedders gave for texts. */
import { integer, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { bytes, plainText } from './columns.ts';

export const embeddings = pgTable(
  'embeddings',
  {
    model: plainText('model').notNull(),
    /** sha256 of the text, as hex. */
    textHash: plainText('text_hash').notNull(),
    dimensions: integer('dimensions').notNull(),
    /** 32-bit floats, little-endian, one for each dimension. */
    vector: bytes('vector').notNull(),
  },
  (table) => [primaryKey({ columns: [table.model, table.textHash] })],
);

/** Table of the corpus models: what was learnt, as files. */
import { integer, pgTable } from 'drizzle-orm/pg-core';
import type { BackgroundSource } from '../../../domain/model-description.ts';
import { bytes, json, plainText, time } from './columns.ts';

export const models = pgTable('models', {
  fingerprint: plainText('fingerprint').primaryKey(),
  /** Grows with every save: the highest of an analyser is its current one. */
  ordinal: integer('ordinal').notNull().unique(),
  analyser: plainText('analyser').notNull(),
  records: integer('records').notNull(),
  backgroundTexts: integer('background_texts').notNull(),
  background: json<BackgroundSource[]>('background').notNull(),
  lost: json<BackgroundSource[]>('lost').notNull(),
  bytes: bytes('bytes').notNull(),
  createdAt: time('created_at').notNull(),
});

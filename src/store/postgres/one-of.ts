import { type AnyColumn, sql } from 'drizzle-orm';
import { withoutNul } from './schema/columns.ts';

/** Whether a text is one of these, however many they are: the list is one bound value. */
export function oneOf(column: AnyColumn, texts: readonly string[]) {
  return sql`${column} = any(${sql.param(texts.map(withoutNul))}::text[])`;
}

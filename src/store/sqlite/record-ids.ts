/** What a file of SQLite holds of records, for their naming. Call within a transaction. */
import { asc, eq, sql } from 'drizzle-orm';
import type { KeptRecords } from '../rules/record-names.ts';
import type { Database } from './connection.ts';
import type { RecordTable } from './schema/records.ts';

export function keptRecords(db: Database, table: RecordTable): KeptRecords {
  const withIdentity = db
    .select({ id: table.id })
    .from(table)
    .where(eq(table.identity, sql.placeholder('wanted')))
    .orderBy(asc(table.createdAt), asc(table.id))
    .prepare();
  const withId = db
    .select({ id: table.id })
    .from(table)
    .where(eq(table.id, sql.placeholder('id')))
    .prepare();
  return {
    withIdentity: (wanted) => withIdentity.all({ wanted }).map(({ id }) => id),
    isKept: (id) => withId.get({ id }) !== undefined,
  };
}

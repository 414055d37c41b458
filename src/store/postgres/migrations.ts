/**
 * Applies the generated migrations, under a lock of the database: of ten processes that start at once one applies
 * them. drizzle's own migrator takes none. The files and the table of applied migrations are drizzle's.
 */
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';
import type { Database, Session } from './session.ts';

const MIGRATIONS = fileURLToPath(new URL('../../../drizzle/postgres', import.meta.url));
/** Any number will do that no other lock of the database has. */
const MIGRATING = 7_214_001;

export async function applyMigrations(db: Database): Promise<void> {
  const migrations = readMigrationFiles({ migrationsFolder: MIGRATIONS });
  if (missing(migrations, await lastApplied(db)).length === 0) return;
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${MIGRATING})`);
    await tx.execute(
      sql`create table if not exists __drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`,
    );
    for (const migration of missing(migrations, await lastApplied(tx))) await apply(tx, migration);
  });
}

async function lastApplied(session: Session): Promise<number | null> {
  const { rows: tables } = await session.execute<{ found: boolean }>(
    sql`select to_regclass('__drizzle_migrations') is not null as found`,
  );
  if (!tables[0]?.found) return null;
  const { rows } = await session.execute<{ last: string | null }>(
    sql`select max(created_at) as last from __drizzle_migrations`,
  );
  const last = rows[0]?.last ?? null;
  return last === null ? null : Number(last);
}

function missing(migrations: readonly MigrationMeta[], last: number | null): MigrationMeta[] {
  if (last === null) return [...migrations];
  if (migrations.every((migration) => migration.folderMillis < last)) {
    throw new Error(
      '数据库由更新版本的程序写入 · the database was written by a newer version of this program',
    );
  }
  return migrations.filter((migration) => migration.folderMillis > last);
}

async function apply(tx: Session, migration: MigrationMeta): Promise<void> {
  for (const statement of migration.sql) await tx.execute(sql.raw(statement));
  await tx.execute(
    sql`insert into __drizzle_migrations (hash, created_at) values (${migration.hash}, ${migration.folderMillis})`,
  );
}

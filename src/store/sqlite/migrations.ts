/**
 * Applies the generated migrations. drizzle's own migrator looks which ones are missing before it takes the
 * lock, so two processes that start at once both apply them; here looking and applying are one transaction.
 * The files and the table of applied migrations are drizzle's.
 */
import { fileURLToPath } from 'node:url';
import type BetterSqlite3 from 'better-sqlite3';
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';

const MIGRATIONS = fileURLToPath(new URL('../../../drizzle/sqlite', import.meta.url));

export function applyMigrations(client: BetterSqlite3.Database): void {
  const migrations = readMigrationFiles({ migrationsFolder: MIGRATIONS });
  client
    .transaction(() => {
      for (const migration of missing(client, migrations)) apply(client, migration);
    })
    .immediate();
}

function missing(client: BetterSqlite3.Database, migrations: readonly MigrationMeta[]): MigrationMeta[] {
  client.exec(
    'create table if not exists __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)',
  );
  const last = client.prepare('select max(created_at) from __drizzle_migrations').pluck().get();
  if (last === null) return [...migrations];
  if (migrations.every((migration) => migration.folderMillis < Number(last))) {
    throw new Error(
      '数据库由更新版本的程序写入 · the database was written by a newer version of this program',
    );
  }
  return migrations.filter((migration) => migration.folderMillis > Number(last));
}

function apply(client: BetterSqlite3.Database, migration: MigrationMeta): void {
  for (const statement of migration.sql) client.exec(statement);
  client
    .prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)')
    .run(migration.hash, migration.folderMillis);
}

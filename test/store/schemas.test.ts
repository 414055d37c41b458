/** The two schemas hold the same: a column of one that the other lacks would be a record that one of them loses. */
import { PgTable, getTableConfig as postgresTable } from 'drizzle-orm/pg-core';
import { SQLiteTable, getTableConfig as sqliteTable } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';

const FILES = ['embeddings', 'imports', 'jobs', 'models', 'records', 'rounds'];

interface Column {
  readonly name: string;
  readonly notNull: boolean;
}

async function columnsOf(
  store: string,
  configOf: (part: unknown) => { name: string; columns: Column[] } | null,
) {
  const parts = await Promise.all(FILES.map((file) => import(`../../src/store/${store}/schema/${file}.ts`)));
  const tables = parts.flatMap((part) => Object.values(part)).flatMap((part) => configOf(part) ?? []);
  const columns = tables.flatMap((table) =>
    table.columns.map(({ name, notNull }) => `${table.name}.${name}${notNull ? ' not null' : ''}`),
  );
  return [...new Set(columns)].sort();
}

test('both stores have the same tables and columns', async () => {
  const sqlite = await columnsOf('sqlite', (part) =>
    part instanceof SQLiteTable ? sqliteTable(part) : null,
  );
  const postgres = await columnsOf('postgres', (part) =>
    part instanceof PgTable ? postgresTable(part) : null,
  );
  expect(sqlite.length).toBeGreaterThan(60);
  expect(postgres).toEqual(sqlite);
});

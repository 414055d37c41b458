/** Stores on databases that are used again: emptying one takes 10 ms, making one ten times that and more. */
import pg from 'pg';
import { openPostgresStore } from '../../src/store/postgres/postgres-store.ts';
import type { Store } from '../../src/store/store.ts';
import type { PostgresServer } from './postgres-server.ts';

/** Rows before those that they name. */
const TABLES =
  'embeddings imports job_waits jobs analyses carriers results record_versions revisions decisions rounds models';
const EMPTIED = TABLES.split(' ').map((table) => `delete from ${table}`);

/** Opens an empty store each time; a database is free for the next when its store is closed. */
export function emptiedDatabases(server: () => PostgresServer) {
  const free: string[] = [];
  return async ({ clock }: { clock: () => number }): Promise<Store> => {
    const url = free.pop() ?? (await server().database());
    await empty(url);
    const store = await openPostgresStore({ url, clock });
    return {
      ...store,
      close: async () => {
        await store.close();
        free.push(url);
      },
    };
  };
}

async function empty(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(['begin', ...EMPTIED, 'commit'].join(';'));
  await client.end();
}

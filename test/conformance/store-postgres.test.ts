import { afterAll, beforeAll } from 'vitest';
import { openPostgresStore } from '../../src/store/postgres/postgres-store.ts';
import { emptiedDatabases } from '../support/emptied-databases.ts';
import {
  describeWithPostgres,
  type PostgresServer,
  startPostgresServer,
} from '../support/postgres-server.ts';
import { storeSuite } from './store-suite.ts';

describeWithPostgres('on a real PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgresServer();
  });
  afterAll(() => server.stop());
  storeSuite('PostgreSQL', {
    open: emptiedDatabases(() => server),
    openTwo: async ({ clock }) => {
      const url = await server.database();
      return [await openPostgresStore({ url, clock }), await openPostgresStore({ url, clock })];
    },
    // another process has its part in it, which the tests of the other files slow down
    bars: { saveMs: 10_000 },
  });
});

import { afterAll, beforeAll } from 'vitest';
import { openPostgresStore } from '../../src/store/postgres/postgres-store.ts';
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
  storeSuite('PostgreSQL', async ({ clock }) => openPostgresStore({ url: await server.database(), clock }));
});

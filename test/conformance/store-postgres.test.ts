import { afterAll, beforeAll } from 'vitest';
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
  storeSuite(
    'PostgreSQL',
    emptiedDatabases(() => server),
  );
});

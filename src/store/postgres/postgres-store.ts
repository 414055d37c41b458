/** The store on a PostgreSQL database: for processes on several machines. */
import { sql } from 'drizzle-orm';
import { CARRIERS, RESULTS } from '../rules/record-kinds.ts';
import type { Store } from '../store.ts';
import { postgresAnalysisStore } from './analysis-store.ts';
import { openConnection } from './connection.ts';
import { postgresDecisionStore } from './decision-store.ts';
import { postgresEmbeddingStore } from './embedding-store.ts';
import { sayingWhy } from './errors.ts';
import { postgresImportStore } from './import-store.ts';
import { postgresJobLedger } from './job-ledger.ts';
import { postgresModelStore } from './model-store.ts';
import { postgresRecordStore } from './record-store.ts';
import { postgresRoundStore } from './round-store.ts';

export interface PostgresStoreOptions {
  /** `postgres://user:password@host:port/database`, with the driver's parameters after a question mark. */
  readonly url: string;
  /** Milliseconds since 1970; the system's clock by default. */
  readonly clock?: () => number;
}

/**
 * Opens the store and brings its schema up to date. Rejects with `store.unavailable` where the server cannot be
 * reached or refuses; so do all methods later.
 */
export async function openPostgresStore({ url, clock = Date.now }: PostgresStoreOptions): Promise<Store> {
  const db = await openConnection(url);
  return {
    results: sayingWhy(postgresRecordStore(db, RESULTS, clock)),
    carriers: sayingWhy(postgresRecordStore(db, CARRIERS, clock)),
    analyses: sayingWhy(postgresAnalysisStore(db)),
    embeddings: sayingWhy(postgresEmbeddingStore(db)),
    models: sayingWhy(postgresModelStore(db, clock)),
    imports: sayingWhy(postgresImportStore(db, clock)),
    rounds: sayingWhy(postgresRoundStore(db, clock)),
    decisions: sayingWhy(postgresDecisionStore(db, clock)),
    jobs: sayingWhy(postgresJobLedger(db)),
    ...sayingWhy({
      ping: async () => void (await db.execute(sql`select 1 from jobs limit 1`)),
      close: () => db.$client.end(),
    }),
  };
}

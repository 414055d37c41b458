/** The store on one SQLite file: the embedded default. Several processes may open the same file. */
import { sql } from 'drizzle-orm';
import { CARRIERS, RESULTS } from '../rules/record-kinds.ts';
import type { Store } from '../store.ts';
import { sqliteAnalysisStore } from './analysis-store.ts';
import { openConnection } from './connection.ts';
import { sqliteDecisionStore } from './decision-store.ts';
import { sqliteEmbeddingStore } from './embedding-store.ts';
import { sqliteImportStore } from './import-store.ts';
import { sqliteJobLedger } from './job-ledger.ts';
import { sqliteModelStore } from './model-store.ts';
import { sqliteRecordStore } from './record-store.ts';
import { sqliteRoundStore } from './round-store.ts';

export interface SqliteStoreOptions {
  /** The file, made with its directory where it is not there; `:memory:` ends with the store. */
  readonly path: string;
  /** Milliseconds since 1970; the system's clock by default. */
  readonly clock?: () => number;
}

/** Opens the store and brings its schema up to date. Rejects where the file cannot be read or written. */
export async function openSqliteStore({ path, clock = Date.now }: SqliteStoreOptions): Promise<Store> {
  const db = await openConnection(path);
  return {
    results: sqliteRecordStore(db, RESULTS, clock),
    carriers: sqliteRecordStore(db, CARRIERS, clock),
    analyses: sqliteAnalysisStore(db),
    embeddings: sqliteEmbeddingStore(db),
    models: sqliteModelStore(db, clock),
    imports: sqliteImportStore(db, clock),
    rounds: sqliteRoundStore(db, clock),
    decisions: sqliteDecisionStore(db, clock),
    jobs: sqliteJobLedger(db),
    ping: async () => void db.get(sql`select 1 from jobs limit 1`),
    close: async () => void db.$client.close(),
  };
}

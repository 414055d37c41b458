/** Opens a PostgreSQL database with the settings that several processes on several machines need. */
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { unreachable } from './errors.ts';
import { applyMigrations } from './migrations.ts';
import { type Database, plainError } from './session.ts';

/** Connections of one thread. A server takes 100 unless told otherwise, and every process has several threads. */
const MOST_CONNECTIONS = 4;
/** At the start, when the thread has nothing else to do. */
const FIRST_CONNECT_WITHIN_MS = 10_000;
/** Later: a thread that computes without a pause would take its own deafness for the server's silence. */
const CONNECT_WITHIN_MS = 60_000;
const SETTINGS = {
  /** No statement takes so long but by mistake: the largest writes a part of a round of 100,000 results. */
  statement_timeout: 300_000,
  /** A machine that vanished in the middle of a write, or computes without a pause, holds the others up no longer. */
  idle_in_transaction_session_timeout: 60_000,
  /** How long a write waits for that of another connection before it fails: for longer than the above. */
  lock_timeout: 90_000,
};

/** Rejects with `store.unavailable` where the server cannot be reached or refuses. */
export async function openConnection(url: string): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'jianyuan',
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    min: 1,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    ...SETTINGS,
  });
  // A connection that breaks between two statements leaves the pool by itself; the next statement says what is wrong.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = drizzle({ client: pool });
  try {
    await requireServer(url);
    await requireUtf8(db);
    await applyMigrations(db);
  } catch (error) {
    await pool.end();
    throw unreachable(url, plainError(error));
  }
  return db;
}

async function requireServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: FIRST_CONNECT_WITHIN_MS });
  try {
    await client.connect();
  } finally {
    await client.end();
  }
}

/** Texts of any language must come back as they were. */
async function requireUtf8(db: Database): Promise<void> {
  const { rows } = await db.execute<{ server_encoding: string }>(sql`show server_encoding`);
  const encoding = rows[0]?.server_encoding;
  if (encoding !== 'UTF8')
    throw new Error(
      `数据库编码为 ${encoding}，须以 UTF8 新建 · the database keeps texts as ${encoding}: create it with encoding UTF8`,
    );
}

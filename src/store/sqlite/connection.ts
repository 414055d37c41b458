/** Opens a SQLite file with the settings that several processes on one file need, its schema up to date. */
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { makeFolder } from '../../disk/make-folder.ts';
import { applyMigrations } from './migrations.ts';
import { openingError, writingError } from './unusable-database.ts';

export type Database = BetterSQLite3Database & { $client: BetterSqlite3.Database };

/** How long a write waits for that of another connection before it fails. */
const BUSY_TIMEOUT_MS = 10_000;
/** Of that, how long the thread stands still at a time; between two tries it does something else. */
const STANDSTILL_MS = 5;
/** Between two tries. */
const TRY_AGAIN_MS = 5;
/** How long emptying the log waits for those who still read in it. */
const EMPTY_LOG_MS = 2_000;

/**
 * `:memory:` gives a database of its own that ends with the connection. Creates the file and its directory. Throws
 * UnusableDatabase.
 */
export async function openConnection(path: string): Promise<Database> {
  try {
    if (path !== ':memory:') makeFolder(dirname(path));
    return drizzle({ client: await openClient(path) });
  } catch (error) {
    throw openingError(path, error);
  }
}

async function openClient(path: string): Promise<BetterSqlite3.Database> {
  const client = new BetterSqlite3(path, { timeout: BUSY_TIMEOUT_MS });
  try {
    await switchToWal(client);
    client.pragma('synchronous = NORMAL');
    // what is deleted is overwritten: an uploaded file may hold rows that must not stay on disk
    client.pragma('secure_delete = ON');
    applyMigrations(client);
    client.pragma('foreign_keys = ON');
    client.pragma(`busy_timeout = ${STANDSTILL_MS}`);
    return client;
  } catch (error) {
    client.close();
    throw error;
  }
}

/**
 * The one statement for which SQLite does not keep the busy timeout: of two processes that open a new file at
 * once, one is told at once that the file is locked.
 */
async function switchToWal(client: BetterSqlite3.Database): Promise<void> {
  await whileBusy(() => client.pragma('journal_mode = WAL'));
}

/**
 * Moves the write-ahead log into the database and empties it, so that overwritten pages do not live on in it.
 * Another connection's reading may keep it from ending; the next call or the last close then does it.
 */
export async function emptyLog(db: Database): Promise<void> {
  const emptied = () => db.$client.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0;
  for (const deadline = Date.now() + EMPTY_LOG_MS; !emptied() && Date.now() < deadline; )
    await sleep(TRY_AGAIN_MS);
}

/**
 * Runs one write as a whole or not at all. It takes the write lock at its start: a transaction that reads first
 * and writes later fails where another process has written in between. While another connection writes the
 * thread goes on with other things: a server must answer meanwhile. Throws `store.full`, `store.unavailable`.
 */
export async function inOneWrite<T>(db: Database, write: () => T): Promise<T> {
  try {
    return await whileBusy(() => db.transaction(write, { behavior: 'immediate' }));
  } catch (error) {
    throw writingError(error);
  }
}

async function whileBusy<T>(attempt: () => T): Promise<T> {
  for (const deadline = Date.now() + BUSY_TIMEOUT_MS; ; await sleep(TRY_AGAIN_MS)) {
    try {
      return attempt();
    } catch (error) {
      const busy = error instanceof BetterSqlite3.SqliteError && error.code.startsWith('SQLITE_BUSY');
      if (!busy || Date.now() > deadline) throw error;
    }
  }
}

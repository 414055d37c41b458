/** Opens a SQLite file with the settings that several processes on one file need, its schema up to date. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { applyMigrations } from './migrations.ts';

export type Database = BetterSQLite3Database & { $client: BetterSqlite3.Database };

/** How long a statement waits for another process's write before it fails. */
const BUSY_TIMEOUT_MS = 10_000;

/** `:memory:` gives a database of its own that ends with the connection. Creates the file and its directory. */
export async function openConnection(path: string): Promise<Database> {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const client = new BetterSqlite3(path, { timeout: BUSY_TIMEOUT_MS });
  try {
    await switchToWal(client);
    client.pragma('synchronous = NORMAL');
    // what is deleted is overwritten: an uploaded file may hold rows that must not stay on disk
    client.pragma('secure_delete = ON');
    applyMigrations(client);
    client.pragma('foreign_keys = ON');
  } catch (error) {
    client.close();
    throw error;
  }
  return drizzle({ client });
}

/**
 * The one statement for which SQLite does not keep the busy timeout: of two processes that open a new file at
 * once, one is told at once that the file is locked.
 */
async function switchToWal(client: BetterSqlite3.Database): Promise<void> {
  for (const deadline = Date.now() + BUSY_TIMEOUT_MS; ; await sleep(10)) {
    try {
      client.pragma('journal_mode = WAL');
      return;
    } catch (error) {
      const locked = error instanceof BetterSqlite3.SqliteError && error.code.startsWith('SQLITE_BUSY');
      if (!locked || Date.now() > deadline) throw error;
    }
  }
}

/**
 * Moves the write-ahead log into the database and empties it, so that overwritten pages do not live on in it.
 * Another connection's reading may keep it from ending; the next call or the last close then does it.
 */
export function emptyLog(db: Database): void {
  db.$client.pragma('wal_checkpoint(TRUNCATE)');
}

/**
 * Runs one write as a whole or not at all. It takes the write lock at its start: a transaction that reads first
 * and writes later fails where another process has written in between.
 */
export function inOneWrite<T>(db: Database, write: () => T): T {
  return db.transaction(write, { behavior: 'immediate' });
}

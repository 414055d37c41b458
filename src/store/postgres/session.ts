/** Transactions: writes as a whole or not at all, readings of one moment. */
import { setTimeout as sleep } from 'node:timers/promises';
import { DrizzleQueryError, type SQL } from 'drizzle-orm';
import type { NodePgDatabase, NodePgQueryResultHKT } from 'drizzle-orm/node-postgres';
import { type PgDatabase, PgDialect } from 'drizzle-orm/pg-core';
import pg from 'pg';

export type Database = NodePgDatabase & { $client: pg.Pool };
/** What statements run on: the database, or one transaction of it. */
export type Session = PgDatabase<NodePgQueryResultHKT>;

/** How often a write is tried that collided with others, and the pause before the second time, in ms. */
const TRIES = 8;
const FIRST_PAUSE_MS = 5;

/**
 * Runs one write as a whole or not at all. It runs again where the server ended it for having collided with another
 * (a deadlock, a serialization failure).
 */
export function inOneWrite<T>(db: Database, write: (tx: Session) => Promise<T>): Promise<T> {
  return collidingAgain(() => db.transaction(write));
}

async function collidingAgain<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tries === TRIES || !isCollision(plainError(error))) throw error;
      await sleep(FIRST_PAUSE_MS * 2 ** (tries - 1));
    }
  }
}

/**
 * Runs statements as one write that needs no answer in between. The server runs them as one transaction, and each sees
 * what was committed before it began: https://www.postgresql.org/docs/15/protocol-flow.html (multi-statement query).
 */
export async function inOneMessage(db: Database, statements: readonly SQL[]): Promise<void> {
  const dialect = new PgDialect();
  const texts = statements.map((statement) => dialect.sqlToQuery(statement.inlineParams()).sql);
  await collidingAgain(() => db.$client.query(texts.join(';\n')));
}

/** Several readings of one moment. */
export function atOneMoment<T>(db: Database, read: (tx: Session) => Promise<T>): Promise<T> {
  return db.transaction(read, { isolationLevel: 'repeatable read', accessMode: 'read only' });
}

/** serialization_failure and deadlock_detected, https://www.postgresql.org/docs/15/errcodes-appendix.html */
function isCollision(error: unknown): boolean {
  return error instanceof pg.DatabaseError && (error.code === '40001' || error.code === '40P01');
}

/** drizzle puts statement and values around an error of the server: neither is for a log. */
export function plainError(error: unknown): unknown {
  return error instanceof DrizzleQueryError ? (error.cause ?? error) : error;
}

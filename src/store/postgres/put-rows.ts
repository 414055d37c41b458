/** Puts the rows of another store into an empty database: all of them or none. */
import { sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { DomainError } from '../../domain/errors.ts';
import { COPIED_TABLES, type CopiedRows, type CopiedTable } from '../rules/copied-rows.ts';
import { openConnection } from './connection.ts';
import { unavailable } from './errors.ts';
import { embeddings } from './schema/embeddings.ts';
import { imports } from './schema/imports.ts';
import { jobs, jobWaits } from './schema/jobs.ts';
import { models } from './schema/models.ts';
import { analyses, carriers, recordVersions, results, revisions } from './schema/records.ts';
import { decisions, roundChunks, roundMatches, roundParts, rounds } from './schema/rounds.ts';
import { plainError, type Session } from './session.ts';

const TABLES: Readonly<Record<CopiedTable, PgTable>> = {
  recordVersions,
  results,
  carriers,
  revisions,
  analyses,
  embeddings,
  models,
  rounds,
  roundChunks,
  roundParts,
  roundMatches,
  decisions,
  imports,
  jobs,
  jobWaits,
};

/** How many rows each table has got. Throws `store.not_empty` where one has rows already. */
export async function putRows(
  url: string,
  source: AsyncIterable<CopiedRows>,
): Promise<Record<CopiedTable, number>> {
  const db = await openConnection(url);
  const put = Object.fromEntries(COPIED_TABLES.map((name) => [name, 0])) as Record<CopiedTable, number>;
  try {
    await db.transaction(async (tx) => {
      // the time goes by in the other store as well
      await tx.execute(sql`set local idle_in_transaction_session_timeout = 0`);
      for (const name of COPIED_TABLES) await requireEmpty(tx, TABLES[name]);
      for await (const { table, rows } of source) {
        await tx.insert(TABLES[table]).values(rows.map(withoutPlace));
        put[table] += rows.length;
      }
    });
  } catch (error) {
    throw unavailable(plainError(error));
  } finally {
    await db.$client.end();
  }
  return put;
}

/** Jobs are numbered anew, in the same order. */
function withoutPlace({ seq: _, ...row }: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return row;
}

/** Nobody else writes into it until all is there. */
async function requireEmpty(tx: Session, table: PgTable): Promise<void> {
  await tx.execute(sql`lock table ${table} in share row exclusive mode`);
  const { rows } = await tx.execute(sql`select 1 from ${table} limit 1`);
  if (rows.length > 0)
    throw new DomainError(
      'store.not_empty',
      '目标数据库已有数据，须为空库 · The database to copy into holds data already: take an empty one',
    );
}

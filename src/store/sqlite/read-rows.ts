/** All rows of a SQLite file, for a store that is to hold the same. */
import { getTableColumns, gt, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { COPIED_TABLES, type CopiedRows, type CopiedTable } from '../rules/copied-rows.ts';
import { openConnection } from './connection.ts';
import { embeddings } from './schema/embeddings.ts';
import { imports } from './schema/imports.ts';
import { jobs, jobWaits } from './schema/jobs.ts';
import { models } from './schema/models.ts';
import { analyses, carriers, recordVersions, results, revisions } from './schema/records.ts';
import { decisions, roundChunks, roundMatches, roundParts, rounds } from './schema/rounds.ts';

const TABLES: Readonly<Record<CopiedTable, SQLiteTable>> = {
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

/** Rows that can be many megabytes each go one by one. */
const LARGE: ReadonlySet<CopiedTable> = new Set(['models', 'rounds', 'roundParts', 'imports']);
const AT_A_TIME = 200;
const rowid = sql<number>`rowid`;

/** Brings the file's schema up to date first. No other process may write meanwhile. */
export async function* sqliteRows(path: string): AsyncGenerator<CopiedRows> {
  const db = await openConnection(path);
  try {
    for (const name of COPIED_TABLES) {
      const table = TABLES[name];
      const limit = LARGE.has(name) ? 1 : AT_A_TIME;
      for (let last = 0; ; ) {
        const found = db
          .select({ ...getTableColumns(table), rowid })
          .from(table)
          .where(gt(rowid, last))
          .orderBy(rowid)
          .limit(limit)
          .all();
        if (found.length === 0) break;
        last = found.at(-1)!.rowid;
        yield { table: name, rows: found.map(({ rowid: _, ...row }) => row) };
      }
    }
  } finally {
    db.$client.close();
  }
}

/** What was read out of contents, by content hash and version of the reader. */
import { and, eq, sql } from 'drizzle-orm';
import type { Analysis } from '../../domain/analysis.ts';
import type { AnalysisStore } from '../store.ts';
import { inBatches } from './batches.ts';
import { oneOf } from './one-of.ts';
import { analyses } from './schema/records.ts';
import { type Database, inOneWrite } from './session.ts';

export function postgresAnalysisStore(db: Database): AnalysisStore {
  return {
    save: async (found) => {
      const rows = found.map(({ hash, analysis }) => ({ hash, analyser: analysis.analyser, analysis }));
      await inOneWrite(db, (tx) =>
        inBatches(inOrder(rows), async (batch) => {
          await tx
            .insert(analyses)
            .values(batch)
            .onConflictDoUpdate({
              target: [analyses.hash, analyses.analyser],
              set: { analysis: sql`excluded.analysis` },
            });
        }),
      );
    },

    find: async (hashes, analyser) => {
      const kept = await db
        .select({ hash: analyses.hash, analysis: analyses.analysis })
        .from(analyses)
        .where(and(eq(analyses.analyser, analyser), oneOf(analyses.hash, hashes)));
      return new Map<string, Analysis>(kept.map((row) => [row.hash, row.analysis]));
    },
  };
}

/** Each once, the last of several, and always in the same order: two writers of the same rows then cannot block each other. */
function inOrder<Row extends { hash: string; analyser: string }>(rows: readonly Row[]): Row[] {
  const last = new Map(rows.map((row) => [`${row.analyser}\n${row.hash}`, row]));
  return [...last].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

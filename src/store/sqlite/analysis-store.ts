/** What was read out of contents, by content hash and version of the reader. */
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Analysis } from '../../domain/analysis.ts';
import type { AnalysisStore } from '../store.ts';
import { inBatches } from './batches.ts';
import { type Database, inOneWrite } from './connection.ts';
import { analyses } from './schema/records.ts';

export function sqliteAnalysisStore(db: Database): AnalysisStore {
  return {
    save: async (found) =>
      inOneWrite(db, () => {
        for (const { hash, analysis } of found) {
          db.insert(analyses)
            .values({ hash, analyser: analysis.analyser, analysis })
            .onConflictDoUpdate({
              target: [analyses.hash, analyses.analyser],
              set: { analysis: sql`excluded.analysis` },
            })
            .run();
        }
      }),

    find: async (hashes, analyser) => {
      const kept = inBatches(hashes, (batch) =>
        db
          .select()
          .from(analyses)
          .where(and(eq(analyses.analyser, analyser), inArray(analyses.hash, batch)))
          .all(),
      );
      return new Map<string, Analysis>(kept.map((row) => [row.hash, row.analysis]));
    },
  };
}

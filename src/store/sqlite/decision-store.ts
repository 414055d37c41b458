/** Decisions of reviewers: one row for each pair. */
import { and, asc, eq } from 'drizzle-orm';
import type { Pair } from '../../domain/review.ts';
import type { DecisionStore } from '../store.ts';
import { type Database, inOneWrite } from './connection.ts';
import { decisions } from './schema/rounds.ts';

export function sqliteDecisionStore(db: Database, clock: () => number): DecisionStore {
  return {
    save: async (made) =>
      inOneWrite(db, () => {
        const decidedAt = clock();
        for (const { resultId, carrierId, purpose, ...rest } of made) {
          db.insert(decisions)
            .values({ resultId, carrierId, purpose, ...rest, decidedAt })
            .onConflictDoUpdate({
              target: [decisions.resultId, decisions.carrierId, decisions.purpose],
              set: { ...rest, decidedAt },
            })
            .run();
        }
      }),

    list: async () =>
      db
        .select()
        .from(decisions)
        .orderBy(asc(decisions.resultId), asc(decisions.carrierId), asc(decisions.purpose))
        .all()
        .map(({ decidedAt, ...decision }) => ({
          ...decision,
          decidedAt: new Date(decidedAt).toISOString(),
        })),

    remove: async (pair) => inOneWrite(db, () => db.delete(decisions).where(of(pair)).run().changes > 0),
  };
}

function of({ resultId, carrierId, purpose }: Pair) {
  return and(
    eq(decisions.resultId, resultId),
    eq(decisions.carrierId, carrierId),
    eq(decisions.purpose, purpose),
  );
}

/** Decisions of reviewers: one row for each pair. */
import { and, asc, eq } from 'drizzle-orm';
import type { Pair } from '../../domain/review.ts';
import type { DecisionStore } from '../store.ts';
import { decisions } from './schema/rounds.ts';
import { type Database, inOneWrite } from './session.ts';

export function postgresDecisionStore(db: Database, clock: () => number): DecisionStore {
  return {
    save: (made) =>
      inOneWrite(db, async (tx) => {
        const decidedAt = clock();
        for (const { resultId, carrierId, purpose, ...rest } of made) {
          await tx
            .insert(decisions)
            .values({ resultId, carrierId, purpose, ...rest, decidedAt })
            .onConflictDoUpdate({
              target: [decisions.resultId, decisions.carrierId, decisions.purpose],
              set: { ...rest, decidedAt },
            });
        }
      }),

    list: async () => {
      const kept = await db
        .select()
        .from(decisions)
        .orderBy(asc(decisions.resultId), asc(decisions.carrierId), asc(decisions.purpose));
      return kept.map(({ decidedAt, ...decision }) => ({
        ...decision,
        decidedAt: new Date(decidedAt).toISOString(),
      }));
    },

    remove: async (pair) => (await db.delete(decisions).where(of(pair))).rowCount === 1,
  };
}

function of({ resultId, carrierId, purpose }: Pair) {
  return and(
    eq(decisions.resultId, resultId),
    eq(decisions.carrierId, carrierId),
    eq(decisions.purpose, purpose),
  );
}

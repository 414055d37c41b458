/** Matching rounds: the plan, what its chunks bring, the report. */
import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import { NO_EMBEDDER } from '../../domain/embedding-use.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Round, RoundState } from '../../domain/round.ts';
import type { RoundStore } from '../store.ts';
import { type Database, inOneWrite } from './connection.ts';
import { keepJobs } from './job-outbox.ts';
import { chunksOf, matchesOf, outcomeOf, saveChunk } from './round-matches.ts';
import { rounds } from './schema/rounds.ts';

const SHOWN = {
  state: rounds.state,
  plan: rounds.plan,
  createdAt: rounds.createdAt,
  finishedAt: rounds.finishedAt,
};

/** A failed round can still come to its end, once its dead jobs have been revived. */
const NOT_ENDED: RoundState[] = ['running', 'failed'];

export function sqliteRoundStore(db: Database, clock: () => number): RoundStore {
  const stateOf = (id: string): RoundState => {
    const row = db.select({ state: rounds.state }).from(rounds).where(eq(rounds.id, id)).get();
    if (!row) throw new DomainError('round.not_found', `no round ${id}`);
    return row.state;
  };

  /** Ends a round that has not ended; one that has stays as it is. */
  const end = async (id: string, fields: Partial<typeof rounds.$inferInsert>) =>
    inOneWrite(db, () => {
      stateOf(id);
      db.update(rounds)
        .set({ ...fields, finishedAt: clock() })
        .where(and(eq(rounds.id, id), inArray(rounds.state, NOT_ENDED)))
        .run();
    });

  return {
    create: async (plan, jobs) =>
      inOneWrite(db, () => {
        const now = clock();
        db.insert(rounds)
          .values({ id: plan.id, state: 'running', plan, model: plan.model, createdAt: now })
          .run();
        keepJobs(db, jobs, now);
      }),

    find: async (id) => {
      const row = db.select(SHOWN).from(rounds).where(eq(rounds.id, id)).get();
      return row ? roundOf(row) : null;
    },

    list: async ({ after, limit }) =>
      db
        .select(SHOWN)
        .from(rounds)
        .where(after === undefined ? undefined : gt(rounds.id, after))
        .orderBy(asc(rounds.id))
        .limit(limit)
        .all()
        .map(roundOf),

    saveChunk: async (chunk) =>
      inOneWrite(db, () => {
        if (NOT_ENDED.includes(stateOf(chunk.roundId))) saveChunk(db, chunk);
      }),

    chunks: async (id) => chunksOf(db, id),
    outcome: async (id) => db.transaction(() => outcomeOf(db, id)),
    matches: async (id, query) => matchesOf(db, id, query),
    finish: (id, report) => end(id, { state: 'finished', report }),
    end: (id, state) => end(id, { state }),

    report: async (id) => {
      const row = db.select({ report: rounds.report }).from(rounds).where(eq(rounds.id, id)).get();
      return row?.report ?? null;
    },
  };
}

function roundOf(row: Pick<typeof rounds.$inferSelect, keyof typeof SHOWN>): Round {
  return {
    ...row.plan,
    embedding: row.plan.embedding ?? NO_EMBEDDER,
    model: row.plan.model ?? null,
    state: row.state,
    createdAt: new Date(row.createdAt).toISOString(),
    finishedAt: row.finishedAt === null ? null : new Date(row.finishedAt).toISOString(),
  };
}

/** Matching rounds: the plan, what its chunks bring, the report. */
import { and, asc, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import { noSuchRound } from '../../domain/errors.ts';
import type { RoundPartName, RoundParts, RoundState } from '../../domain/round.ts';
import { type KeptPlan, NOT_ENDED, readableReport, roundOf } from '../rules/round-rules.ts';
import type { RoundStore } from '../store.ts';
import { type Database, inOneWrite } from './connection.ts';
import { keepJobs } from './job-outbox.ts';
import { candidatesOf, chunkOf, chunksOf, matchesOf, modelsOf, saveChunk } from './round-matches.ts';
import { roundParts, rounds } from './schema/rounds.ts';

const STANDING = {
  state: rounds.state,
  createdAt: rounds.createdAt,
  finishedAt: rounds.finishedAt,
};
const SHOWN = { ...STANDING, plan: rounds.plan };

export function sqliteRoundStore(db: Database, clock: () => number): RoundStore {
  const stateOf = (id: string): RoundState => {
    const row = db.select({ state: rounds.state }).from(rounds).where(eq(rounds.id, id)).get();
    if (!row) throw noSuchRound(id);
    return row.state;
  };

  /** The plan that was asked for last: it never changes, is large, and every job of a round asks for it. */
  let last: { readonly id: string; readonly plan: KeptPlan } | null = null;
  const planOf = (id: string): KeptPlan => {
    if (last?.id === id) return last.plan;
    const { plan } = db.select({ plan: rounds.plan }).from(rounds).where(eq(rounds.id, id)).get()!;
    last = { id, plan };
    return plan;
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
      const standing = db.select(STANDING).from(rounds).where(eq(rounds.id, id)).get();
      return standing ? roundOf({ ...standing, plan: planOf(id) }) : null;
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
    chunk: async (id, chunk) => db.transaction(() => chunkOf(db, id, chunk)),
    candidates: async (id, chunk) => candidatesOf(db, id, chunk),
    models: async (id) => modelsOf(db, id),
    savePart: async (id, name, part) =>
      inOneWrite(db, () => {
        if (!NOT_ENDED.includes(stateOf(id))) return;
        db.insert(roundParts)
          .values({ roundId: id, name, part })
          .onConflictDoUpdate({
            target: [roundParts.roundId, roundParts.name],
            set: { part: sql`excluded.part` },
          })
          .run();
      }),
    part: async <Name extends RoundPartName>(id: string, name: Name) => {
      const row = db
        .select({ part: roundParts.part })
        .from(roundParts)
        .where(and(eq(roundParts.roundId, id), eq(roundParts.name, name)))
        .get();
      return (row?.part as RoundParts[Name] | undefined) ?? null;
    },
    parts: async (id) =>
      db
        .select({ name: roundParts.name })
        .from(roundParts)
        .where(eq(roundParts.roundId, id))
        .orderBy(asc(roundParts.name))
        .all()
        .map(({ name }) => name),
    matches: async (id, query) => matchesOf(db, id, query),
    finish: (id, report) => end(id, { state: 'finished', report }),
    end: (id, state) => end(id, { state }),

    report: async (id) => {
      const row = db.select({ report: rounds.report }).from(rounds).where(eq(rounds.id, id)).get();
      return readableReport(row?.report);
    },

    lastFinished: async () => {
      const row = db
        .select(SHOWN)
        .from(rounds)
        .where(eq(rounds.state, 'finished'))
        .orderBy(desc(rounds.finishedAt), desc(rounds.id))
        .limit(1)
        .get();
      return row ? roundOf(row) : null;
    },
  };
}

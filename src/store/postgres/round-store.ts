/** Matching rounds: the plan, what its chunks bring, the report. */
import { and, asc, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import { noSuchRound } from '../../domain/errors.ts';
import type { RoundPartName, RoundParts, RoundState } from '../../domain/round.ts';
import { type KeptPlan, NOT_ENDED, readableReport, roundOf } from '../rules/round-rules.ts';
import type { RoundStore } from '../store.ts';
import { keepJobs } from './job-outbox.ts';
import { candidatesOf, chunkOf, chunksOf, matchesOf, modelsOf, saveChunk } from './round-matches.ts';
import { roundParts, rounds } from './schema/rounds.ts';
import { atOneMoment, type Database, inOneWrite, type Session } from './session.ts';

const STANDING = {
  state: rounds.state,
  createdAt: rounds.createdAt,
  finishedAt: rounds.finishedAt,
};
const SHOWN = { ...STANDING, plan: rounds.plan };

/** Several may bring something to a round at once (`share`), but none while it is being ended (`update`). */
async function holdRound(tx: Session, id: string, mode: 'share' | 'update'): Promise<RoundState> {
  const [row] = await tx.select({ state: rounds.state }).from(rounds).where(eq(rounds.id, id)).for(mode);
  if (!row) throw noSuchRound(id);
  return row.state;
}

export function postgresRoundStore(db: Database, clock: () => number): RoundStore {
  /** The plan that was asked for last: it never changes, is large, and every job of a round asks for it. */
  let last: { readonly id: string; readonly plan: KeptPlan } | null = null;
  const planOf = async (id: string): Promise<KeptPlan> => {
    if (last?.id === id) return last.plan;
    const [kept] = await db.select({ plan: rounds.plan }).from(rounds).where(eq(rounds.id, id));
    if (!kept) throw noSuchRound(id);
    last = { id, plan: kept.plan };
    return kept.plan;
  };

  /** Ends a round that has not ended; one that has stays as it is. */
  const end = (id: string, fields: Partial<typeof rounds.$inferInsert>) =>
    inOneWrite(db, async (tx) => {
      await holdRound(tx, id, 'update');
      await tx
        .update(rounds)
        .set({ ...fields, finishedAt: clock() })
        .where(and(eq(rounds.id, id), inArray(rounds.state, NOT_ENDED)));
    });

  return {
    create: (plan, jobs) =>
      inOneWrite(db, async (tx) => {
        const now = clock();
        await tx
          .insert(rounds)
          .values({ id: plan.id, state: 'running', plan, model: plan.model, createdAt: now });
        await keepJobs(tx, jobs, now);
      }),

    find: async (id) => {
      const [standing] = await db.select(STANDING).from(rounds).where(eq(rounds.id, id));
      return standing ? roundOf({ ...standing, plan: await planOf(id) }) : null;
    },

    list: async ({ after, limit }) => {
      const rows = await db
        .select(SHOWN)
        .from(rounds)
        .where(after === undefined ? undefined : gt(rounds.id, after))
        .orderBy(asc(rounds.id))
        .limit(limit);
      return rows.map(roundOf);
    },

    saveChunk: (chunk) =>
      inOneWrite(db, async (tx) => {
        const state = await holdRound(tx, chunk.roundId, 'share');
        if (NOT_ENDED.includes(state)) await saveChunk(tx, chunk);
      }),

    chunks: (id) => chunksOf(db, id),
    chunk: (id, chunk) => atOneMoment(db, (tx) => chunkOf(tx, id, chunk)),
    candidates: (id, chunk) => candidatesOf(db, id, chunk),
    models: (id) => modelsOf(db, id),
    savePart: (id, name, part) =>
      inOneWrite(db, async (tx) => {
        if (!NOT_ENDED.includes(await holdRound(tx, id, 'share'))) return;
        await tx
          .insert(roundParts)
          .values({ roundId: id, name, part })
          .onConflictDoUpdate({
            target: [roundParts.roundId, roundParts.name],
            set: { part: sql`excluded.part` },
          });
      }),
    part: async <Name extends RoundPartName>(id: string, name: Name) => {
      const [row] = await db
        .select({ part: roundParts.part })
        .from(roundParts)
        .where(and(eq(roundParts.roundId, id), eq(roundParts.name, name)));
      return (row?.part as RoundParts[Name] | undefined) ?? null;
    },
    parts: async (id) => {
      const rows = await db
        .select({ name: roundParts.name })
        .from(roundParts)
        .where(eq(roundParts.roundId, id))
        .orderBy(asc(roundParts.name));
      return rows.map(({ name }) => name);
    },
    matches: (id, query) => matchesOf(db, id, query),
    finish: (id, report) => end(id, { state: 'finished', report }),
    end: (id, state) => end(id, { state }),

    report: async (id) => {
      const [row] = await db.select({ report: rounds.report }).from(rounds).where(eq(rounds.id, id));
      return readableReport(row?.report);
    },

    lastFinished: async () => {
      const [row] = await db
        .select(SHOWN)
        .from(rounds)
        .where(eq(rounds.state, 'finished'))
        .orderBy(desc(rounds.finishedAt), desc(rounds.id))
        .limit(1);
      return row ? roundOf(row) : null;
    },
  };
}

/** The job ledger on SQLite: each method is one immediate transaction, so several processes share one file. */
import { and, asc, count, eq, gt, inArray } from 'drizzle-orm';
import type { JobLedger } from '../../domain/job.ts';
import { jobViewOf, OPEN_STATES } from '../rules/job-rules.ts';
import { type Database, inOneWrite } from './connection.ts';
import { anyDue, claimJobs, nextDue } from './job-claims.ts';
import { buryJob, cancelJob, finishJob, reviveJob } from './job-endings.ts';
import { keepJobs } from './job-outbox.ts';
import { markHandedOver, pendingTrees, takeBack } from './job-trees.ts';
import { inState } from './job-waits.ts';
import { jobs } from './schema/jobs.ts';

export function sqliteJobLedger(db: Database): JobLedger {
  const write = async <T>(work: () => T): Promise<T> => inOneWrite(db, work);
  const ownedBy = (key: string, owner: string) =>
    and(eq(jobs.key, key), eq(jobs.state, 'active'), eq(jobs.owner, owner));

  return {
    request: (requests, now) => write(() => keepJobs(db, requests, now)),
    claim: async (claim) => (anyDue(db, claim) ? write(() => claimJobs(db, claim)) : []),

    heartbeat: (key, owner, leaseMs, now) =>
      write(() => {
        const renewed = db
          .update(jobs)
          .set({ leaseUntil: now + leaseMs, updatedAt: now })
          .where(ownedBy(key, owner))
          .run();
        return renewed.changes > 0;
      }),

    progress: (key, progress, now) =>
      write(() => {
        db.update(jobs)
          .set({ progress, updatedAt: now })
          .where(and(eq(jobs.key, key), inState(...OPEN_STATES)))
          .run();
      }),

    finish: (key, now) => write(() => finishJob(db, key, now)),

    retry: (key, error, runAt, now, owner) =>
      write(() => {
        db.update(jobs)
          .set({ state: 'ready', owner: null, leaseUntil: null, error, runAt, updatedAt: now })
          .where(owner === undefined ? and(eq(jobs.key, key), eq(jobs.state, 'active')) : ownedBy(key, owner))
          .run();
      }),

    bury: (key, error, now, owner) =>
      write(() => {
        if (owner !== undefined && !db.select().from(jobs).where(ownedBy(key, owner)).get()) return;
        buryJob(db, key, error, now);
      }),

    revive: (key, now) => write(() => reviveJob(db, key, now)),
    cancel: (key, now) => write(() => cancelJob(db, key, now)),

    pendingTrees: async (limit, now) => db.transaction(() => pendingTrees(db, limit, now)),
    markHandedOver: (keys, now) => write(() => markHandedOver(db, keys, now)),
    takeBack: (before, now) => write(() => takeBack(db, before, now)),

    find: async (key) => {
      const row = db.select().from(jobs).where(eq(jobs.key, key)).get();
      return row ? jobViewOf(row) : null;
    },

    list: async ({ state, name, after, limit }) =>
      db
        .select()
        .from(jobs)
        .where(
          and(
            state === undefined ? undefined : eq(jobs.state, state),
            name === undefined ? undefined : eq(jobs.name, name),
            after === undefined ? undefined : gt(jobs.key, after),
          ),
        )
        .orderBy(asc(jobs.key))
        .limit(limit)
        .all()
        .map(jobViewOf),

    openCount: async () =>
      db.select({ open: count() }).from(jobs).where(inArray(jobs.state, OPEN_STATES)).get()?.open ?? 0,
    nextDue: async () => nextDue(db),
  };
}

/** The job ledger on PostgreSQL: claims of several machines pass each other by, endings come one after the other. */
import { and, asc, count, eq, gt, inArray } from 'drizzle-orm';
import type { JobLedger } from '../../domain/job.ts';
import { jobViewOf, OPEN_STATES } from '../rules/job-rules.ts';
import { claimJobs, nextDue } from './job-claims.ts';
import { buryJob, cancelJob, finishJob, reviveJob } from './job-endings.ts';
import { holdLedger, keepJobs } from './job-outbox.ts';
import { markHandedOver, pendingTrees, takeBack } from './job-trees.ts';
import { jobs } from './schema/jobs.ts';
import { atOneMoment, type Database, inOneWrite, type Session } from './session.ts';

export function postgresJobLedger(db: Database): JobLedger {
  const alone = <T>(work: (tx: Session) => Promise<T>): Promise<T> =>
    inOneWrite(db, async (tx) => {
      await holdLedger(tx);
      return work(tx);
    });
  const ownedBy = (key: string, owner: string) =>
    and(eq(jobs.key, key), eq(jobs.state, 'active'), eq(jobs.owner, owner));

  return {
    request: (requests, now) => inOneWrite(db, (tx) => keepJobs(tx, requests, now)),
    claim: (claim) => claimJobs(db, claim),

    heartbeat: async (key, owner, leaseMs, now) => {
      const renewed = await db
        .update(jobs)
        .set({ leaseUntil: now + leaseMs, updatedAt: now })
        .where(ownedBy(key, owner));
      return renewed.rowCount === 1;
    },

    progress: async (key, progress, now) => {
      await db
        .update(jobs)
        .set({ progress, updatedAt: now })
        .where(and(eq(jobs.key, key), inArray(jobs.state, OPEN_STATES)));
    },

    finish: (key, now) => finishJob(db, key, now),

    retry: async (key, error, runAt, now, owner) => {
      await db
        .update(jobs)
        .set({ state: 'ready', owner: null, leaseUntil: null, error, runAt, updatedAt: now })
        .where(owner === undefined ? and(eq(jobs.key, key), eq(jobs.state, 'active')) : ownedBy(key, owner));
    },

    bury: (key, error, now, owner) =>
      alone(async (tx) => {
        if (owner !== undefined && !(await holdJob(tx, ownedBy(key, owner)))) return;
        await buryJob(tx, key, error, now);
      }),

    revive: (key, now) => alone((tx) => reviveJob(tx, key, now)),
    cancel: (key, now) => alone((tx) => cancelJob(tx, key, now)),

    pendingTrees: (limit, now) => atOneMoment(db, (tx) => pendingTrees(tx, limit, now)),
    markHandedOver: (keys, now) => alone((tx) => markHandedOver(tx, keys, now)),
    takeBack: (before, now) => alone((tx) => takeBack(tx, before, now)),

    find: async (key) => {
      const [row] = await db.select().from(jobs).where(eq(jobs.key, key));
      return row ? jobViewOf(row) : null;
    },

    list: async ({ state, name, after, limit }) => {
      const rows = await db
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
        .limit(limit);
      return rows.map(jobViewOf);
    },

    openCount: async () => {
      const rows = await db.select({ open: count() }).from(jobs).where(inArray(jobs.state, OPEN_STATES));
      return rows[0]?.open ?? 0;
    },
    nextDue: () => nextDue(db),
  };
}

/** Nobody else can take the job until the transaction ends. */
async function holdJob(tx: Session, condition: ReturnType<typeof and>): Promise<boolean> {
  const rows = await tx.select({ seq: jobs.seq }).from(jobs).where(condition).for('update');
  return rows.length > 0;
}

/** How jobs end and start anew, and what that does to the jobs that wait for them. Call within a transaction. */
import { and, eq, sql } from 'drizzle-orm';
import { NO_LEASE, OPEN_STATES } from '../rules/job-rules.ts';
import type { Database } from './connection.ts';
import { above, childrenOf, HAS_UNDONE_CHILD, inState, parentsOf, WAITING_OR_READY } from './job-waits.ts';
import { jobs } from './schema/jobs.ts';

/** Done: parents whose last child this was become ready. A job that waits or has ended stays as it is. */
export function finishJob(db: Database, key: string, now: number): void {
  const { changes } = db
    .update(jobs)
    .set({ ...NO_LEASE, state: 'done', error: null, updatedAt: now })
    .where(and(eq(jobs.key, key), inState('ready', 'active', 'handed_over')))
    .run();
  if (changes === 0) return;
  db.update(jobs)
    .set({ state: 'ready', runAt: now, updatedAt: now })
    .where(and(inState('waiting'), parentsOf(key), sql`not ${HAS_UNDONE_CHILD}`))
    .run();
}

/** Dead: all that wait for it, directly or through others, can never run and are buried with it. */
export function buryJob(db: Database, key: string, error: string, now: number): void {
  const dead = { ...NO_LEASE, state: 'dead' as const, updatedAt: now };
  const { changes } = db
    .update(jobs)
    .set({ ...dead, error })
    .where(and(eq(jobs.key, key), inState(...OPEN_STATES)))
    .run();
  if (changes === 0) return;
  db.update(jobs)
    .set({ ...dead, error: `waited for ${key}, which failed: ${error}` })
    .where(and(inState(...OPEN_STATES), above(key)))
    .run();
}

/** A dead job starts anew, with the dead or cancelled jobs that it waits for, and the parents buried with it. */
export function reviveJob(db: Database, key: string, now: number): void {
  const job = db.select({ state: jobs.state }).from(jobs).where(eq(jobs.key, key)).get();
  if (job?.state !== 'dead') return;
  reviveBelow(db, key, now);
  reviveAbove(db, key, now);
}

function reviveBelow(db: Database, key: string, now: number): void {
  for (const child of keysOf(db, sql`${childrenOf(key)} and ${inState('dead', 'cancelled')}`)) {
    reviveBelow(db, child, now);
  }
  startAnew(db, key, now);
}

/** A parent stays dead while another of its children is: it could only wait for ever. */
function reviveAbove(db: Database, key: string, now: number): void {
  const HAS_ENDED_CHILD = sql`exists (
    select 1 from job_waits w join jobs child on child.key = w.child_key
    where w.parent_key = ${jobs.key} and child.state in ('dead', 'cancelled'))`;
  for (const parent of keysOf(db, sql`${parentsOf(key)} and ${inState('dead')} and not ${HAS_ENDED_CHILD}`)) {
    startAnew(db, parent, now);
    reviveAbove(db, parent, now);
  }
}

function startAnew(db: Database, key: string, now: number): void {
  db.update(jobs)
    .set({ ...NO_LEASE, state: WAITING_OR_READY, attempts: 0, runAt: now, error: null, updatedAt: now })
    .where(eq(jobs.key, key))
    .run();
}

/**
 * Cancels a job, what it alone waits for, and all that wait for it. A child stays where it was asked for by
 * itself or another open job waits for it. Returns how many were cancelled.
 */
export function cancelJob(db: Database, key: string, now: number): number {
  const { changes } = db
    .update(jobs)
    .set({ ...NO_LEASE, state: 'cancelled', updatedAt: now })
    .where(and(eq(jobs.key, key), inState('dead', ...OPEN_STATES)))
    .run();
  if (changes === 0) return 0;
  const NEEDED_ELSEWHERE = sql`exists (
    select 1 from job_waits w join jobs parent on parent.key = w.parent_key
    where w.child_key = ${jobs.key} and parent.state in ('waiting', 'ready', 'active', 'handed_over'))`;
  const below = keysOf(db, sql`${childrenOf(key)} and not ${jobs.standalone} and not ${NEEDED_ELSEWHERE}`);
  const waiting = keysOf(db, sql`${parentsOf(key)} and ${inState(...OPEN_STATES)}`);
  return [...below, ...waiting].reduce((count, next) => count + cancelJob(db, next, now), 1);
}

function keysOf(db: Database, condition: ReturnType<typeof sql>): string[] {
  return db
    .select({ key: jobs.key })
    .from(jobs)
    .where(condition)
    .orderBy(jobs.seq)
    .all()
    .map((row) => row.key);
}

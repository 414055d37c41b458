/** How jobs end and start anew, and what that does to the jobs that wait for them. Call while holding the ledger. */
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { NO_LEASE, OPEN_STATES } from '../rules/job-rules.ts';
import { HOLD_LEDGER } from './job-outbox.ts';
import { above, childrenOf, HAS_UNDONE_CHILD, parentsOf, WAITING_OR_READY } from './job-waits.ts';
import { jobs } from './schema/jobs.ts';
import { type Database, inOneMessage, type Session } from './session.ts';

/**
 * Done: parents whose last child this was become ready. A job that waits or has ended stays as it is. All in one
 * message, which the server runs as one transaction: every job ends so, and a process that computes between two
 * statements would hold up the others.
 */
export async function finishJob(db: Database, key: string, now: number): Promise<void> {
  const done = db
    .update(jobs)
    .set({ ...NO_LEASE, state: 'done', error: null, updatedAt: now })
    .where(and(eq(jobs.key, key), inArray(jobs.state, ['ready', 'active', 'handed_over'])));
  const parents = db
    .update(jobs)
    .set({ state: 'ready', runAt: now, updatedAt: now })
    .where(and(eq(jobs.state, 'waiting'), parentsOf(key), sql`not ${HAS_UNDONE_CHILD}`));
  await inOneMessage(db, [HOLD_LEDGER, done.getSQL(), parents.getSQL()]);
}

/** Dead: all that wait for it, directly or through others, can never run and are buried with it. */
export async function buryJob(tx: Session, key: string, error: string, now: number): Promise<void> {
  const dead = { ...NO_LEASE, state: 'dead' as const, updatedAt: now };
  const { rowCount } = await tx
    .update(jobs)
    .set({ ...dead, error })
    .where(and(eq(jobs.key, key), inArray(jobs.state, OPEN_STATES)));
  if (rowCount === 0) return;
  await tx
    .update(jobs)
    .set({ ...dead, error: `waited for ${key}, which failed: ${error}` })
    .where(and(inArray(jobs.state, OPEN_STATES), above(key)));
}

/** A dead job starts anew, with the dead or cancelled jobs that it waits for, and the parents buried with it. */
export async function reviveJob(tx: Session, key: string, now: number): Promise<void> {
  const [job] = await tx.select({ state: jobs.state }).from(jobs).where(eq(jobs.key, key));
  if (job?.state !== 'dead') return;
  await reviveBelow(tx, key, now);
  await reviveAbove(tx, key, now);
}

async function reviveBelow(tx: Session, key: string, now: number): Promise<void> {
  const ended = and(childrenOf(key), inArray(jobs.state, ['dead', 'cancelled']));
  for (const child of await keysOf(tx, ended)) await reviveBelow(tx, child, now);
  await startAnew(tx, key, now);
}

/** A parent stays dead while another of its children is: it could only wait for ever. */
async function reviveAbove(tx: Session, key: string, now: number): Promise<void> {
  const HAS_ENDED_CHILD = sql`exists (
    select 1 from job_waits w join jobs child on child.key = w.child_key
    where w.parent_key = ${jobs.key} and child.state in ('dead', 'cancelled'))`;
  const free = and(parentsOf(key), eq(jobs.state, 'dead'), sql`not ${HAS_ENDED_CHILD}`);
  for (const parent of await keysOf(tx, free)) {
    await startAnew(tx, parent, now);
    await reviveAbove(tx, parent, now);
  }
}

async function startAnew(tx: Session, key: string, now: number): Promise<void> {
  await tx
    .update(jobs)
    .set({ ...NO_LEASE, state: WAITING_OR_READY, attempts: 0, runAt: now, error: null, updatedAt: now })
    .where(eq(jobs.key, key));
}

/**
 * Cancels a job, what it alone waits for, and all that wait for it. A child stays where it was asked for by
 * itself or another open job waits for it. Returns how many were cancelled.
 */
export async function cancelJob(tx: Session, key: string, now: number): Promise<number> {
  const { rowCount } = await tx
    .update(jobs)
    .set({ ...NO_LEASE, state: 'cancelled', updatedAt: now })
    .where(and(eq(jobs.key, key), inArray(jobs.state, ['dead', ...OPEN_STATES])));
  if (rowCount === 0) return 0;
  const NEEDED_ELSEWHERE = sql`exists (
    select 1 from job_waits w join jobs parent on parent.key = w.parent_key
    where w.child_key = ${jobs.key} and parent.state in ('waiting', 'ready', 'active', 'handed_over'))`;
  const below = await keysOf(
    tx,
    and(childrenOf(key), eq(jobs.standalone, false), sql`not ${NEEDED_ELSEWHERE}`),
  );
  const waiting = await keysOf(tx, and(parentsOf(key), inArray(jobs.state, OPEN_STATES)));
  let cancelled = 1;
  for (const next of [...below, ...waiting]) cancelled += await cancelJob(tx, next, now);
  return cancelled;
}

async function keysOf(tx: Session, condition: SQL | undefined): Promise<string[]> {
  const rows = await tx.select({ key: jobs.key }).from(jobs).where(condition).orderBy(jobs.seq);
  return rows.map(({ key }) => key);
}

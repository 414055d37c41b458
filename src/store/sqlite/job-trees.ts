/** The ledger as the outbox of an outside queue: trees that it does not have yet, and what it was given. */
import { and, eq, inArray, lt, lte, ne, sql } from 'drizzle-orm';
import type { JobRequest } from '../../domain/job.ts';
import { PENDING_STATES } from '../rules/job-rules.ts';
import type { Database } from './connection.ts';
import { childrenOf, inState, selfAndBelow, WAITING_OR_READY } from './job-waits.ts';
import { jobs } from './schema/jobs.ts';

type JobRow = typeof jobs.$inferSelect;

/** Topmost pending jobs; what hangs below them comes with them. */
export function pendingTrees(db: Database, limit: number, now: number): JobRequest[] {
  const HAS_PENDING_PARENT = sql`exists (
    select 1 from job_waits w join jobs parent on parent.key = w.parent_key
    where w.child_key = ${jobs.key} and parent.state in ('waiting', 'ready'))`;
  const roots = db
    .select()
    .from(jobs)
    .where(and(inArray(jobs.state, PENDING_STATES), lte(jobs.runAt, now), sql`not ${HAS_PENDING_PARENT}`))
    .orderBy(jobs.seq)
    .limit(limit)
    .all();
  return roots.map((root) => treeOf(db, root));
}

/** Children that are done are left out; those with the queue already stay in, since the parent waits for them. */
function treeOf(db: Database, { key, name, payload, maxAttempts, state }: JobRow): JobRequest {
  const request = { key, name, payload, maxAttempts };
  if (state !== 'waiting') return request;
  const children = db
    .select()
    .from(jobs)
    .where(and(childrenOf(key), ne(jobs.state, 'done')))
    .orderBy(jobs.seq)
    .all();
  return { ...request, after: children.map((child) => treeOf(db, child)) };
}

/** With each key goes all that hangs below it. */
export function markHandedOver(db: Database, keys: readonly string[], now: number): void {
  for (const key of keys) {
    db.update(jobs)
      .set({ state: 'handed_over', handedOverAt: now, updatedAt: now })
      .where(and(inState(...PENDING_STATES), selfAndBelow(key)))
      .run();
  }
}

export function takeBack(db: Database, before: number, now: number): number {
  return db
    .update(jobs)
    .set({ state: WAITING_OR_READY, handedOverAt: null, runAt: now, updatedAt: now })
    .where(and(eq(jobs.state, 'handed_over'), lt(jobs.handedOverAt, before)))
    .run().changes;
}

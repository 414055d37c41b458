/** The ledger as the outbox of an outside queue: trees that it does not have yet, and what it was given. */
import { and, eq, inArray, lt, lte, ne, sql } from 'drizzle-orm';
import type { JobRequest } from '../../domain/job.ts';
import { PENDING_STATES } from '../rules/job-rules.ts';
import { childrenOf, selfAndBelow, WAITING_OR_READY } from './job-waits.ts';
import { jobs } from './schema/jobs.ts';
import type { Session } from './session.ts';

type JobRow = typeof jobs.$inferSelect;

/** Topmost pending jobs; what hangs below them comes with them. Call within a transaction of one moment. */
export async function pendingTrees(tx: Session, limit: number, now: number): Promise<JobRequest[]> {
  const HAS_PENDING_PARENT = sql`exists (
    select 1 from job_waits w join jobs parent on parent.key = w.parent_key
    where w.child_key = ${jobs.key} and parent.state in ('waiting', 'ready'))`;
  const roots = await tx
    .select()
    .from(jobs)
    .where(and(inArray(jobs.state, PENDING_STATES), lte(jobs.runAt, now), sql`not ${HAS_PENDING_PARENT}`))
    .orderBy(jobs.seq)
    .limit(limit);
  const trees: JobRequest[] = [];
  for (const root of roots) trees.push(await treeOf(tx, root));
  return trees;
}

/** Children that are done are left out; those with the queue already stay in, since the parent waits for them. */
async function treeOf(tx: Session, { key, name, payload, maxAttempts, state }: JobRow): Promise<JobRequest> {
  const request = { key, name, payload, maxAttempts };
  if (state !== 'waiting') return request;
  const children = await tx
    .select()
    .from(jobs)
    .where(and(childrenOf(key), ne(jobs.state, 'done')))
    .orderBy(jobs.seq);
  const after: JobRequest[] = [];
  for (const child of children) after.push(await treeOf(tx, child));
  return { ...request, after };
}

/** With each key goes all that hangs below it. */
export async function markHandedOver(tx: Session, keys: readonly string[], now: number): Promise<void> {
  for (const key of keys) {
    await tx
      .update(jobs)
      .set({ state: 'handed_over', handedOverAt: now, updatedAt: now })
      .where(and(inArray(jobs.state, PENDING_STATES), selfAndBelow(key)));
  }
}

export async function takeBack(tx: Session, before: number, now: number): Promise<number> {
  const { rowCount } = await tx
    .update(jobs)
    .set({ state: WAITING_OR_READY, handedOverAt: null, runAt: now, updatedAt: now })
    .where(and(eq(jobs.state, 'handed_over'), lt(jobs.handedOverAt, before)));
  return rowCount ?? 0;
}

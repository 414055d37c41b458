/** Keeps requested jobs inside the write that they follow from. Call within a transaction. */
import { and, eq, sql } from 'drizzle-orm';
import type { JobRequest } from '../../domain/job.ts';
import { freshRow, hasTwoParents, waitsForItself } from '../rules/job-rules.ts';
import { secondParent, selfAndBelow, WAITING_OR_READY } from './job-waits.ts';
import { jobs, jobWaits } from './schema/jobs.ts';
import type { Session } from './session.ts';

/** Any number will do that no other lock of the database has. */
const LEDGER = 7_214_002;

/**
 * Who changes what jobs wait for, or ends jobs that others may wait for, does so alone until the transaction ends: of
 * two children that end at once each would else take the other for undone, and nobody would start the parent. Take it
 * after all other locks of a write.
 */
export const HOLD_LEDGER = sql`select pg_advisory_xact_lock(${LEDGER})`;

export async function holdLedger(tx: Session): Promise<void> {
  await tx.execute(HOLD_LEDGER);
}

/**
 * A key that is kept already changes nothing, its `after` included, unless that job is dead or cancelled:
 * then it starts anew as requested. Throws where a job would wait for itself, and where one would be waited for by two
 * jobs of one tree.
 */
export async function keepJobs(tx: Session, requests: readonly JobRequest[], now: number): Promise<void> {
  if (requests.length === 0) return;
  await holdLedger(tx);
  for (const request of requests) {
    await keepTree(tx, request, true, now);
    if (request.after?.length) await refuseSecondParents(tx, request.key);
  }
}

/** Looks at all trees that the job is in, from their roots: a job that is done is in none, as nobody waits for it. */
async function refuseSecondParents(tx: Session, key: string): Promise<void> {
  const { rows } = await tx.execute<{ key: string }>(secondParent(key));
  if (rows[0]) throw hasTwoParents(rows[0].key);
}

async function keepTree(tx: Session, request: JobRequest, standalone: boolean, now: number): Promise<void> {
  const [kept] = await tx
    .select({ state: jobs.state, standalone: jobs.standalone })
    .from(jobs)
    .where(eq(jobs.key, request.key));
  if (kept && kept.state !== 'dead' && kept.state !== 'cancelled') {
    if (standalone && !kept.standalone)
      await tx.update(jobs).set({ standalone }).where(eq(jobs.key, request.key));
    return;
  }
  if (kept) await tx.delete(jobWaits).where(eq(jobWaits.parentKey, request.key));
  const fresh = freshRow(request, standalone || (kept?.standalone ?? false), now);
  await tx
    .insert(jobs)
    .values({ ...fresh, key: request.key, createdAt: now })
    .onConflictDoUpdate({ target: jobs.key, set: fresh });
  if (!request.after?.length) return;
  for (const child of request.after) {
    await keepTree(tx, child, false, now);
    await letWait(tx, request.key, child.key);
  }
  await tx.update(jobs).set({ state: WAITING_OR_READY }).where(eq(jobs.key, request.key));
}

async function letWait(tx: Session, parentKey: string, childKey: string): Promise<void> {
  const circle = await tx
    .select({ key: jobs.key })
    .from(jobs)
    .where(and(eq(jobs.key, parentKey), selfAndBelow(childKey)));
  if (circle.length > 0) throw waitsForItself(parentKey, childKey);
  await tx.insert(jobWaits).values({ parentKey, childKey }).onConflictDoNothing();
}

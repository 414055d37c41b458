/** Keeps requested jobs inside the write that they follow from. Call within a transaction. */
import { and, eq } from 'drizzle-orm';
import type { JobRequest } from '../../domain/job.ts';
import type { Database } from './connection.ts';
import { selfAndBelow, WAITING_OR_READY } from './job-waits.ts';
import { jobs, jobWaits } from './schema/jobs.ts';

/**
 * A key that is kept already changes nothing, its `after` included, unless that job is dead or cancelled:
 * then it starts anew as requested. Throws where a job would wait for itself.
 */
export function keepJobs(db: Database, requests: readonly JobRequest[], now: number): void {
  for (const request of requests) keepTree(db, request, true, now);
}

function keepTree(db: Database, request: JobRequest, standalone: boolean, now: number): void {
  const kept = db.select().from(jobs).where(eq(jobs.key, request.key)).get();
  if (kept && kept.state !== 'dead' && kept.state !== 'cancelled') {
    if (standalone) db.update(jobs).set({ standalone }).where(eq(jobs.key, request.key)).run();
    return;
  }
  if (kept) db.delete(jobWaits).where(eq(jobWaits.parentKey, request.key)).run();
  upsert(db, request, standalone || (kept?.standalone ?? false), now);
  if (!request.after?.length) return;
  for (const child of request.after) {
    keepTree(db, child, false, now);
    letWait(db, request.key, child.key);
  }
  db.update(jobs).set({ state: WAITING_OR_READY }).where(eq(jobs.key, request.key)).run();
}

function upsert(db: Database, request: JobRequest, standalone: boolean, now: number): void {
  const fresh = {
    name: request.name,
    payload: request.payload,
    state: 'ready' as const,
    standalone,
    attempts: 0,
    maxAttempts: request.maxAttempts,
    runAt: now,
    owner: null,
    leaseUntil: null,
    handedOverAt: null,
    progress: null,
    error: null,
    updatedAt: now,
  };
  db.insert(jobs)
    .values({ ...fresh, key: request.key, createdAt: now })
    .onConflictDoUpdate({ target: jobs.key, set: fresh })
    .run();
}

function letWait(db: Database, parentKey: string, childKey: string): void {
  const circle = db
    .select({ key: jobs.key })
    .from(jobs)
    .where(and(eq(jobs.key, parentKey), selfAndBelow(childKey)))
    .get();
  if (circle) throw new Error(`job ${parentKey} would wait for itself through ${childKey}`);
  db.insert(jobWaits).values({ parentKey, childKey }).onConflictDoNothing().run();
}

/** Keeps requested jobs inside the write that they follow from. Call within a transaction. */
import { and, eq } from 'drizzle-orm';
import type { JobRequest } from '../../domain/job.ts';
import { freshRow, hasTwoParents, waitsForItself } from '../rules/job-rules.ts';
import type { Database } from './connection.ts';
import { secondParent, selfAndBelow, WAITING_OR_READY } from './job-waits.ts';
import { jobs, jobWaits } from './schema/jobs.ts';

/**
 * A key that is kept already changes nothing, its `after` included, unless that job is dead or cancelled:
 * then it starts anew as requested. Throws where a job would wait for itself, and where one would be waited for by two
 * jobs of one tree.
 */
export function keepJobs(db: Database, requests: readonly JobRequest[], now: number): void {
  for (const request of requests) {
    keepTree(db, request, true, now);
    if (request.after?.length) refuseSecondParents(db, request.key);
  }
}

/** Looks at all trees that the job is in, from their roots: a job that is done is in none, as nobody waits for it. */
function refuseSecondParents(db: Database, key: string): void {
  const twice = db.get<{ key: string }>(secondParent(key));
  if (twice) throw hasTwoParents(twice.key);
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
  const fresh = freshRow(request, standalone, now);
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
  if (circle) throw waitsForItself(parentKey, childKey);
  db.insert(jobWaits).values({ parentKey, childKey }).onConflictDoNothing().run();
}

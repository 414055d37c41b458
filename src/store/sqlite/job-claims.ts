/** Leasing runnable jobs to an owner. Call within a transaction. */
import { and, eq, gte, inArray, lte, type SQL, sql } from 'drizzle-orm';
import type { ClaimedJob } from '../../domain/job.ts';
import type { Database } from './connection.ts';
import { buryJob } from './job-endings.ts';
import { jobs } from './schema/jobs.ts';

const isReady = (now: number) => and(eq(jobs.state, 'ready'), lte(jobs.runAt, now));
const isAbandoned = (now: number) => and(eq(jobs.state, 'active'), lte(jobs.leaseUntil, now));

/** A look without the write lock, so that idle pollers do not hold up writers. */
export function anyDue(db: Database, now: number): boolean {
  return due(db, now, 1).length > 0;
}

/** Oldest first. Two statements, as each can then walk the index in order; the active jobs are few. */
function due(db: Database, now: number, limit: number) {
  const oldest = (condition: SQL | undefined) =>
    db.select().from(jobs).where(condition).orderBy(jobs.seq).limit(limit).all();
  return [...oldest(isReady(now)), ...oldest(isAbandoned(now))].sort((a, b) => a.seq - b.seq).slice(0, limit);
}

export interface Claim {
  readonly owner: string;
  readonly limit: number;
  readonly leaseMs: number;
  readonly now: number;
}

export function claimJobs(db: Database, { owner, limit, leaseMs, now }: Claim): ClaimedJob[] {
  buryExhausted(db, now);
  const claimed = due(db, now, limit);
  db.update(jobs)
    .set({
      state: 'active',
      owner,
      leaseUntil: now + leaseMs,
      attempts: sql`${jobs.attempts} + 1`,
      updatedAt: now,
    })
    .where(
      inArray(
        jobs.seq,
        claimed.map((job) => job.seq),
      ),
    )
    .run();
  return claimed.map(({ key, name, payload, attempts, maxAttempts }) => ({
    key,
    name,
    payload,
    attempt: attempts + 1,
    maxAttempts,
  }));
}

/** A job that takes its process down with it must not do so for ever. */
function buryExhausted(db: Database, now: number): void {
  const exhausted = db
    .select({ key: jobs.key, attempts: jobs.attempts })
    .from(jobs)
    .where(and(isAbandoned(now), gte(jobs.attempts, jobs.maxAttempts)))
    .all();
  for (const { key, attempts } of exhausted) {
    buryJob(db, key, `lease ended without a word from its owner; all ${attempts} attempts are used up`, now);
  }
}

/** Earliest time at which a ready job may run or a lease ends. */
export function nextDue(db: Database): number | null {
  const row = db
    .select({
      at: sql<
        number | null
      >`min(case ${jobs.state} when 'ready' then ${jobs.runAt} else ${jobs.leaseUntil} end)`,
    })
    .from(jobs)
    .where(inArray(jobs.state, ['ready', 'active']))
    .get();
  return row?.at ?? null;
}

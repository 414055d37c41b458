/** Leasing runnable jobs to an owner. Call within a transaction. */
import { and, eq, gte, inArray, lte, notInArray, type SQL, sql } from 'drizzle-orm';
import type { Claim, ClaimedJob } from '../../domain/job.ts';
import type { Database } from './connection.ts';
import { buryJob } from './job-endings.ts';
import { jobs } from './schema/jobs.ts';

const isReady = (now: number) => and(eq(jobs.state, 'ready'), lte(jobs.runAt, now));
const isAbandoned = (now: number) => and(eq(jobs.state, 'active'), lte(jobs.leaseUntil, now));

/** A look without the write lock, so that idle pollers do not hold up writers. */
export function anyDue(db: Database, { now, except = [] }: Claim): boolean {
  return due(db, { now, limit: 1, except }).length > 0;
}

/** Oldest first. Two statements, as each can then walk the index in order; the active jobs are few. */
function due(
  db: Database,
  { now, limit, except }: { now: number; limit: number; except: readonly string[] },
) {
  const wanted = except.length === 0 ? undefined : notInArray(jobs.name, [...except]);
  const oldest = (condition: SQL | undefined) =>
    db.select().from(jobs).where(and(condition, wanted)).orderBy(jobs.seq).limit(limit).all();
  return [...oldest(isReady(now)), ...oldest(isAbandoned(now))].sort((a, b) => a.seq - b.seq).slice(0, limit);
}

export function claimJobs(db: Database, { owner, limit, leaseMs, now, except = [] }: Claim): ClaimedJob[] {
  buryExhausted(db, now);
  const claimed = due(db, { now, limit, except });
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

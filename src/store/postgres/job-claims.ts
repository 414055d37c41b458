/** Leasing runnable jobs to an owner. Rows that another claim has at hand are passed over, not waited for. */
import { and, asc, eq, gte, lt, lte, notInArray, type SQL, sql } from 'drizzle-orm';
import type { Claim, ClaimedJob } from '../../domain/job.ts';
import { buryJob } from './job-endings.ts';
import { holdLedger } from './job-outbox.ts';
import { jobs } from './schema/jobs.ts';
import { type Database, inOneWrite, type Session } from './session.ts';

const isReady = (now: number) => and(eq(jobs.state, 'ready'), lte(jobs.runAt, now));
const leaseEnded = (now: number) => and(eq(jobs.state, 'active'), lte(jobs.leaseUntil, now));
const isAbandoned = (now: number) => and(leaseEnded(now), lt(jobs.attempts, jobs.maxAttempts));
const isExhausted = (now: number) => and(leaseEnded(now), gte(jobs.attempts, jobs.maxAttempts));

const wanted = (except: readonly string[]) =>
  except.length === 0 ? undefined : notInArray(jobs.name, [...except]);

/** Idle pollers are the rule: a look, and a write only where there is something to take. */
export async function claimJobs(db: Database, claim: Claim): Promise<ClaimedJob[]> {
  const { due, exhausted } = await look(db, claim);
  if (exhausted) await inOneWrite(db, (tx) => buryExhausted(tx, claim.now));
  return due ? take(db, claim) : [];
}

async function look(
  db: Database,
  { now, except = [] }: Claim,
): Promise<{ due: boolean; exhausted: boolean }> {
  const some = (condition: SQL | undefined) => sql`exists (select 1 from ${jobs} where ${condition})`;
  const { rows } = await db.execute<{ due: boolean; exhausted: boolean }>(
    sql`select ${some(and(isReady(now), wanted(except)))} or ${some(and(isAbandoned(now), wanted(except)))} as due, ${some(isExhausted(now))} as exhausted`,
  );
  return rows[0] ?? { due: false, exhausted: false };
}

/** One statement. What is due is looked for once, as a list: a join might look again and lock others. */
async function take(db: Database, { owner, limit, leaseMs, now, except = [] }: Claim): Promise<ClaimedJob[]> {
  const claimed = await db
    .update(jobs)
    .set({
      state: 'active',
      owner,
      leaseUntil: now + leaseMs,
      attempts: sql`${jobs.attempts} + 1`,
      updatedAt: now,
    })
    .where(
      sql`${jobs.seq} = any(array(
        with ready as materialized (${free(db, and(isReady(now), wanted(except)), limit)}),
          abandoned as materialized (${free(db, and(isAbandoned(now), wanted(except)), limit)})
        select seq from (select seq from ready union all select seq from abandoned) as due
        order by seq limit ${limit}))`,
    )
    .returning();
  return claimed
    .sort((a, b) => a.seq - b.seq)
    .map(({ key, name, payload, attempts, maxAttempts }) => ({
      key,
      name,
      payload,
      attempt: attempts,
      maxAttempts,
    }));
}

/** Oldest first, and this statement's; two, as each can then walk its index in order. */
function free(db: Database, condition: SQL | undefined, limit: number) {
  return db
    .select({ seq: jobs.seq })
    .from(jobs)
    .where(condition)
    .orderBy(asc(jobs.seq))
    .limit(limit)
    .for('update', { skipLocked: true });
}

/** A job that takes its process down with it must not do so for ever. */
async function buryExhausted(tx: Session, now: number): Promise<void> {
  await holdLedger(tx);
  const exhausted = await tx
    .select({ key: jobs.key, attempts: jobs.attempts })
    .from(jobs)
    .where(isExhausted(now))
    .orderBy(asc(jobs.seq))
    .for('update');
  for (const { key, attempts } of exhausted) {
    const error = `lease ended without a word from its owner; all ${attempts} attempts are used up`;
    await buryJob(tx, key, error, now);
  }
}

/** Earliest time at which a ready job may run or a lease ends. */
export async function nextDue(session: Session): Promise<number | null> {
  const { rows } = await session.execute<{ at: string | null }>(
    sql`select least(
      (select min(${jobs.runAt}) from ${jobs} where ${jobs.state} = 'ready'),
      (select min(${jobs.leaseUntil}) from ${jobs} where ${jobs.state} = 'active')) as at`,
  );
  const at = rows[0]?.at ?? null;
  return at === null ? null : Number(at);
}

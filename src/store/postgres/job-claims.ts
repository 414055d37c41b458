/** Leasing runnable jobs to an owner. Rows that another claim has at hand are passed over, not waited for. */
import { and, asc, eq, gte, inArray, lte, type SQL, sql } from 'drizzle-orm';
import type { ClaimedJob } from '../../domain/job.ts';
import { buryJob } from './job-endings.ts';
import { holdLedger } from './job-outbox.ts';
import { jobs } from './schema/jobs.ts';
import type { Session } from './session.ts';

const isReady = (now: number) => and(eq(jobs.state, 'ready'), lte(jobs.runAt, now));
const isAbandoned = (now: number) => and(eq(jobs.state, 'active'), lte(jobs.leaseUntil, now));
const isExhausted = (now: number) => and(isAbandoned(now), gte(jobs.attempts, jobs.maxAttempts));

/** A look without a transaction: idle pollers are the rule. */
export async function anyDue(session: Session, now: number): Promise<boolean> {
  const { rows } = await session.execute<{ due: boolean }>(
    sql`select exists (select 1 from ${jobs} where ${isReady(now)})
      or exists (select 1 from ${jobs} where ${isAbandoned(now)}) as due`,
  );
  return rows[0]?.due ?? false;
}

export interface Claim {
  readonly owner: string;
  readonly limit: number;
  readonly leaseMs: number;
  readonly now: number;
}

export async function claimJobs(tx: Session, { owner, limit, leaseMs, now }: Claim): Promise<ClaimedJob[]> {
  await buryExhausted(tx, now);
  const due = [...(await free(tx, isReady(now), limit)), ...(await free(tx, isAbandoned(now), limit))]
    .sort((a, b) => a.seq - b.seq)
    .slice(0, limit);
  if (due.length === 0) return [];
  const claimed = await tx
    .update(jobs)
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
        due.map(({ seq }) => seq),
      ),
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

/** Oldest first, and this transaction's until it ends. */
function free(tx: Session, condition: SQL | undefined, limit: number) {
  return tx
    .select({ seq: jobs.seq })
    .from(jobs)
    .where(condition)
    .orderBy(asc(jobs.seq))
    .limit(limit)
    .for('update', { skipLocked: true });
}

/** A job that takes its process down with it must not do so for ever. */
async function buryExhausted(tx: Session, now: number): Promise<void> {
  const some = await tx.select({ seq: jobs.seq }).from(jobs).where(isExhausted(now)).limit(1);
  if (some.length === 0) return;
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

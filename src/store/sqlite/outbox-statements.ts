/**
 * The statements that keep a job, compiled once for each connection: a round has thousands of jobs, and the thread that
 * keeps them answers requests.
 */
import { and, eq, sql } from 'drizzle-orm';
import { FRESH } from '../rules/job-rules.ts';
import type { Database } from './connection.ts';
import { selfAndBelow, WAITING_OR_READY } from './job-waits.ts';
import { jobs, jobWaits } from './schema/jobs.ts';

export type OutboxStatements = ReturnType<typeof compile>;

const compiled = new WeakMap<Database, OutboxStatements>();

export function outboxStatements(db: Database): OutboxStatements {
  const statements = compiled.get(db) ?? compile(db);
  compiled.set(db, statements);
  return statements;
}

function compile(db: Database) {
  const { placeholder } = sql;
  const ofKey = eq(jobs.key, placeholder('key'));
  return {
    kept: db.select({ state: jobs.state, standalone: jobs.standalone }).from(jobs).where(ofKey).prepare(),
    /** Whether it is there or not, it begins anew. */
    begin: db
      .insert(jobs)
      .values({
        ...FRESH,
        key: placeholder('key'),
        name: placeholder('name'),
        payload: placeholder('payload'),
        standalone: placeholder('standalone'),
        maxAttempts: placeholder('maxAttempts'),
        runAt: placeholder('now'),
        createdAt: placeholder('now'),
        updatedAt: placeholder('now'),
      })
      .onConflictDoUpdate({
        target: jobs.key,
        set: {
          ...FRESH,
          name: sql`excluded.name`,
          payload: sql`excluded.payload`,
          standalone: sql`excluded.standalone`,
          maxAttempts: sql`excluded.max_attempts`,
          runAt: sql`excluded.run_at`,
          updatedAt: sql`excluded.updated_at`,
        },
      })
      .prepare(),
    makeStandalone: db.update(jobs).set({ standalone: true }).where(ofKey).prepare(),
    forgetWaits: db
      .delete(jobWaits)
      .where(eq(jobWaits.parentKey, placeholder('key')))
      .prepare(),
    letWait: db
      .insert(jobWaits)
      .values({ parentKey: placeholder('parent'), childKey: placeholder('child') })
      .onConflictDoNothing()
      .prepare(),
    /** The parent, where the child waits for it. */
    circle: db
      .select({ key: jobs.key })
      .from(jobs)
      .where(and(eq(jobs.key, placeholder('parent')), selfAndBelow(placeholder('child'))))
      .prepare(),
    waitOrBeReady: db.update(jobs).set({ state: WAITING_OR_READY }).where(ofKey).prepare(),
  };
}

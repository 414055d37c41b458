/** Tables of the job ledger (outbox and embedded queue in one). Times are milliseconds since 1970. */
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { JobProgress, JobState } from '../../../domain/job.ts';

export const jobs = sqliteTable(
  'jobs',
  {
    /** Order of arrival: oldest first. */
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    key: text('key').notNull().unique(),
    name: text('name').notNull(),
    payload: text('payload', { mode: 'json' }).$type<unknown>().notNull(),
    state: text('state').$type<JobState>().notNull(),
    /** Asked for by itself, not only as something that another job waits for. */
    standalone: integer('standalone', { mode: 'boolean' }).notNull(),
    attempts: integer('attempts').notNull(),
    maxAttempts: integer('max_attempts').notNull(),
    runAt: integer('run_at').notNull(),
    owner: text('owner'),
    leaseUntil: integer('lease_until'),
    handedOverAt: integer('handed_over_at'),
    progress: text('progress', { mode: 'json' }).$type<JobProgress>(),
    error: text('error'),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [
    // A claim walks the ready jobs in order and stops at its limit, however many there are.
    index('jobs_by_state').on(table.state, table.seq),
  ],
);

/** Which job waits for which. A job can be waited for by several: an analysis that two rounds need. */
export const jobWaits = sqliteTable(
  'job_waits',
  {
    parentKey: text('parent_key')
      .notNull()
      .references(() => jobs.key),
    childKey: text('child_key')
      .notNull()
      .references(() => jobs.key),
  },
  (table) => [
    primaryKey({ columns: [table.parentKey, table.childKey] }),
    index('job_waits_by_child').on(table.childKey),
  ],
);

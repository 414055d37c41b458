/** Tables of the job ledger (outbox and embedded queue in one). */
import { sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import type { JobProgress, JobState } from '../../../domain/job.ts';
import { json, plainText, time } from './columns.ts';

export const jobs = pgTable(
  'jobs',
  {
    /** Order of arrival: oldest first. */
    seq: bigint('seq', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    key: plainText('key').notNull().unique(),
    name: plainText('name').notNull(),
    payload: json<unknown>('payload').notNull(),
    state: plainText('state').$type<JobState>().notNull(),
    /** Asked for by itself, not only as something that another job waits for. */
    standalone: boolean('standalone').notNull(),
    attempts: integer('attempts').notNull(),
    maxAttempts: integer('max_attempts').notNull(),
    runAt: time('run_at').notNull(),
    owner: plainText('owner'),
    leaseUntil: time('lease_until'),
    handedOverAt: time('handed_over_at'),
    progress: json<JobProgress>('progress'),
    error: plainText('error'),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [
    // A claim walks the ready jobs in order and stops at its limit, however many there are.
    index('jobs_by_state').on(table.state, table.seq),
    index('jobs_by_lease').on(table.leaseUntil).where(sql`state = 'active'`),
  ],
);

/** Which job waits for which. A job can be waited for by several: an analysis that two rounds need. */
export const jobWaits = pgTable(
  'job_waits',
  {
    parentKey: plainText('parent_key')
      .notNull()
      .references(() => jobs.key),
    childKey: plainText('child_key')
      .notNull()
      .references(() => jobs.key),
  },
  (table) => [
    primaryKey({ columns: [table.parentKey, table.childKey] }),
    index('job_waits_by_child').on(table.childKey),
  ],
);

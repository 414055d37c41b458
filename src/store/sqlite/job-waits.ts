/** What jobs wait for, as SQL: the same few conditions stand in every statement of the ledger. */
import { inArray, type Placeholder, sql } from 'drizzle-orm';
import type { JobState } from '../../domain/job.ts';
import { jobs } from './schema/jobs.ts';

/**
 * For statements that name jobs by key as well. The plus keeps SQLite from walking all jobs of a state
 * (1.4 ms for each finished job, with 10,000 waiting) where looking up the few keys is enough.
 */
export const inState = (...states: JobState[]) => inArray(sql`+${jobs.state}`, states);

/** Whether the job of this row waits for a job that is not done. */
export const HAS_UNDONE_CHILD = sql`exists (
  select 1 from job_waits w join jobs child on child.key = w.child_key
  where w.parent_key = ${jobs.key} and child.state <> 'done')`;

/** The state of a job that is to run: at once, or when its children are done. */
export const WAITING_OR_READY = sql`case when ${HAS_UNDONE_CHILD} then 'waiting' else 'ready' end`;

/** Keys of the direct children of a job. */
export function childrenOf(key: string) {
  return sql`${jobs.key} in (select child_key from job_waits where parent_key = ${key})`;
}

/** Keys of the direct parents of a job. */
export function parentsOf(key: string) {
  return sql`${jobs.key} in (select parent_key from job_waits where child_key = ${key})`;
}

/** The jobs that wait for a job, directly or through others. */
export function above(key: string) {
  return sql`${jobs.key} in (
    with recursive above(key) as (
      select parent_key from job_waits where child_key = ${key}
      union select w.parent_key from job_waits w join above on w.child_key = above.key)
    select key from above)`;
}

/** The job itself and all that it waits for, directly or through others. */
export function selfAndBelow(key: string | Placeholder) {
  return sql`${jobs.key} in (
    with recursive below(key) as (
      select ${key}
      union select w.child_key from job_waits w join below on w.parent_key = below.key)
    select key from below)`;
}

/** A job that two others wait for, within one of the trees that this job is in; it is not done yet. */
export function secondParent(key: string) {
  return sql`
    with recursive above(key) as (
      select ${key}
      union select w.parent_key from job_waits w join above on w.child_key = above.key),
    below(root, parent, key) as (
      select above.key, null, above.key from above
      where not exists (select 1 from job_waits w where w.child_key = above.key)
      union select below.root, w.parent_key, w.child_key
      from below join job_waits w on w.parent_key = below.key
      join jobs child on child.key = w.child_key where child.state <> 'done')
    select key from below group by root, key having count(*) > 1 order by key limit 1`;
}

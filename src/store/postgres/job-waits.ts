/** What jobs wait for, as SQL: the same few conditions stand in every statement of the ledger. */
import { sql } from 'drizzle-orm';
import { jobs } from './schema/jobs.ts';

/** A key as the columns hold it. */
const keyOf = (key: string) => sql.param(key, jobs.key);

/** Whether the job of this row waits for a job that is not done. */
export const HAS_UNDONE_CHILD = sql`exists (
  select 1 from job_waits w join jobs child on child.key = w.child_key
  where w.parent_key = ${jobs.key} and child.state <> 'done')`;

/** The state of a job that is to run: at once, or when its children are done. */
export const WAITING_OR_READY = sql`case when ${HAS_UNDONE_CHILD} then 'waiting' else 'ready' end`;

/** Keys of the direct children of a job. */
export function childrenOf(key: string) {
  return sql`${jobs.key} in (select child_key from job_waits where parent_key = ${keyOf(key)})`;
}

/** Keys of the direct parents of a job. */
export function parentsOf(key: string) {
  return sql`${jobs.key} in (select parent_key from job_waits where child_key = ${keyOf(key)})`;
}

/** The jobs that wait for a job, directly or through others. */
export function above(key: string) {
  return sql`${jobs.key} in (
    with recursive above(key) as (
      select parent_key from job_waits where child_key = ${keyOf(key)}
      union select w.parent_key from job_waits w join above on w.child_key = above.key)
    select key from above)`;
}

/** The job itself and all that it waits for, directly or through others. */
export function selfAndBelow(key: string) {
  return sql`${jobs.key} in (
    with recursive below(key) as (
      select ${keyOf(key)}::text collate "C"
      union select w.child_key from job_waits w join below on w.parent_key = below.key)
    select key from below)`;
}

/** A job that two others wait for, within one of the trees that this job is in; it is not done yet. */
export function secondParent(key: string) {
  return sql`
    with recursive above(key) as (
      select ${keyOf(key)}::text collate "C"
      union select w.parent_key from job_waits w join above on w.child_key = above.key),
    below(root, parent, key) as (
      select above.key, null::text collate "C", above.key from above
      where not exists (select 1 from job_waits w where w.child_key = above.key)
      union select below.root, w.parent_key, w.child_key
      from below join job_waits w on w.parent_key = below.key
      join jobs child on child.key = w.child_key where child.state <> 'done')
    select key from below group by root, key having count(*) > 1 order by key limit 1`;
}

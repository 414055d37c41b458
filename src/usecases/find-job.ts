import { DomainError } from '../domain/errors.ts';
import type { JobState, JobView } from '../domain/job.ts';
import { type Page, page } from './list-records.ts';
import type { Ports } from './ports.ts';

export interface JobQuery {
  readonly state?: JobState | undefined;
  /** e.g. `records.analyse`. */
  readonly name?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** A background job and how far it is. Throws `job.not_found`. */
export async function findJob({ store }: Pick<Ports, 'store'>, key: string): Promise<JobView> {
  const job = await store.jobs.find(key);
  if (!job)
    throw new DomainError(
      'job.not_found',
      `没有编号为“${key}”的任务 · There is no job with the key "${key}"`,
    );
  return job;
}

/** Jobs in the order of keys. */
export async function listJobs(
  { store }: Pick<Ports, 'store'>,
  { state, name, after, limit }: JobQuery,
): Promise<Page<JobView>> {
  const found = await store.jobs.list({
    ...(state === undefined ? {} : { state }),
    ...(name === undefined ? {} : { name }),
    ...(after === undefined ? {} : { after }),
    limit: limit + 1,
  });
  return page(found, limit, (job) => job.key);
}

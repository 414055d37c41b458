/** Which jobs a queue must be able to run. */
import { JOBS } from '../jobs.ts';
import type { JobHandler, JobHandlers } from '../queue.ts';

/** The names of all jobs that the system defines. */
export const JOB_NAMES: readonly string[] = JOBS.map((job) => job.name);

/** The names of those of which one fills a process. */
export const HEAVY_JOBS: readonly string[] = JOBS.filter(({ heavy }) => heavy).map((job) => job.name);

/** Throws where a job that may come has nothing to run it: better at the start than in the night. */
export function requireHandlers(names: readonly string[], handlers: JobHandlers): void {
  const missing = names.filter((name) => !handlers.has(name));
  if (missing.length > 0) throw new Error(`no handler for job ${missing.join(', ')}`);
}

/** A job may have been written by a newer version of the system: it is tried again, perhaps elsewhere. */
export function handlerOf(name: string, handlers: JobHandlers): JobHandler {
  const handler = handlers.get(name);
  if (!handler) throw new Error(`no handler for job ${name} in this process`);
  return handler;
}

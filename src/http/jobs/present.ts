import type { z } from 'zod';
import type { JobProgress, JobView } from '../../domain/job.ts';
import type { Caller } from '../security/caller.ts';
import type { JobSchema, ProgressSchema } from './schemas.ts';

export function presentJob(job: JobView, caller: Caller): z.infer<typeof JobSchema> {
  return {
    key: job.key,
    name: job.name,
    state: job.state,
    attempts: job.attempts,
    maxAttempts: job.maxAttempts,
    progress: presentProgress(job.progress),
    error: presentFailure(job.error, caller),
    createdAt: job.createdAt,
    updatedAt: job.updatedAt,
  };
}

export function presentProgress(progress: JobProgress | null): z.infer<typeof ProgressSchema> | null {
  return progress && { done: progress.done, total: progress.total, note: progress.note ?? null };
}

/**
 * Why something in the background failed. What the domain refused is meant to be read and begins with its code; any
 * other error may speak of the inside of the installation, and is for whoever has the key.
 */
export function presentFailure(error: string | null, { trusted }: Caller): string | null {
  if (error === null || trusted || /^\[[a-z_]+\.[a-z_]+\] /u.test(error)) return error;
  return '内部错误，详情需 API 密钥 · Internal error; its text is shown with the API key';
}

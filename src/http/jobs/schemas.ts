import { z } from 'zod';
import { JOB_STATES } from '../../domain/job.ts';
import { unknownText } from '../records/fields.ts';

export const ProgressSchema = z
  .object({ done: z.number(), total: z.number(), note: unknownText() })
  .meta({ id: 'Progress', description: '进度 · How far it is' });

export const JobStateSchema = z.enum(JOB_STATES).meta({
  id: 'JobState',
  description:
    'waiting: for other jobs; handed_over: given to an outside queue; dead: failed for good, its attempts used up',
});

export const JobSchema = z
  .object({
    key: z
      .string()
      .meta({ description: '由任务内容得出 · Derived from the work: the same work has the same key' }),
    name: z.string(),
    state: JobStateSchema,
    attempts: z.int(),
    maxAttempts: z.int(),
    progress: ProgressSchema.nullable(),
    error: unknownText(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'Job', description: '后台任务 · A background job' });

import { z } from 'zod';
import { PAGE_QUERY, pageOf, pageQuery, presentPage } from '../paging/page.ts';
import { API } from '../paths.ts';
import { json } from '../routing/reply.ts';
import { defineRoute } from '../routing/route.ts';
import { presentJob } from './present.ts';
import { JobSchema, JobStateSchema } from './schemas.ts';

const listJobs = defineRoute({
  method: 'get',
  path: `${API}/jobs`,
  operationId: 'listJobs',
  tag: 'jobs',
  summary: '后台任务列表 · List background jobs, in the order of keys',
  access: 'open',
  query: z.object({
    ...PAGE_QUERY,
    state: JobStateSchema.optional().meta({ description: '任务状态 · Only jobs in this state' }),
    name: z
      .string()
      .max(100)
      .optional()
      .meta({ description: '任务名 · Only jobs of this name', example: 'records.analyse' }),
  }),
  answer: { statuses: { 200: '一页任务 · A page' }, schema: pageOf(JobSchema, 'JobPage') },
  problems: [],
  handle: async ({ usecases }, { query, caller }) => {
    const { state, name } = query;
    const page = await usecases.listJobs({ ...pageQuery('jobs', query), state, name });
    return json(presentPage('jobs', page, (job) => presentJob(job, caller)));
  },
});

const getJob = defineRoute({
  method: 'get',
  path: `${API}/jobs/{key}`,
  operationId: 'getJob',
  tag: 'jobs',
  summary: '任务状态与进度 · State and progress of one job',
  access: 'open',
  params: z.object({
    key: z.string().meta({
      description: '任务编号，需转义 · Key of the job, percent-encoded',
      example: 'records.analyse:results:9f86d081884c7d659a2feaa0c55ad015',
    }),
  }),
  answer: { statuses: { 200: '任务 · The job' }, schema: JobSchema },
  problems: ['job.not_found'],
  handle: async ({ usecases }, { params, caller }) =>
    json(presentJob(await usecases.findJob(params.key), caller)),
});

export const jobRoutes = [listJobs, getJob];

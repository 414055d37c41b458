import { z } from 'zod';
import { PAGE_QUERY, pageOf, pageQuery, presentPage } from '../paging/page.ts';
import { API, resultPath } from '../paths.ts';
import { RecordParams, SEARCH_QUERY } from '../records/fields.ts';
import { replySaved, SAVED_STATUSES, SavedRecordSchema } from '../records/saved.ts';
import { recordJson } from '../routing/body.ts';
import { json } from '../routing/reply.ts';
import { defineRoute } from '../routing/route.ts';
import { presentResult, presentResultListItem } from './present.ts';
import { ResultInputSchema, ResultListItemSchema, ResultSchema } from './schemas.ts';

const submitResult = defineRoute({
  method: 'post',
  path: `${API}/results`,
  operationId: 'submitResult',
  tag: 'results',
  summary: '提交成果 · Submit a research result',
  description:
    'A result with an id replaces the one of that id; without one, the result of the same title and university. ' +
    'A result that is not public is refused, and nothing of its text is kept.',
  access: 'key',
  body: recordJson(ResultInputSchema),
  answer: { statuses: SAVED_STATUSES, schema: SavedRecordSchema, location: true },
  problems: ['record.invalid', 'result.not_public'],
  handle: async ({ usecases }, { body }) => {
    const saved = await usecases.submitResult(body);
    return replySaved('results', saved, resultPath(saved.id));
  },
});

const listResults = defineRoute({
  method: 'get',
  path: `${API}/results`,
  operationId: 'listResults',
  tag: 'results',
  summary: '成果列表 · List research results, in the order of ids',
  access: 'open',
  query: z.object({ ...PAGE_QUERY, ...SEARCH_QUERY }),
  answer: {
    statuses: { 200: '一页成果 · A page' },
    schema: pageOf(ResultListItemSchema, 'ResearchResultPage'),
  },
  problems: [],
  handle: async ({ usecases }, { query }) => {
    const page = await usecases.listResults({ ...pageQuery('results', query), search: query.search });
    return json(presentPage('results', page, presentResultListItem));
  },
});

const getResult = defineRoute({
  method: 'get',
  path: `${API}/results/{id}`,
  operationId: 'getResult',
  tag: 'results',
  summary: '成果详情 · Read one research result',
  description: '`contact` and `remarks` are null for callers without the API key.',
  access: 'open',
  params: RecordParams,
  answer: { statuses: { 200: '成果 · The result' }, schema: ResultSchema },
  problems: ['record.not_found'],
  handle: async ({ usecases }, { params, caller }) =>
    json(presentResult(await usecases.getResult(params.id), caller)),
});

export const resultRoutes = [submitResult, listResults, getResult];

import { z } from 'zod';
import { presentMatch } from '../matches/present.ts';
import { PAGE_QUERY, pageOf, pageQuery, presentPage } from '../paging/page.ts';
import { API, roundPath } from '../paths.ts';
import { optionalJson } from '../routing/body.ts';
import { json, located } from '../routing/reply.ts';
import { defineRoute } from '../routing/route.ts';
import { presentRound } from './present.ts';
import {
  RoundMatchesQuery,
  RoundMatchesSchema,
  RoundParams,
  RoundRequestSchema,
  RoundSchema,
} from './schemas.ts';

const startRound = defineRoute({
  method: 'post',
  path: `${API}/rounds`,
  operationId: 'startRound',
  tag: 'rounds',
  summary: '开始一轮对接 · Start a matching round',
  description: 'Over every result and every carrier as they stand now. Ask at Location how far it is.',
  access: 'key',
  body: optionalJson(RoundRequestSchema),
  answer: { statuses: { 202: '已开始 · Started' }, schema: RoundSchema, location: true },
  problems: ['round.nothing_to_match', 'round.unknown_result', 'round.other_purpose'],
  handle: async ({ usecases }, { body, caller }) => {
    const { id } = await usecases.startRound(body);
    return located(presentRound(await usecases.findRound(id), caller), 202, roundPath(id));
  },
});

const listRounds = defineRoute({
  method: 'get',
  path: `${API}/rounds`,
  operationId: 'listRounds',
  tag: 'rounds',
  summary: '轮次列表 · List rounds, oldest first',
  access: 'open',
  query: z.object(PAGE_QUERY),
  answer: { statuses: { 200: '一页轮次 · A page' }, schema: pageOf(RoundSchema, 'RoundPage') },
  problems: [],
  handle: async ({ usecases }, { query, caller }) => {
    const page = await usecases.listRounds(pageQuery('rounds', query));
    return json(presentPage('rounds', page, (round) => presentRound(round, caller)));
  },
});

const getRound = defineRoute({
  method: 'get',
  path: `${API}/rounds/{id}`,
  operationId: 'getRound',
  tag: 'rounds',
  summary: '轮次状态与进度 · State and progress of a round',
  access: 'open',
  params: RoundParams,
  answer: { statuses: { 200: '轮次 · The round' }, schema: RoundSchema },
  problems: ['round.not_found'],
  handle: async ({ usecases }, { params, caller }) =>
    json(presentRound(await usecases.findRound(params.id), caller)),
});

const cancelRound = defineRoute({
  method: 'post',
  path: `${API}/rounds/{id}/cancellation`,
  operationId: 'cancelRound',
  tag: 'rounds',
  summary: '取消轮次 · Cancel a running round',
  description: 'A round that has ended stays as it is.',
  access: 'key',
  params: RoundParams,
  answer: { statuses: { 200: '轮次现状 · The round as it is now' }, schema: RoundSchema },
  problems: ['round.not_found'],
  handle: async ({ usecases }, { params, caller }) =>
    json(presentRound(await usecases.cancelRound(params.id), caller)),
});

const listRoundMatches = defineRoute({
  method: 'get',
  path: `${API}/rounds/{id}/matches`,
  operationId: 'listRoundMatches',
  tag: 'rounds',
  summary: '轮次中的匹配 · Matches of a round, best first',
  access: 'open',
  params: RoundParams,
  query: RoundMatchesQuery,
  answer: { statuses: { 200: '匹配 · The matches' }, schema: RoundMatchesSchema },
  problems: ['round.not_found'],
  handle: async ({ usecases }, { params, query }) => {
    const matches = await usecases.listMatches(params.id, { ...query, limit: query.limit + 1 });
    const items = matches.slice(0, query.limit).map(presentMatch);
    return json({ items, more: matches.length > query.limit });
  },
});

export const roundRoutes = [startRound, listRounds, getRound, cancelRound, listRoundMatches];

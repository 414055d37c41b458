import { z } from 'zod';
import { API } from '../paths.ts';
import { RecordParams } from '../records/fields.ts';
import { json } from '../routing/reply.ts';
import { defineRoute } from '../routing/route.ts';
import {
  presentCarrierRecommendations,
  presentExplanation,
  presentResultRecommendations,
} from './present.ts';
import {
  CarrierRecommendationsSchema,
  ExplanationSchema,
  PURPOSE_QUERY,
  RecommendationQuery,
  ResultRecommendationsSchema,
} from './schemas.ts';

const LIVE = 'Over the records as they are now; a round freezes them.';

const recommendCarriers = defineRoute({
  method: 'get',
  path: `${API}/results/{id}/recommendations`,
  operationId: 'recommendCarriers',
  tag: 'recommendations',
  summary: '为成果推荐载体 · The best carriers for a result, explained',
  description: LIVE,
  access: 'open',
  params: RecordParams,
  query: RecommendationQuery,
  answer: { statuses: { 200: '推荐，从优到次 · Best first' }, schema: CarrierRecommendationsSchema },
  problems: ['record.not_found', 'matching.unavailable'],
  handle: async ({ usecases }, { params, query }) =>
    json(presentCarrierRecommendations(await usecases.recommendCarriers({ resultId: params.id, ...query }))),
});

const recommendResults = defineRoute({
  method: 'get',
  path: `${API}/carriers/{id}/recommendations`,
  operationId: 'recommendResults',
  tag: 'recommendations',
  summary: '为载体推荐成果 · The best results for a carrier, explained',
  description: LIVE,
  access: 'open',
  params: RecordParams,
  query: RecommendationQuery,
  answer: { statuses: { 200: '推荐，从优到次 · Best first' }, schema: ResultRecommendationsSchema },
  problems: ['record.not_found', 'matching.unavailable'],
  handle: async ({ usecases }, { params, query }) =>
    json(presentResultRecommendations(await usecases.recommendResults({ carrierId: params.id, ...query }))),
});

const explainPair = defineRoute({
  method: 'get',
  path: `${API}/results/{id}/carriers/{carrierId}/explanation`,
  operationId: 'explainPair',
  tag: 'recommendations',
  summary: '说明一对的评分 · Why one pair scores as it does',
  description: LIVE,
  access: 'open',
  params: RecordParams.extend({
    carrierId: z.string().meta({ description: '载体编号 · Id of the carrier', example: 'C-BIO-01' }),
  }),
  query: z.object(PURPOSE_QUERY),
  answer: { statuses: { 200: '评分说明 · The explanation' }, schema: ExplanationSchema },
  problems: ['record.not_found', 'matching.unavailable'],
  handle: async ({ usecases }, { params, query }) =>
    json(
      presentExplanation(
        await usecases.explainPair({ resultId: params.id, carrierId: params.carrierId, ...query }),
      ),
    ),
});

export const recommendationRoutes = [recommendCarriers, recommendResults, explainPair];

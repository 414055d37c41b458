import { z } from 'zod';
import { PAGE_QUERY, pageOf, pageQuery, presentPage } from '../paging/page.ts';
import { API, carrierPath } from '../paths.ts';
import { RecordParams, SEARCH_QUERY } from '../records/fields.ts';
import { replySaved, SAVED_STATUSES, SavedRecordSchema } from '../records/saved.ts';
import { recordJson } from '../routing/body.ts';
import { json } from '../routing/reply.ts';
import { defineRoute } from '../routing/route.ts';
import { presentCarrier, presentCarrierListItem } from './present.ts';
import { CarrierInputSchema, CarrierListItemSchema, CarrierSchema } from './schemas.ts';

const registerCarrier = defineRoute({
  method: 'post',
  path: `${API}/carriers`,
  operationId: 'registerCarrier',
  tag: 'carriers',
  summary: '登记载体 · Register a carrier',
  description: 'A carrier with an id replaces the one of that id; without one, the carrier of the same name.',
  access: 'key',
  body: recordJson(CarrierInputSchema),
  answer: { statuses: SAVED_STATUSES, schema: SavedRecordSchema, location: true },
  problems: ['record.invalid'],
  handle: async ({ usecases }, { body }) => {
    const saved = await usecases.registerCarrier(body);
    return replySaved('carriers', saved, carrierPath(saved.id));
  },
});

const listCarriers = defineRoute({
  method: 'get',
  path: `${API}/carriers`,
  operationId: 'listCarriers',
  tag: 'carriers',
  summary: '载体列表 · List carriers, in the order of ids',
  access: 'open',
  query: z.object({ ...PAGE_QUERY, ...SEARCH_QUERY }),
  answer: { statuses: { 200: '一页载体 · A page' }, schema: pageOf(CarrierListItemSchema, 'CarrierPage') },
  problems: [],
  handle: async ({ usecases }, { query }) => {
    const page = await usecases.listCarriers({ ...pageQuery('carriers', query), search: query.search });
    return json(presentPage('carriers', page, presentCarrierListItem));
  },
});

const getCarrier = defineRoute({
  method: 'get',
  path: `${API}/carriers/{id}`,
  operationId: 'getCarrier',
  tag: 'carriers',
  summary: '载体详情 · Read one carrier',
  description: '`contact` and `remarks` are null for callers without the API key.',
  access: 'open',
  params: RecordParams,
  answer: { statuses: { 200: '载体 · The carrier' }, schema: CarrierSchema },
  problems: ['record.not_found'],
  handle: async ({ usecases }, { params, caller }) =>
    json(presentCarrier(await usecases.getCarrier(params.id), caller)),
});

export const carrierRoutes = [registerCarrier, listCarriers, getCarrier];

import { z } from 'zod';
import { EMBEDDER_STATES } from '../../domain/embedding-use.ts';
import { RequestError } from '../problems/request-error.ts';
import { json } from '../routing/reply.ts';
import { defineRoute } from '../routing/route.ts';

const live = defineRoute({
  method: 'get',
  path: '/healthz',
  operationId: 'getHealth',
  tag: 'service',
  summary: '进程是否存活 · Whether the process lives',
  access: 'probe',
  answer: {
    statuses: { 200: '存活 · It lives' },
    schema: z.object({ status: z.literal('ok') }).meta({ id: 'Health' }),
  },
  problems: [],
  handle: () => json({ status: 'ok' as const }),
});

const ready = defineRoute({
  method: 'get',
  path: '/readyz',
  operationId: 'getReadiness',
  tag: 'service',
  summary: '能否提供服务 · Whether store and queue answer',
  description:
    'An embedder that is unavailable keeps nobody from working: it is named, the status stays 200.',
  access: 'probe',
  answer: {
    statuses: { 200: '就绪 · It is ready' },
    schema: z
      .object({
        status: z.literal('ready'),
        embedder: z.enum(EMBEDDER_STATES).meta({ description: '向量服务 · How the embedder stands' }),
      })
      .meta({ id: 'Readiness' }),
  },
  problems: ['service.not_ready'],
  handle: async ({ readiness }) => {
    const { parts, embedder } = await readiness();
    const failing = Object.entries(parts).filter(([, answers]) => !answers);
    if (failing.length === 0) return json({ status: 'ready' as const, embedder });
    throw new RequestError(
      'service.not_ready',
      '服务尚未就绪 · The service is not ready',
      failing.map(([part]) => ({ field: part, found: '无响应 · no answer', expected: '正常 · ok' })),
    );
  },
});

const apiDocument = defineRoute({
  method: 'get',
  path: '/openapi.json',
  operationId: 'getApiDocument',
  tag: 'service',
  summary: '接口说明（机器可读），网页版见 /docs/ · This document; /docs/ shows it as a page',
  access: 'open',
  answer: {
    statuses: { 200: 'OpenAPI 3.1' },
    schema: z.custom<object>().meta({ id: 'ApiDocument', type: 'object' }),
  },
  problems: [],
  handle: ({ apiDocument: document }) => json(document()),
});

export const healthRoutes = [live, ready];
export const documentRoutes = [apiDocument];

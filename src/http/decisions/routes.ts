import { API } from '../paths.ts';
import { requiredJson } from '../routing/body.ts';
import { json } from '../routing/reply.ts';
import { defineRoute } from '../routing/route.ts';
import { presentDecision, presentWithAdvice } from './present.ts';
import { DecisionRequestSchema, DecisionsSchema, DecisionWithAdviceSchema, PairSchema } from './schemas.ts';

const decidePair = defineRoute({
  method: 'post',
  path: `${API}/decisions`,
  operationId: 'decidePair',
  tag: 'decisions',
  summary: '审核一对推荐 · Decide on a pair; later rounds keep to it',
  access: 'key',
  body: requiredJson(DecisionRequestSchema),
  answer: { statuses: { 200: '决定 · The decision as kept' }, schema: DecisionWithAdviceSchema },
  problems: ['record.not_found', 'record.invalid'],
  handle: async ({ usecases }, { body: { reason, comment, ...decision } }) =>
    json(
      presentWithAdvice(
        await usecases.decidePair({ ...decision, reason: reason ?? null, comment: comment ?? null }),
      ),
    ),
});

const listDecisions = defineRoute({
  method: 'get',
  path: `${API}/decisions`,
  operationId: 'listDecisions',
  tag: 'decisions',
  summary: '全部审核决定 · All decisions that count',
  access: 'key',
  answer: { statuses: { 200: '决定 · The decisions' }, schema: DecisionsSchema },
  problems: [],
  handle: async ({ usecases }) => json({ items: (await usecases.listDecisions()).map(presentDecision) }),
});

const withdrawDecision = defineRoute({
  method: 'post',
  path: `${API}/decisions/withdrawal`,
  operationId: 'withdrawDecision',
  tag: 'decisions',
  summary: '撤回审核决定 · Take a decision back',
  access: 'key',
  body: requiredJson(PairSchema),
  answer: { statuses: { 200: '余下的决定 · The decisions that are left' }, schema: DecisionsSchema },
  problems: ['record.not_found'],
  handle: async ({ usecases }, { body }) => {
    await usecases.withdrawDecision(body);
    return json({ items: (await usecases.listDecisions()).map(presentDecision) });
  },
});

export const decisionRoutes = [decidePair, listDecisions, withdrawDecision];

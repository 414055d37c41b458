/** What a reviewer decides of a pair. */
import { z } from 'zod';
import { RETURN_REASONS, VERDICTS_OF_REVIEW } from '../../domain/review.ts';
import { listOf, PurposeSchema } from '../matches/schemas.ts';
import { DecisionSchema } from '../reports/assignment-schemas.ts';

const PAIR = {
  resultId: z.string().meta({ description: '成果编号 · Id of the result' }),
  carrierId: z.string().meta({ description: '载体编号 · Id of the carrier' }),
  purpose: PurposeSchema,
};

export const PairSchema = z
  .object(PAIR)
  .meta({ id: 'Pair', description: '成果与载体 · A result, a carrier, a purpose' });

export const DecisionRequestSchema = z
  .object({
    ...PAIR,
    verdict: z.enum(VERDICTS_OF_REVIEW).meta({
      description:
        'approved 批准: stays in later rounds; returned 退回: matched anew with others; rejected 驳回 and conflict 回避: never again',
    }),
    reason: z.enum(RETURN_REASONS).optional().meta({ description: '未批准时必填 · Needed unless approved' }),
    comment: z.string().max(2_000).optional(),
    reviewer: z.string().min(1).max(100).meta({ description: '审核人 · Who decided' }),
  })
  .meta({
    id: 'DecisionRequest',
    example: {
      resultId: 'R-BIO-1',
      carrierId: 'C-BIO-01',
      purpose: 'transfer',
      verdict: 'returned',
      reason: 'partner_provided',
      reviewer: '王某某',
    },
  });

export const KeptDecisionSchema = DecisionSchema.extend({ decidedAt: z.string() }).meta({
  id: 'KeptDecision',
});

export const DecisionWithAdviceSchema = KeptDecisionSchema.extend({
  advice: z
    .object({
      roundId: z.string(),
      recommended: z.boolean(),
      affinity: z.number().min(0).max(1).nullable().meta({
        description: '该轮未保留此对时为空 · Null where the round did not keep the pair',
      }),
    })
    .nullable()
    .meta({
      description:
        '最近一轮如何看待此对；尚无已完成的轮次时为空 · How the round finished last saw the pair; null where there is none',
    }),
}).meta({ id: 'DecisionWithAdvice' });

export const DecisionsSchema = z.object({ items: listOf(KeptDecisionSchema) }).meta({ id: 'Decisions' });

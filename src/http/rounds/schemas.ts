import { z } from 'zod';
import { PURPOSES } from '../../domain/purpose.ts';
import { ROUND_STATES } from '../../domain/round.ts';
import { MatchSchema, PurposeSchema } from '../matches/schemas.ts';
import { unknownText } from '../records/fields.ts';

export const RoundRequestSchema = z
  .object({
    purposes: z
      .array(z.enum(PURPOSES))
      .min(1)
      .refine((purposes) => new Set(purposes).size === purposes.length, '每种用途一次 · each purpose once')
      .optional()
      .meta({ description: '用途，缺省为全部 · Purposes; both where absent' }),
    top: z
      .int()
      .min(1)
      .max(50)
      .optional()
      .meta({ description: '每项成果保留几个载体，缺省 5 · Kept per result' }),
  })
  .meta({ id: 'RoundRequest', example: { purposes: ['transfer', 'pilot'], top: 5 } });

export const RoundSchema = z
  .object({
    id: z.string(),
    state: z.enum(ROUND_STATES),
    progress: z
      .object({ done: z.int(), total: z.int() })
      .meta({ description: '已完成的批次 · Chunks that are matched' }),
    error: unknownText(),
    profile: z.object({ id: z.string(), version: z.string() }),
    engine: z.string(),
    model: unknownText().meta({
      description:
        '语料模型指纹，null 为由本轮记录学得 · The corpus model; null: learnt from the records of the round',
    }),
    purposes: z.array(PurposeSchema),
    top: z.int(),
    results: z.int().meta({ description: '成果数 · Results in the round' }),
    carriers: z.int().meta({ description: '载体数 · Carriers in the round' }),
    createdAt: z.string(),
    finishedAt: unknownText(),
  })
  .meta({
    id: 'Round',
    description: '对接轮次 · A matching round over all records as they stood when it was started',
  });

export const RoundMatchesSchema = z
  .object({
    items: z.array(MatchSchema),
    more: z
      .boolean()
      .meta({ description: '还有更多，请缩小范围 · There are more than `limit`: narrow the query' }),
  })
  .meta({ id: 'RoundMatches' });

export const RoundParams = z.object({
  id: z.string().meta({ description: '轮次编号 · Id of the round', example: 'r20261123-084512-7k3fz' }),
});

export const RoundMatchesQuery = z.object({
  resultId: z.string().optional().meta({ description: '成果编号 · Only of this result' }),
  carrierId: z.string().optional().meta({ description: '载体编号 · Only of this carrier' }),
  purpose: PurposeSchema.optional().meta({ description: '用途 · Only for this purpose' }),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(500)
    .default(100)
    .meta({ description: '条数 · At most, 1 to 500' }),
});

import { z } from 'zod';
import { OBJECTIVES, PerResultSchema } from '../../domain/assignment.ts';
import { PURPOSES } from '../../domain/purpose.ts';
import { ROUND_STAGES, ROUND_STATES } from '../../domain/round.ts';
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
    assignment: z
      .object({
        perResult: z
          .object({ transfer: PerResultSchema, pilot: PerResultSchema })
          .optional()
          .meta({ description: '每项成果最多落位几家，缺省各 1 · Carriers that a result may go to' }),
        demands: z
          .array(
            z
              .object({
                resultId: z.string().min(1).max(100),
                transfer: PerResultSchema.optional(),
                pilot: PerResultSchema.optional(),
              })
              .strict(),
          )
          .max(10_000)
          .optional()
          .meta({
            description:
              '单独确定最多落位家数的成果，未写的用途按统一家数，只可写本轮的用途 · Results that may go to another number of carriers than the others',
            example: [{ resultId: 'R12', transfer: 3 }],
          }),
        assumedSlots: z
          .int()
          .min(0)
          .max(1_000)
          .optional()
          .meta({ description: '未填名额的载体按几个计，缺省 3 · Slots of a carrier that states none' }),
        objective: z
          .enum(OBJECTIVES)
          .optional()
          .meta({ description: 'total 总契合度最大; worst_first 先保最低 · What the plan is best at' }),
        nearTie: z
          .number()
          .min(0)
          .max(0.2)
          .optional()
          .meta({ description: '相差不超过此值的抽签，0 为不抽 · Near-ties are drawn between; 0: no draw' }),
        seed: z.string().min(1).max(100).optional().meta({ description: '抽签种子 · Seed of the draws' }),
      })
      .strict()
      .optional()
      .meta({ description: '落位方案的条件 · Terms of the plan of placements' }),
    previous: z
      .string()
      .nullable()
      .optional()
      .meta({ description: '与哪一轮比较，缺省为上一轮，null 为不比较 · The round to compare with' }),
  })
  .meta({ id: 'RoundRequest', example: { purposes: ['transfer', 'pilot'], top: 5 } });

export const RoundSchema = z
  .object({
    id: z.string(),
    state: z.enum(ROUND_STATES),
    progress: z.object({ done: z.int(), total: z.int(), stage: z.enum(ROUND_STAGES) }).meta({
      description:
        '已完成的步骤（各批匹配、落位、缺口、园区）与当前阶段 · Steps that are done (chunks matched, plan, gaps, parks), and the stage it is in',
    }),
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

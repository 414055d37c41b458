/** The plan of placements in a report. */
import { z } from 'zod';
import { OBJECTIVES } from '../../domain/assignment.ts';
import { RETURN_REASONS, VERDICTS_OF_REVIEW } from '../../domain/review.ts';
import { BilingualSchema, listOf, PurposeSchema } from '../matches/schemas.ts';
import { unknownText } from '../records/fields.ts';

const share = () => z.number().min(0).max(1);

export const PairSchema = z.object({ resultId: z.string(), carrierId: z.string(), purpose: PurposeSchema });

const RulingSchema = PairSchema.extend({
  verdict: z.enum(VERDICTS_OF_REVIEW),
  reason: z.enum(RETURN_REASONS).nullable(),
}).meta({
  id: 'Ruling',
  description: '审核决定（不含审核人与意见） · What was decided of a pair, without by whom',
});

export const DecisionSchema = RulingSchema.extend({
  comment: unknownText(),
  reviewer: z.string(),
}).meta({ id: 'Decision', description: '审核决定 · What a reviewer decided of a pair' });

export const TermsSchema = z
  .object({
    perResult: z.object({ transfer: z.int(), pilot: z.int() }),
    demands: listOf(
      z.object({ resultId: z.string(), transfer: z.int().optional(), pilot: z.int().optional() }),
    )
      .optional()
      .meta({
        description:
          '单独确定家数的成果，没有则无此项 · Results with a number of their own; absent where there are none',
      }),
    assumedSlots: z.int().meta({ description: '未填名额的载体按此计 · Slots of a carrier that states none' }),
    objective: z.enum(OBJECTIVES),
    nearTie: share().meta({ description: '契合度相差不超过此值的抽签 · Near-ties are drawn between' }),
    seed: z.string(),
    decisions: listOf(RulingSchema),
  })
  .meta({ id: 'AssignmentTerms', description: '方案条件 · What the plan was made under' });

export const PlacementSchema = PairSchema.extend({
  affinity: share(),
  rank: z.int(),
  basis: z.enum(['optimum', 'decision', 'draw']),
  draw: z.object({ candidates: listOf(z.string()), probability: share() }).nullable(),
  relatedParty: z.boolean(),
}).meta({ id: 'Placement', description: '落位 · A result placed with a carrier' });

const MEASURES = {
  placements: z.int(),
  totalAffinity: z.number(),
  withinSlots: z.number(),
  overloads: z.int(),
  overloadedCarriers: z.int(),
  unusedSlots: z.int(),
  served: z.int(),
  servable: z.int(),
  worstServed: share().nullable(),
};

export const AssignmentSchema = z
  .object({
    placements: listOf(PlacementSchema),
    unplaced: listOf(
      z.object({
        resultId: z.string(),
        purpose: PurposeSchema,
        reason: z.enum(['no_candidate', 'capacity']),
        wanted: listOf(z.object({ carrierId: z.string(), affinity: share() })),
      }),
    ),
    pools: listOf(
      z.object({
        carrierId: z.string(),
        purposes: listOf(PurposeSchema),
        slots: z.int(),
        source: z.enum(['stated', 'assumed']),
        taken: z.int(),
        worthOfSlot: z
          .number()
          .nullable()
          .meta({ description: '再增一个名额可增加的契合度总和 · What one more slot adds' }),
      }),
    ),
    measures: z.object(MEASURES),
    compared: listOf(
      z.object({
        kind: z.enum(['independent', 'assigned']),
        objective: z.enum(OBJECTIVES).nullable(),
        perResult: z.int(),
        ...MEASURES,
      }),
    ),
    obstacle: z
      .object({
        carriers: listOf(z.string()),
        pairs: listOf(PairSchema),
        missingSlots: z.int(),
        why: BilingualSchema,
        change: BilingualSchema,
      })
      .nullable(),
    optimum: z.number().nullable(),
    costOfDraws: z.number(),
    concentration: listOf(
      z.object({
        by: z.enum(['university', 'carrier', 'sector']),
        hhi: share(),
        shares: listOf(
          z.object({ code: z.string(), candidates: z.int(), placements: z.int(), share: share() }),
        ),
      }),
    ),
    worst: listOf(PlacementSchema),
  })
  .meta({ id: 'RoundAssignment', description: '全区落位方案 · Who takes what, for all results together' });

export const DifferenceSchema = z
  .object({
    previous: z.string(),
    kept: z.int(),
    added: listOf(PairSchema),
    removed: listOf(PairSchema),
  })
  .meta({ id: 'PlanDifference', description: '与上轮比较 · What has changed against an earlier round' });

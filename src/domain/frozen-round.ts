/** A round with all that it rests on: what it takes to do it again elsewhere, with the same outcome. */
import { z } from 'zod';
import { OBJECTIVES } from './assignment.ts';
import type { Carrier } from './carrier.ts';
import { PurposeSchema } from './purpose.ts';
import type { ResearchResult } from './research-result.ts';
import { RETURN_REASONS, VERDICTS_OF_REVIEW } from './review.ts';
import type { RoundPlan } from './round.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/u);
const FrozenRecordSchema = z.object({ id: z.string(), hash: Hash });
const PairSchema = z.object({ resultId: z.string(), carrierId: z.string(), purpose: PurposeSchema });
const count = (least: number) => z.number().int().min(least);

export const AssignmentTermsSchema = z.object({
  perResult: z.object({ transfer: count(1), pilot: count(1) }),
  demands: z
    .array(z.object({ resultId: z.string(), transfer: count(1).optional(), pilot: count(1).optional() }))
    .optional(),
  assumedSlots: count(0),
  objective: z.enum(OBJECTIVES),
  nearTie: z.number().min(0),
  seed: z.string(),
  decisions: z.array(
    PairSchema.extend({
      verdict: z.enum(VERDICTS_OF_REVIEW),
      reason: z.enum(RETURN_REASONS).nullable(),
    }),
  ),
});

export const RoundPlanSchema = z.object({
  id: z.string(),
  profile: z.object({ id: z.string(), version: z.string() }),
  engine: z.string(),
  purposes: z.array(PurposeSchema).min(1),
  top: count(1),
  chunkSize: count(1),
  results: z.array(FrozenRecordSchema),
  carriers: z.array(FrozenRecordSchema),
  embedding: z.union([
    z.object({ model: z.string() }),
    z.object({ model: z.null(), reason: z.literal('not_configured') }),
    z.object({
      model: z.null(),
      reason: z.literal('incomplete'),
      configured: z.string(),
      missing: count(0),
      records: count(0),
    }),
  ]),
  model: z.string().nullable(),
  assignment: AssignmentTermsSchema,
  previous: z.string().nullable(),
}) satisfies z.ZodType<RoundPlan>;

export const FrozenHeadSchema = z.object({
  format: z.literal('jianyuan.frozen-round/1'),
  plan: RoundPlanSchema,
  createdAt: z.iso.datetime(),
  /** Placements of the round that it was compared with. */
  before: z.array(PairSchema).nullable(),
});
export type FrozenHead = z.infer<typeof FrozenHeadSchema>;

export interface FrozenRound extends FrozenHead {
  /** In the order of the plan. */
  readonly results: readonly ResearchResult[];
  readonly carriers: readonly Carrier[];
  /** The file of the corpus model that the plan names. */
  readonly model: Uint8Array | null;
  /** Vectors of the embedder that the plan names, by hash of the text. */
  readonly vectors: readonly { readonly textHash: string; readonly vector: Float32Array }[];
}

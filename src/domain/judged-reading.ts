/** What people say of records, to measure the engine with: how a result is to be read, which of two carriers ranks higher. */
import { z } from 'zod';
import { CarrierSchema } from './carrier.ts';
import { PurposeSchema } from './purpose.ts';
import { RecordIdSchema, ResearchResultSchema } from './research-result.ts';

/** What a careful reader finds in the text of a result. */
export interface ResultLabels {
  readonly resultId: string;
  /** A sector's code; undefined where the result lies outside all sectors. */
  readonly sector: string | undefined;
  /** Codes of the capabilities that it asks for. */
  readonly asked: readonly string[];
  readonly trl: { readonly low: number; readonly high: number } | undefined;
}

/** Two carriers for one result, alike but for one attribute: `higher` names the one that should rank higher. */
export const CounterfactualSchema = z
  .object({
    id: RecordIdSchema,
    resultId: RecordIdSchema,
    carrierA: RecordIdSchema,
    carrierB: RecordIdSchema,
    purpose: PurposeSchema,
    higher: z.enum(['A', 'B']),
    attribute: z.string().optional(),
    /** A record that takes the place of the one with its id, for this pair only. */
    variant: z.union([ResearchResultSchema, CarrierSchema]).optional(),
  })
  .refine(({ carrierA, carrierB }) => carrierA !== carrierB, {
    path: ['carrierB'],
    message: '应为另一载体 · must be another carrier',
  })
  .refine(
    ({ variant, resultId, carrierA, carrierB }) =>
      !variant || ('title' in variant ? [resultId] : [carrierA, carrierB]).includes(variant.id ?? ''),
    {
      path: ['variant', 'id'],
      message: '应为该对中的成果或载体 · must be the result or a carrier of the pair',
    },
  );
export type Counterfactual = z.infer<typeof CounterfactualSchema>;

/** The sheet of a placement: its parties and what to do about it. */
import { z } from 'zod';
import { CONTRACT_KINDS, RISK_WEIGHTS } from '../../domain/advice.ts';
import {
  CARRIER_KINDS,
  CARRIER_LEVELS,
  CARRIER_STATUSES,
  TRANSFER_MODES,
} from '../../domain/reading/enumerations.ts';
import { BilingualSchema, listOf, PurposeSchema } from '../matches/schemas.ts';
import { unknownNumber, unknownText } from '../records/fields.ts';
import { PlacementSchema } from './assignment-schemas.ts';

const GroundSchema = z.object({ side: z.enum(['result', 'carrier']), field: z.string(), quote: z.string() });

const AdviceSchema = z
  .object({
    transfer: z.object({
      way: z.enum(TRANSFER_MODES).nullable(),
      contract: z.enum(CONTRACT_KINDS).nullable(),
      why: BilingualSchema,
      weighed: listOf(
        z.object({
          way: z.enum(TRANSFER_MODES),
          stated: z.boolean(),
          met: listOf(BilingualSchema),
          unmet: listOf(BilingualSchema),
          open: listOf(BilingualSchema),
        }),
      ),
    }),
    partner: z.object({
      purpose: PurposeSchema,
      kind: z.enum(['same_carrier', 'other_carrier', 'full', 'none', 'not_needed', 'not_asked']),
      carrierId: unknownText(),
      affinity: unknownNumber(),
      missing: listOf(z.string()),
      why: BilingualSchema,
    }),
    park: BilingualSchema.nullable(),
    risks: listOf(
      z.object({
        code: z.string(),
        weight: z.enum(RISK_WEIGHTS),
        why: BilingualSchema,
        grounds: listOf(GroundSchema),
      }),
    ),
    steps: listOf(
      z.object({
        code: z.string(),
        actor: BilingualSchema,
        what: BilingualSchema,
        days: z.int().meta({ description: '自报告日期起的天数 · Days after the date of the report' }),
        leastDays: z.int().nullable(),
        customary: z.boolean(),
      }),
    ),
    contributions: listOf(
      z.object({
        target: z.string(),
        name: BilingualSchema,
        unit: z.string(),
        amount: z.number(),
        when: BilingualSchema,
      }),
    ),
    contribution: BilingualSchema,
  })
  .meta({
    id: 'Advice',
    description: '对接建议、风险和下一步 · What to do, what to beware of, who acts next',
  });

export const PlacementSheetSchema = PlacementSchema.extend({
  result: z.object({
    owner: unknownText(),
    stage: unknownText(),
    ip: listOf(z.object({ text: z.string(), kind: z.string(), status: unknownText() })),
    transferModes: listOf(z.enum(TRANSFER_MODES)),
    secrecy: z.literal('public').nullable(),
  }),
  carrier: z.object({
    name: z.string(),
    kind: z.enum(CARRIER_KINDS).nullable(),
    level: z.enum(CARRIER_LEVELS).nullable(),
    status: z.enum(CARRIER_STATUSES).nullable(),
    operator: unknownText(),
    trlMin: unknownNumber(),
    trlMax: unknownNumber(),
  }),
  alternates: listOf(z.object({ carrierId: z.string(), affinity: z.number() })),
  advice: AdviceSchema,
}).meta({ id: 'PlacementSheet', description: '对接单 · A placement with its parties and advice' });

/** What a profile says of placements: targets that they add to, what each adds, and what is to be done next. */
import { z } from 'zod';
import { BilingualSchema, SmallCodeSchema } from './profile-parts.ts';
import { PURPOSES } from './purpose.ts';
import { CARRIER_KINDS, TRANSFER_MODES } from './reading/enumerations.ts';

const GoalSchema = z.union([z.number(), z.tuple([z.number(), z.number()])]).nullable();

export const TargetSchema = z.object({
  code: z.string().min(1),
  zh: z.string().min(1),
  en: z.string().min(1),
  unit: z.string(),
  /** A lower bound, or a range where the plan gives one; null where it gives no number. */
  at2023: GoalSchema,
  at2025: GoalSchema,
  bound: z.enum(['min', 'range']).default('min'),
});
export type Target = z.infer<typeof TargetSchema>;

/** When a step is to be taken; `always` and facts of the placement. */
export const OCCASIONS = [
  'always',
  'facts_missing',
  'ip_open',
  'related_party',
  'hazard',
  'pilot_elsewhere',
  'pilot_missing',
  'carrier_rectifying',
] as const;

export const NextStepSchema = z.object({
  code: SmallCodeSchema,
  actor: BilingualSchema,
  what: BilingualSchema,
  /** Due so many days after the date of the report. */
  days: z.number().int().min(1).max(1_000),
  leastDays: z.number().int().min(1).max(1_000).nullable().default(null),
  /** Usual practice that no text which was read lays down. */
  customary: z.boolean(),
  purposes: z.array(z.enum(PURPOSES)).min(1),
  /** Only where one of these ways is advised; any way where there are none. */
  ways: z.array(z.enum(TRANSFER_MODES)).default([]),
  occasion: z.enum(OCCASIONS),
});
export type NextStepRule = z.infer<typeof NextStepSchema>;

/** What a placement adds to a target once it has landed. What no rule names adds nothing. */
export const ContributionSchema = z.object({
  target: z.string().min(1),
  amount: z.number().positive(),
  purposes: z.array(z.enum(PURPOSES)).min(1),
  ways: z.array(z.enum(TRANSFER_MODES)).min(1),
  kinds: z.array(z.enum(CARRIER_KINDS)).min(1),
  when: BilingualSchema,
});

/**
 * The district as data: sectors, vocabulary, capabilities, markers, conditions, targets, names.
 * Another district writes another profile, not other code. `terms` and the rest come from one folder
 * (see seeds/profiles); this schema is what a profile must satisfy before anything starts.
 */
import { z } from 'zod';
import { NATURES } from './analysis.ts';
import { GenusSchema, RefusalsSchema } from './carrier-wording.ts';
import { ContributionSchema, NextStepSchema, TargetSchema } from './placement-rules.ts';
import {
  BilingualPatterns,
  BilingualPhrases,
  BilingualSchema,
  BilingualWords,
  CapabilityCodeSchema,
  Phrase,
  SmallCodeSchema,
  Words,
} from './profile-parts.ts';
import { PURPOSES } from './purpose.ts';
import { FramesSchema } from './sentence-frames.ts';

export const SectorCodeSchema = z
  .string()
  .regex(
    /^[A-Z][A-Z0-9]{1,7}$/u,
    '2 至 8 位大写字母和数字，字母开头 · 2 to 8 capitals and digits, a letter first',
  );

export const SectorSchema = z.object({
  code: SectorCodeSchema,
  zh: z.string().min(1),
  en: z.string().min(1),
  aliases: Words,
  subs: Words,
  priority: z.boolean(),
  disciplines: Words.default([]),
  neighbours: z.array(z.object({ code: SectorCodeSchema, rule: BilingualSchema })).default([]),
});

export const OutsideFieldSchema = z.object({
  code: SectorCodeSchema,
  zh: z.string().min(1),
  en: z.string().min(1),
  nearest: SectorCodeSchema.nullable(),
  flag: z.string().nullable(),
  terms: BilingualPhrases,
});

export const TermSchema = z.object({
  zh: Phrase,
  en: Phrase,
  strength: z.enum(['strong', 'context']),
  sub: z.string().default(''),
});

export const CapabilitySchema = z.object({
  code: CapabilityCodeSchema,
  zh: z.string().min(1),
  en: z.string().min(1),
  sides: z.enum(['both', 'offer']),
  /** Whether it counts in the affinity; what does not is only shown. */
  scored: z.boolean(),
  /** Of all asks of results, how large a share is for this one; as often as among the profile's asks where it is not said. */
  asked: z.number().gt(0).lt(1).optional(),
  /** Levels of the results that it is for; a result of unknown readiness that asks for it stands at the first of them. */
  trl: z.tuple([z.number().int().min(1).max(9), z.number().int().min(1).max(9)]).nullable(),
  names: BilingualPhrases,
  /** Regular expressions (u flag, on folded text) for wordings too many to list; they count like names. */
  patterns: BilingualPatterns.default({ zh: [], en: [] }),
  ask: BilingualPhrases,
  offer: BilingualPhrases,
  lookalike: BilingualPhrases,
});

export const MarkersSchema = z.object({
  ask: BilingualPhrases,
  done: BilingualPhrases,
  offer: BilingualPhrases,
  deny: BilingualPhrases,
  limit: BilingualPhrases,
});
export type Markers = z.infer<typeof MarkersSchema>;

export const ConditionSchema = z.object({
  code: SmallCodeSchema,
  zh: z.string().min(1),
  en: z.string().min(1),
  kind: z.enum(['quality', 'hazard', 'environment', 'space', 'process']),
  needed: BilingualPhrases,
  met: BilingualPhrases,
  refused: BilingualPhrases,
  /** Phrases in which those words occur but mean something else (反硝化, 光刻胶). */
  lookalike: BilingualPhrases.default({ zh: [], en: [] }),
  purposes: z.array(z.enum(PURPOSES)).min(1),
  /** What it does when the carrier refuses or, with `unknown: ask`, does not say. */
  outcome: z.enum(['exclude', 'cap']),
  unknown: z.enum(['ask', 'ignore']),
});
export type Condition = z.infer<typeof ConditionSchema>;

export const MaturityCueSchema = z.object({
  low: z.number().int().min(1).max(9),
  high: z.number().int().min(1).max(9),
  zh: z.array(Phrase),
  en: z.array(Phrase),
});

export const NatureSchema = z.object({
  code: z.enum(NATURES),
  zh: z.string().min(1),
  en: z.string().min(1),
  cues: BilingualPhrases,
});

export const InstitutionSchema = z.object({
  name: z.string().min(1),
  aliases: Words.default([]),
  city: z.string().optional(),
});

/** Where two sectors both find words in a text, and one of them is known to be meant. */
export const AmbiguitySchema = z.object({
  wins: SectorCodeSchema,
  over: z.array(SectorCodeSchema).min(1),
  /** Strength of the winner's words from which the rule holds: a strong word of a title counts 2, of an abstract 1. */
  least: z.number().positive(),
  /** One of these words must stand in the title or name; no such condition where there are none. */
  words: BilingualWords.default({ zh: [], en: [] }),
  why: BilingualSchema,
});

/** A text with its sectors (or outside fields), the primary one first: what the sector classifier learns from. */
export const ExampleSchema = z.object({
  text: z.string().min(1),
  sectors: z.array(SectorCodeSchema).min(1),
});

/**
 * A text as it stands among the needs of a result, with the capabilities that it asks for: what the ask
 * classifier learns from. Texts of one set were written together; they are measured by a classifier that has
 * not seen their set.
 */
export const AskExampleSchema = z.object({
  text: z.string().min(1),
  codes: z.array(CapabilityCodeSchema),
  set: z.string().default(''),
});
export type AskExample = z.infer<typeof AskExampleSchema>;

/** How the confidence of a reading is corrected, in its logit: learnt from the profile's examples. */
const SectorCorrectionSchema = z.object({ shift: z.number(), slope: z.number().positive() });
export type SectorCorrection = z.infer<typeof SectorCorrectionSchema>;

export const ProfileSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,60}$/u, '小写字母、数字和 - · small letters, digits and -'),
  version: z.string().min(1),
  name: BilingualSchema,
  district: BilingualSchema,
  sectors: z.array(SectorSchema).min(1),
  outside: z.array(OutsideFieldSchema),
  /** In this order; a later rule overrules an earlier one. */
  ambiguities: z.array(AmbiguitySchema).default([]),
  examples: z.array(ExampleSchema).default([]),
  /** Absent where nobody has learnt it: the confidence stays as the evidence gives it. */
  confidence: SectorCorrectionSchema.optional(),
  asks: z.array(AskExampleSchema).default([]),
  /** Vocabulary by sector code. */
  terms: z.record(SectorCodeSchema, z.array(TermSchema)),
  /** Sector-neutral bilingual vocabulary. */
  general: z.array(z.object({ zh: z.string().min(1), en: Phrase })),
  /** Concepts of technology, each as the terms that stand for it, the usual one first; a term may stand for several. */
  thesaurus: z.array(z.array(z.string().min(1)).min(2)).default([]),
  capabilities: z.array(CapabilitySchema).min(1),
  markers: MarkersSchema,
  frames: FramesSchema,
  conditions: z.array(ConditionSchema),
  /** Words that tell how far a result is, with the technology readiness they stand for. */
  maturity: z.array(MaturityCueSchema),
  /** Kinds of work that are no transferable result, with the title words that give them away. */
  natures: z.array(NatureSchema),
  genus: GenusSchema,
  refusals: RefusalsSchema,
  targets: z.array(TargetSchema),
  /** What follows a placement, in this order. */
  nextSteps: z.array(NextStepSchema),
  contributions: z.array(ContributionSchema),
  universities: z.array(InstitutionSchema),
});
export type Profile = z.infer<typeof ProfileSchema>;

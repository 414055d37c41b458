/** The report of a round: a document of its own, with its own format and a hash over all of it. */
import { z } from 'zod';
import { REPORT_FORMAT } from '../../domain/round.ts';
import { SHEETS_PRINTED, SheetsSchema } from '../../usecases/write-report.ts';
import { BilingualSchema, listOf, MatchSchema, NoFitSchema, PurposeSchema } from '../matches/schemas.ts';
import { unknownNumber, unknownText } from '../records/fields.ts';
import { AssignmentSchema, DifferenceSchema, TermsSchema } from './assignment-schemas.ts';
import { GapReportSchema, GaugeSchema } from './gap-schemas.ts';
import { ParkCompositionSchema } from './park-schemas.ts';
import { PlacementSheetSchema } from './placement-schemas.ts';

const PerPurposeSchema = z.object({ transfer: z.int(), pilot: z.int() }).meta({ id: 'PerPurpose' });

const TotalsSchema = z
  .object({
    results: z.int(),
    carriers: z.int(),
    pairs: z.int(),
    recommended: PerPurposeSchema,
    resultsServed: PerPurposeSchema,
    resultsWithout: PerPurposeSchema,
  })
  .meta({ id: 'ReportTotals' });

const EmbeddingUseSchema = z
  .union([
    z.object({ model: z.string() }),
    z.object({ model: z.null(), reason: z.literal('not_configured') }),
    z.object({
      model: z.null(),
      reason: z.literal('incomplete'),
      configured: z.string(),
      missing: z.int(),
      records: z.int(),
    }),
  ])
  .meta({
    id: 'EmbeddingUse',
    description: '所用向量模型，或未用的原因 · The embedder whose vectors were used, or why none',
  });

const EntrySchema = z
  .object({
    result: z.object({
      id: z.string(),
      hash: z.string(),
      title: z.string(),
      university: unknownText(),
      sectors: listOf(z.object({ code: z.string(), weight: z.number() })),
      trl: z.object({ low: z.int(), high: z.int(), source: z.string() }).nullable(),
      asked: listOf(z.string()).meta({ description: '寻求的能力 · Codes of the capabilities asked for' }),
    }),
    matches: listOf(MatchSchema),
    noFits: listOf(NoFitSchema),
    placements: listOf(PlacementSheetSchema),
  })
  .meta({ id: 'ReportEntry' });

const CarrierEntrySchema = z
  .object({
    id: z.string(),
    hash: z.string(),
    name: z.string(),
    slots: unknownNumber(),
    recommended: PerPurposeSchema,
  })
  .meta({ id: 'ReportCarrier' });

export const RoundReportSchema = z
  .object({
    format: z.literal(REPORT_FORMAT),
    roundId: z.string(),
    createdAt: z.string(),
    profile: z.object({ id: z.string(), version: z.string(), name: BilingualSchema }),
    engine: z.string(),
    embedding: EmbeddingUseSchema,
    model: z.string().meta({
      description: '语料模型指纹 · Fingerprint of the corpus model, learnt from texts, that all matches used',
    }),
    purposes: listOf(PurposeSchema),
    totals: TotalsSchema,
    entries: listOf(EntrySchema),
    carriers: listOf(CarrierEntrySchema),
    terms: TermsSchema,
    assignment: AssignmentSchema,
    gaps: GapReportSchema,
    parks: ParkCompositionSchema,
    targets: listOf(GaugeSchema),
    entriesHash: z.string().meta({
      description:
        'sha256 over the hex sha256 of the canonical JSON (sorted keys) of each entry, in their order',
    }),
    difference: DifferenceSchema.nullable(),
    hash: z.string().meta({
      description:
        'sha256 of the canonical JSON of everything but this, roundId, createdAt, difference and entries (which entriesHash stands for)',
    }),
  })
  .meta({ id: 'RoundReport', description: '对接报告 · The report of a round; all in it can be recomputed' });

export const ReportDocumentQuery = z.object({
  sheets: SheetsSchema.optional().meta({
    description: `列出多少张对接单，0 至 9999 或 all，缺省 ${SHEETS_PRINTED} · Placement sheets that are printed whole: a number or all; ${SHEETS_PRINTED} where absent`,
    example: 'all',
  }),
});

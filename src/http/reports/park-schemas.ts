/** Proposed parks in a report. */
import { z } from 'zod';
import { NO_PARK_REASONS, PARK_ACTIVITIES, PARK_FORMS, PARK_STAGES } from '../../domain/park.ts';
import { BilingualSchema, listOf } from '../matches/schemas.ts';

const share = () => z.number().min(0).max(1);
const Location = z.enum(['university', 'district', 'unknown', 'outside']);

const SitedSchema = z
  .object({
    activity: z.enum(PARK_ACTIVITIES),
    site: z.object({
      kind: z.enum(['university', 'carrier', 'open']),
      location: Location,
      carrierId: z.string().optional(),
      name: BilingualSchema,
      city: z.string().optional(),
    }),
    why: BilingualSchema,
  })
  .meta({ id: 'SitedActivity', description: '活动与地点 · What is done where' });

const PlaceSchema = z
  .object({
    carrierId: z.string(),
    name: z.string(),
    location: Location,
    room: z.int().nullable(),
    takes: z.int().optional(),
    offers: listOf(BilingualSchema.extend({ code: z.string() })).optional(),
    meanAffinity: share(),
  })
  .meta({ id: 'ParkPlace' });

const PointSchema = z.object({ name: BilingualSchema, agreed: z.null(), note: BilingualSchema });

const ThemeSchema = z.object({
  name: BilingualSchema,
  sector: z.string(),
  fields: listOf(z.string()),
  terms: listOf(BilingualSchema.extend({ results: z.int() })),
  evidence: listOf(
    z.object({
      resultId: z.string(),
      field: z.string(),
      start: z.int(),
      end: z.int(),
      quote: z.string(),
    }),
  ),
});

const ProposalSchema = z
  .object({
    id: z.string(),
    theme: ThemeSchema,
    form: z.enum(PARK_FORMS),
    formWhy: BilingualSchema,
    joint: z.boolean(),
    universities: listOf(z.object({ name: z.string(), city: z.string().nullable() })),
    members: listOf(
      z.object({
        resultId: z.string(),
        university: z.string(),
        stage: z.enum(PARK_STAGES).nullable(),
        gain: z.number(),
        hostCarrierId: z.string().nullable().optional(),
        hostAffinity: share().nullable(),
        pilotAffinity: share().nullable(),
        why: BilingualSchema,
      }),
    ),
    hosts: listOf(PlaceSchema),
    pilot: PlaceSchema.nullable(),
    shared: listOf(
      z.object({
        code: z.string(),
        name: BilingualSchema,
        resultIds: listOf(z.string()),
        provider: z
          .object({ carrierId: z.string(), name: z.string(), role: z.enum(['host', 'pilot', 'district']) })
          .nullable(),
      }),
    ),
    institute: listOf(SitedSchema),
    park: listOf(SitedSchema),
    missing: listOf(
      BilingualSchema.extend({
        kind: z.enum(['capability', 'condition', 'stage', 'space', 'host', 'pilot']),
        code: z.string().optional(),
      }),
    ),
    contributions: listOf(
      z.object({
        target: z.string(),
        name: BilingualSchema,
        unit: z.string(),
        atLeast: z.number(),
        assumption: BilingualSchema,
      }),
    ),
    arrangement: z.object({
      planning: PointSchema,
      building: PointSchema,
      management: PointSchema,
      benefitShare: PointSchema,
    }),
    value: z.object({
      total: z.number(),
      chain: z.number(),
      host: z.number(),
      pilot: z.number(),
      cohesion: z.number(),
      shared: z.number(),
      bound: z.number(),
      proven: z.boolean(),
      guarantee: BilingualSchema,
    }),
  })
  .meta({ id: 'ParkProposal', description: '园区建议（成果建园） · A proposed park' });

export const ParkCompositionSchema = z
  .object({
    proposals: listOf(ProposalSchema),
    considered: listOf(
      z.object({
        universities: listOf(z.string()),
        sector: z.string(),
        fields: listOf(z.string()),
        resultIds: listOf(z.string()),
        reason: z.enum(NO_PARK_REASONS),
        why: BilingualSchema,
      }),
    ),
    duplicates: listOf(z.object({ resultId: z.string(), of: z.string() })),
  })
  .meta({
    id: 'ParkComposition',
    description: '成果建园 · Parks out of results, and themes of which none was made',
  });

import { z } from 'zod';
import { CARRIER_KINDS, CARRIER_LEVELS, CARRIER_STATUSES } from '../../domain/reading/enumerations.ts';
import { MatchSchema, NoFitSchema, PurposeSchema } from '../matches/schemas.ts';
import { unknownText } from '../records/fields.ts';

const ResultBriefSchema = z
  .object({ id: z.string(), title: z.string(), university: unknownText() })
  .meta({ id: 'ResultBrief' });

const CarrierBriefSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(CARRIER_KINDS).nullable(),
    level: z.enum(CARRIER_LEVELS).nullable(),
    status: z.enum(CARRIER_STATUSES).nullable(),
  })
  .meta({ id: 'CarrierBrief' });

const ENGINE = z.string().meta({ description: 'Name and version of engine, weights and profile' });

export const CarrierRecommendationsSchema = z
  .object({
    result: ResultBriefSchema,
    purpose: PurposeSchema,
    engine: ENGINE,
    matches: z.array(
      MatchSchema.extend({ carrier: CarrierBriefSchema }).meta({ id: 'CarrierRecommendation' }),
    ),
    noFit: NoFitSchema.nullable().meta({
      description: 'Where no carrier is recommended: why; the matches are then the nearest ones',
    }),
  })
  .meta({ id: 'CarrierRecommendations' });

export const ResultRecommendationsSchema = z
  .object({
    carrier: CarrierBriefSchema,
    purpose: PurposeSchema,
    engine: ENGINE,
    matches: z.array(MatchSchema.extend({ result: ResultBriefSchema }).meta({ id: 'ResultRecommendation' })),
  })
  .meta({ id: 'ResultRecommendations' });

export const ExplanationSchema = MatchSchema.extend({
  result: ResultBriefSchema,
  carrier: CarrierBriefSchema,
}).meta({
  id: 'Explanation',
  description: '一对的完整说明，无论是否合适 · One pair, whether it fits or not',
});

export const PURPOSE_QUERY = {
  purpose: PurposeSchema.default('transfer').meta({ description: '用途 · Purpose; transfer where absent' }),
};

export const RecommendationQuery = z.object({
  ...PURPOSE_QUERY,
  top: z.coerce
    .number()
    .int()
    .min(1)
    .max(50)
    .default(5)
    .meta({ description: '返回条数 · How many, 1 to 50' }),
});

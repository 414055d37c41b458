/** A match with all that a person needs to check it by hand. */
import { z } from 'zod';
import { LIMIT_EFFECTS, VERDICTS } from '../../domain/match.ts';
import { PURPOSES } from '../../domain/purpose.ts';

/** Read-only, so that both a presenter's list and a stored report's fit. */
export const listOf = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();

const share = () => z.number().min(0).max(1);

export const BilingualSchema = z.object({ zh: z.string(), en: z.string() }).meta({ id: 'Bilingual' });

export const PurposeSchema = z.enum(PURPOSES).meta({
  id: 'Purpose',
  description:
    'transfer 转化承接: who takes, licenses or incubates it; pilot 中试合作: who carries it through pilot production',
});

const EvidenceSchema = z
  .object({
    side: z.enum(['result', 'carrier']),
    field: z.string().meta({ description: 'Field of that record, e.g. `needs` or `capabilities[0].detail`' }),
    start: z.int().min(0).meta({ description: 'Offset in UTF-16 code units' }),
    end: z.int().min(0).meta({ description: 'Offset behind the last code unit' }),
    quote: z.string().meta({ description: 'field.slice(start, end)' }),
    about: z.string().optional().meta({ description: 'Term, capability or condition that it stands for' }),
  })
  .meta({ id: 'Evidence', description: '原文依据 · A quote at its place in the text' });

const ComponentSchema = z
  .object({
    name: z.string(),
    value: share()
      .nullable()
      .meta({ description: 'null where neither text says enough: `assumed` counts instead' }),
    assumed: share().optional().meta({ description: 'Neutral value; only where `value` is null' }),
    weight: share().meta({ description: 'The weights of a match sum to 1' }),
    contribution: share().meta({ description: 'weight × (value ?? assumed)' }),
    why: BilingualSchema,
    evidence: listOf(EvidenceSchema),
  })
  .meta({ id: 'ScoreComponent', description: '评分项 · One part of the score' });

const LimitSchema = z
  .object({
    code: z.string().meta({ description: 'e.g. `status`, `slots`, `condition.gmp`, `refusal`' }),
    outcome: z.enum(['passed', 'failed', 'unknown']),
    effect: z.enum(LIMIT_EFFECTS),
    factor: share().meta({ description: 'Multiplies the score; 0 excludes, 1 does nothing' }),
    why: BilingualSchema,
    evidence: listOf(EvidenceSchema),
  })
  .meta({ id: 'LimitCheck', description: '硬性条件 · A hard condition' });

const ShortfallSchema = BilingualSchema.extend({
  code: z.string().optional().meta({ description: 'Of the component or limit that it comes from' }),
  cost: share().optional().meta({
    description:
      'Score that it costs: the costs of a match and its score sum to 1. Absent in matches kept before it was counted',
  }),
}).meta({ id: 'Shortfall', description: '不足及其代价 · Why it is not higher, and what that costs' });

const WhyNotSchema = z
  .object({
    obstacles: listOf(
      z
        .object({
          code: z.string().meta({
            description:
              '`affinity` (too low), `ground` (nothing answers in the texts), or the code of a limit',
          }),
          why: BilingualSchema,
          gap: share().optional().meta({ description: 'Affinity below the threshold; only of `affinity`' }),
        })
        .meta({ id: 'Obstacle' }),
    ).meta({ description: 'What keeps it from being recommended' }),
    changes: listOf(
      z
        .object({
          code: z
            .string()
            .meta({ description: 'e.g. `slots`, `condition.drug_gmp`, `capability.C05`, `trl`' }),
          side: z.enum(['result', 'carrier']).meta({ description: 'Whose field it is' }),
          what: BilingualSchema,
          affinity: share().meta({ description: 'What the pair would then have' }),
        })
        .meta({ id: 'Change' }),
    ).meta({
      description: 'Single changes of a field, each of them enough for a recommendation; the smallest first',
    }),
    conclusion: BilingualSchema,
  })
  .meta({
    id: 'WhyNot',
    description: '为何未推荐、改变什么即可推荐 · Why not, and what would have to change',
  });

export const MatchSchema = z
  .object({
    resultId: z.string(),
    carrierId: z.string(),
    purpose: PurposeSchema,
    affinity: share().meta({
      description: 'How often such a match is good: the score through a curve fitted to judged pairs',
    }),
    score: share().meta({ description: 'Sum of the contributions times the factors of all limits' }),
    rank: z.int().min(0).meta({ description: '1 is best; 0 for a pair that was asked for by itself' }),
    verdict: z.enum(VERDICTS).meta({ description: 'recommended 推荐, possible 可考虑, unfit 不合适' }),
    components: listOf(ComponentSchema),
    limits: listOf(LimitSchema),
    summary: BilingualSchema.meta({ description: 'One sentence made from the evidence' }),
    shortfalls: listOf(ShortfallSchema).meta({ description: 'Why it is not higher, what costs most first' }),
    whyNot: WhyNotSchema.optional().meta({
      description:
        'Of a pair that was asked for by itself, of the best and of near misses among a result’s carriers; absent where it is recommended',
    }),
  })
  .meta({ id: 'Match', description: '匹配 · A scored pair of a result and a carrier' });

export const NoFitSchema = z
  .object({
    resultId: z.string(),
    purpose: PurposeSchema,
    reason: z.string().meta({
      description:
        'outside_sectors, not_transferable, capability_missing, limits, no_pilot_needed, pilot_not_asked, weak …',
    }),
    why: BilingualSchema,
    nearest: z.object({ carrierId: z.string(), affinity: share() }).optional(),
  })
  .meta({ id: 'NoFit', description: '无合适载体的原因 · Why nobody fits' });

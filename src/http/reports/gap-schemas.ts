/** What is missing in the district, and how far it is on its targets. */
import { z } from 'zod';
import { BilingualSchema, listOf, PurposeSchema } from '../matches/schemas.ts';

const CELL = {
  sector: z.string(),
  results: listOf(z.string()),
  carriers: listOf(z.string()),
  slots: z.int(),
};

export const GapReportSchema = z
  .object({
    cells: listOf(
      z.object({
        ...CELL,
        capability: z.string(),
        partners: listOf(z.string()),
        state: z.enum(['missing', 'partner', 'scarce', 'covered']),
      }),
    ).meta({ description: '领域 × 能力 · What results ask for, by sector and capability' }),
    stages: listOf(
      z.object({ ...CELL, from: z.int(), to: z.int(), state: z.enum(['missing', 'scarce', 'covered']) }),
    ).meta({ description: '领域 × 成熟度 · By sector and readiness' }),
    forecasts: listOf(
      z.object({
        sector: z.string(),
        capability: z.string(),
        name: BilingualSchema,
        offer: z.string(),
        trlMin: z.int(),
        trlMax: z.int(),
        slots: z.int(),
        candidates: z.int(),
        placements: z.int(),
        totalAffinity: z.number(),
        takes: listOf(z.string()),
        why: BilingualSchema,
      }),
    ).meta({ description: '补缺预测 · What a new facility would bring: the plan solved again with it' }),
    refused: listOf(
      z.object({
        purpose: PurposeSchema,
        subject: z.string(),
        results: listOf(z.string()),
        carriers: listOf(z.object({ carrierId: z.string(), quote: z.string() })),
        why: BilingualSchema,
      }),
    )
      .optional()
      .meta({
        description:
          '条件相符的载体均不接收，成果因此无载体可推荐；没有则不列 · Subjects that all carriers which would fit otherwise turn away, so that results find nobody; absent where there are none',
      }),
  })
  .meta({ id: 'GapReport', description: '缺口 · What is asked and not there, or not enough of' });

export const GaugeSchema = z
  .object({
    code: z.string(),
    name: BilingualSchema,
    unit: z.string(),
    value: z.number().nullable(),
    stated: z.int(),
    counted: z.int(),
    bound: z.enum(['exact', 'least', 'most']),
    goals: listOf(
      z.object({
        year: z.int(),
        least: z.number(),
        most: z.number().nullable(),
        reached: z.enum(['reached', 'short', 'unknown']),
        missing: z.number().nullable(),
      }),
    ),
    asOf: z.object({ earliest: z.string(), latest: z.string() }).nullable(),
    sources: listOf(z.string()),
    remarks: listOf(BilingualSchema),
  })
  .meta({ id: 'Gauge', description: '规划指标 · How far the district is on one target of its plan' });

/** RFC 9457 problem details: how every refusal is told. */
import { z } from 'zod';
import type { Finding } from '../../domain/errors.ts';
import { PROBLEMS, type ProblemCode } from './codes.ts';

export const FindingSchema = z
  .object({
    field: z.string().meta({ description: 'Path of the field, e.g. `trl` or `capabilities[2].code`' }),
    heading: z.string().nullable().meta({
      description:
        '字段的中文名；名称未知时为 null · What a field of a record is called in Chinese; null for a name that is not known',
    }),
    found: z.string().meta({ description: 'What stood there, shortened' }),
    expected: z.string().meta({ description: 'What would have been accepted' }),
  })
  .meta({ id: 'Finding' });

export const ProblemSchema = z
  .object({
    type: z.string().meta({ description: 'URN of the kind of problem; ends with the code' }),
    title: z.string().meta({ description: 'What kind of problem, in Chinese and English' }),
    status: z.int(),
    detail: z.string().meta({ description: 'What went wrong this time, in Chinese and English' }),
    instance: z.string().meta({ description: 'Path of the request' }),
    code: z.string().meta({ description: 'Stable code, e.g. `record.invalid`: decide by this' }),
    requestId: z
      .string()
      .meta({ description: 'Also in the header X-Request-Id; quote it when asking for help' }),
    findings: z
      .array(FindingSchema)
      .meta({ description: 'Field by field; empty where no field is to blame' }),
  })
  .meta({
    id: 'Problem',
    description: 'RFC 9457 problem details',
    example: {
      type: 'urn:jianyuan:problem:record.invalid',
      title: '记录有误 · The record is invalid',
      status: 422,
      detail: '记录有 1 处错误 · The record has an error',
      instance: '/api/v1/results',
      code: 'record.invalid',
      requestId: '0b9c2d6e-4f1a-4a37-9a55-6f4f1f0d2c11',
      findings: [
        {
          field: 'trl',
          heading: '技术成熟度',
          found: 'TRL 12',
          expected: '技术成熟度 1–9，如 6、5-6级 · TRL 1 to 9, e.g. 6 or 5-6',
        },
      ],
    },
  });
export type Problem = z.infer<typeof ProblemSchema>;

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

export interface Refusal {
  readonly code: ProblemCode;
  /** In Chinese and English; where absent the title says all. */
  readonly detail?: string | undefined;
  readonly findings?: readonly Finding[] | undefined;
}

export function describeProblem(
  { code, detail, findings = [] }: Refusal,
  where: { readonly instance: string; readonly requestId: string },
): Problem {
  const { status, title } = PROBLEMS[code];
  const titles = `${title.zh} · ${title.en}`;
  return {
    type: `urn:jianyuan:problem:${code}`,
    title: titles,
    status,
    detail: detail ?? titles,
    instance: where.instance,
    code,
    requestId: where.requestId,
    findings: findings.map(presentFinding),
  };
}

export function presentFinding({ field, heading, found, expected }: Finding): z.infer<typeof FindingSchema> {
  return { field, heading: heading ?? null, found, expected };
}

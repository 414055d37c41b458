/** A research result on its way in and on its way out. */
import { z } from 'zod';
import { RESULT_CATEGORIES, TRANSFER_MODES } from '../../domain/reading/enumerations.ts';
import { IP_KINDS, IP_STATUSES } from '../../domain/reading/ip.ts';
import { ResearchResultSchema } from '../../domain/research-result.ts';
import { describeFields } from '../openapi/describe-fields.ts';
import { ContactSchema, STORED_FIELDS, unknownNumber, unknownText, unknownTexts } from '../records/fields.ts';
import { RESULT_FIELDS } from './fields.ts';

export const RESULT_EXAMPLE = {
  id: 'R2026-017',
  title: '用于肿瘤免疫治疗的双特异性抗体',
  university: '重庆医科大学',
  abstract: '针对实体瘤的双特异性抗体，已完成小试，在小鼠模型中抑瘤率达到68%。',
  keywords: ['双特异性抗体', '肿瘤免疫'],
  needs: '寻求具备GMP条件的中试车间，完成200升规模的工艺放大。',
  trl: '4-5级',
  ip: '发明专利3项（授权2项）',
  transferModes: ['许可', '作价投资'],
  secrecy: '公开',
};

/** The domain's own schema, described. */
export const ResultInputSchema = z.object(describeFields(ResearchResultSchema.shape, RESULT_FIELDS)).meta({
  id: 'ResearchResultInput',
  description: '高校科技成果 · A research result',
  example: RESULT_EXAMPLE,
});

const IpRightSchema = z
  .object({
    kind: z.enum(IP_KINDS),
    text: z.string(),
    status: z.enum(IP_STATUSES).nullable(),
    count: unknownNumber(),
    number: unknownText(),
  })
  .meta({ id: 'IpRight' });

const TrlRangeSchema = z
  .object({ low: z.int(), high: z.int() })
  .meta({ id: 'TrlRange', description: '技术成熟度 · Technology readiness, 1 to 9, both ends included' });

const OUT = {
  id: z.string(),
  title: z.string(),
  abstract: unknownText(),
  keywords: unknownTexts(),
  discipline: unknownText(),
  university: unknownText(),
  sectors: unknownTexts(),
  needs: unknownText(),
  trl: TrlRangeSchema.nullable(),
  stage: unknownText(),
  ip: z.array(IpRightSchema).nullable(),
  transferModes: z.array(z.enum(TRANSFER_MODES)).nullable(),
  category: z.enum(RESULT_CATEGORIES).nullable(),
  secrecy: z.literal('public').nullable(),
  contact: ContactSchema.nullable(),
  regNo: unknownText(),
  department: unknownText(),
  lead: unknownText(),
  team: unknownTexts(),
  advance: unknownText(),
  application: unknownText(),
  problem: unknownText(),
  levelClaim: unknownText(),
  applicationStatus: unknownText(),
  form: unknownText(),
  origin: unknownText(),
  evaluation: unknownText(),
  period: unknownText(),
  ipc: unknownTexts(),
  industryCode: unknownText(),
  priceWan: unknownNumber(),
  regulatory: unknownText(),
  environment: unknownText(),
  remarks: unknownText(),
};

export const ResultSchema = z.object({ ...describeFields(OUT, RESULT_FIELDS), ...STORED_FIELDS }).meta({
  id: 'ResearchResult',
  description: '高校科技成果；null 表示未知 · A research result; null is unknown',
});

export const ResultListItemSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    university: unknownText(),
    discipline: unknownText(),
    keywords: unknownTexts(),
    sectors: unknownTexts(),
    trl: TrlRangeSchema.nullable(),
    stage: unknownText(),
    ...STORED_FIELDS,
  })
  .meta({ id: 'ResearchResultListItem' });

/** A carrier on its way in and on its way out. */
import { z } from 'zod';
import { CarrierSchema as CarrierDomainSchema, PROVIDERS } from '../../domain/carrier.ts';
import { CARRIER_KINDS, CARRIER_LEVELS, CARRIER_STATUSES } from '../../domain/reading/enumerations.ts';
import { describeFields } from '../openapi/describe-fields.ts';
import { ContactSchema, STORED_FIELDS, unknownNumber, unknownText, unknownTexts } from '../records/fields.ts';
import { CARRIER_FIELDS } from './fields.ts';

export const CARRIER_EXAMPLE = {
  id: 'C-BIO-01',
  name: '江北高端生物医药孵化器',
  kind: '孵化器',
  level: '市级',
  status: '正常',
  description: '面向抗体药物与体外诊断，自有GMP中试车间2000平方米，提供200升至2000升工艺放大与检验检测服务。',
  sectors: ['BIO'],
  capabilities: [{ code: 'C04', detail: '200升至2000升生物反应器', provider: 'own' }],
  portfolio: [{ title: '重组蛋白药物的中试放大' }],
  trlMin: 4,
  trlMax: 8,
  areaFreeM2: 3500,
  slots: 4,
  limits: '不接受涉及危险化学品的项目',
  city: '重庆',
};

/** The domain's own schema, described. */
export const CarrierInputSchema = z
  .object(describeFields(CarrierDomainSchema.shape, CARRIER_FIELDS))
  .meta({ id: 'CarrierInput', description: '孵化载体 · An incubation carrier', example: CARRIER_EXAMPLE });

const CapabilityClaimSchema = z
  .object({ code: z.string(), detail: unknownText(), provider: z.enum(PROVIDERS).nullable() })
  .meta({ id: 'CapabilityClaim' });

const PortfolioItemSchema = z
  .object({ title: z.string(), summary: unknownText() })
  .meta({ id: 'PortfolioItem' });

const OUT = {
  id: z.string(),
  name: z.string(),
  kind: z.enum(CARRIER_KINDS).nullable(),
  category: unknownText(),
  level: z.enum(CARRIER_LEVELS).nullable(),
  status: z.enum(CARRIER_STATUSES).nullable(),
  description: unknownText(),
  sectors: unknownTexts(),
  capabilities: z.array(CapabilityClaimSchema).nullable(),
  portfolio: z.array(PortfolioItemSchema).nullable(),
  trlMin: unknownNumber(),
  trlMax: unknownNumber(),
  areaTotalM2: unknownNumber(),
  areaFreeM2: unknownNumber(),
  slots: unknownNumber(),
  pilotLots: unknownNumber(),
  limits: unknownText(),
  city: unknownText(),
  operator: unknownText(),
  creditCode: unknownText(),
  address: unknownText(),
  zone: unknownText(),
  founded: unknownText(),
  recognition: unknownText(),
  seedFundWan: unknownNumber(),
  staff: unknownNumber(),
  mentors: unknownNumber(),
  incubatees: unknownNumber(),
  teams: unknownNumber(),
  techEnterprises: unknownNumber(),
  dataAsOf: unknownText(),
  dataSource: unknownText(),
  networks: unknownTexts(),
  contact: ContactSchema.nullable(),
  remarks: unknownText(),
};

export const CarrierSchema = z
  .object({ ...describeFields(OUT, CARRIER_FIELDS), ...STORED_FIELDS })
  .meta({ id: 'Carrier', description: '孵化载体；null 表示未知 · An incubation carrier; null is unknown' });

export const CarrierListItemSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(CARRIER_KINDS).nullable(),
    level: z.enum(CARRIER_LEVELS).nullable(),
    status: z.enum(CARRIER_STATUSES).nullable(),
    sectors: unknownTexts(),
    areaFreeM2: unknownNumber(),
    slots: unknownNumber(),
    city: unknownText(),
    ...STORED_FIELDS,
  })
  .meta({ id: 'CarrierListItem' });

/**
 * An incubation carrier (孵化载体): maker space, incubator, accelerator, park, pilot-production platform.
 * A name is enough, though with neither a description nor a portfolio little can be matched (the import warns);
 * what is absent is unknown, never zero.
 */
import { z } from 'zod';
import { ContactSchema } from './contact.ts';
import {
  count,
  ifStated,
  moneyWan,
  named,
  optionalText,
  paragraphs,
  quantity,
  text,
  textList,
} from './free-text.ts';
import type { Purpose } from './purpose.ts';
import { readCapabilityCell } from './reading/capability-cell.ts';
import {
  CARRIER_KINDS,
  CARRIER_LEVELS,
  CARRIER_STATUSES,
  readCarrierKind,
  readCarrierLevel,
  readCarrierStatus,
} from './reading/enumerations.ts';
import { isBlank } from './reading/plain.ts';
import { RecordIdSchema } from './research-result.ts';

export const PROVIDERS = ['own', 'partner'] as const;

/** One claim of a carrier: code (or name, while no profile has read it), detail, whose it is. */
const CapabilityClaimSchema = z.object({
  code: text(100).pipe(z.string().min(1)),
  detail: optionalText(1_000),
  provider: ifStated(z.enum(PROVIDERS)),
});
export type CapabilityClaim = z.infer<typeof CapabilityClaimSchema>;

const CapabilitiesSchema = z.preprocess(
  (value) => entries(value, readCapabilityCell),
  z.array(CapabilityClaimSchema).max(200),
);

const PortfolioItemSchema = z.object({
  title: text(500).pipe(z.string().min(1)),
  summary: paragraphs(10_000),
});
const PortfolioSchema = z.preprocess(
  (value) =>
    entries(value, (cell) =>
      cell
        .split(/[;；\n\r]+/u)
        .filter((line) => !isBlank(line))
        .map((title) => ({ title })),
    ),
  z.array(PortfolioItemSchema).max(2_000),
);

/** A cell, or a list whose entries may be cells, becomes a list of objects; anything else stays for zod to refuse. */
function entries(value: unknown, readCell: (cell: string) => object[]): unknown {
  if (typeof value === 'string') return readCell(value);
  if (!Array.isArray(value)) return value;
  return value.flatMap((entry) => (typeof entry === 'string' ? readCell(entry) : [entry]));
}

const StatusSchema = z.string().transform((words, context) => {
  const status = readCarrierStatus(words);
  if (status) return status;
  const message = `正常、奖补、督促整改、摘牌 · one of ${CARRIER_STATUSES.join(', ')}`;
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

const trlBound = count(9).pipe(z.number().min(1).optional());

export const CarrierSchema = z
  .object({
    id: ifStated(RecordIdSchema),
    name: named(300, 2),
    kind: ifStated(z.string().transform(readCarrierKind).pipe(z.enum(CARRIER_KINDS))),
    category: optionalText(100),
    level: ifStated(z.string().transform(readCarrierLevel).pipe(z.enum(CARRIER_LEVELS).optional())),
    status: ifStated(StatusSchema),
    description: paragraphs(20_000),
    sectors: ifStated(textList(100, 30)),
    capabilities: ifStated(CapabilitiesSchema),
    portfolio: ifStated(PortfolioSchema),
    trlMin: trlBound,
    trlMax: trlBound,
    areaTotalM2: quantity(100_000_000),
    areaFreeM2: quantity(100_000_000),
    slots: count(100_000),
    pilotLots: count(100_000),
    limits: paragraphs(5_000),
    city: optionalText(100),
    operator: optionalText(300),
    creditCode: optionalText(30),
    address: optionalText(300),
    zone: optionalText(200),
    founded: optionalText(40),
    recognition: optionalText(500),
    seedFundWan: moneyWan(100_000_000),
    staff: count(100_000),
    mentors: count(100_000),
    incubatees: count(1_000_000),
    teams: count(1_000_000),
    techEnterprises: count(1_000_000),
    dataAsOf: optionalText(40),
    dataSource: optionalText(300),
    networks: ifStated(textList(100, 50)),
    contact: ifStated(ContactSchema),
    remarks: paragraphs(5_000),
  })
  .refine(
    (carrier) =>
      carrier.trlMin === undefined || carrier.trlMax === undefined || carrier.trlMin <= carrier.trlMax,
    {
      path: ['trlMin'],
      message: '不得高于 trlMax · must not exceed trlMax',
    },
  );

export type CarrierInput = z.input<typeof CarrierSchema>;
export type CarrierDraft = z.infer<typeof CarrierSchema>;
export type Carrier = CarrierDraft & { id: string };

/** What it can take this round: of pilots its lots, where it counts them apart. Undefined: it does not say. */
export function slotsFor(
  { slots, pilotLots }: Pick<Carrier, 'slots' | 'pilotLots'>,
  purpose: Purpose,
): number | undefined {
  return purpose === 'pilot' && pilotLots !== undefined ? pilotLots : slots;
}

/** A carrier as a caller sees it: every field that goes out is named here. */
import type { z } from 'zod';
import type { Carrier } from '../../domain/carrier.ts';
import { presentContact, presentRemarks, type StoredRecord } from '../records/fields.ts';
import type { Caller } from '../security/caller.ts';
import type { CarrierListItemSchema, CarrierSchema } from './schemas.ts';

export function presentCarrier(
  { record, hash, createdAt, updatedAt }: StoredRecord<Carrier>,
  caller: Caller,
): z.infer<typeof CarrierSchema> {
  return {
    id: record.id,
    name: record.name,
    kind: record.kind ?? null,
    category: record.category ?? null,
    level: record.level ?? null,
    status: record.status ?? null,
    description: record.description ?? null,
    sectors: record.sectors ?? null,
    capabilities: record.capabilities?.map(presentClaim) ?? null,
    portfolio: record.portfolio?.map(({ title, summary }) => ({ title, summary: summary ?? null })) ?? null,
    trlMin: record.trlMin ?? null,
    trlMax: record.trlMax ?? null,
    areaTotalM2: record.areaTotalM2 ?? null,
    areaFreeM2: record.areaFreeM2 ?? null,
    slots: record.slots ?? null,
    pilotLots: record.pilotLots ?? null,
    limits: record.limits ?? null,
    city: record.city ?? null,
    operator: record.operator ?? null,
    creditCode: record.creditCode ?? null,
    address: record.address ?? null,
    zone: record.zone ?? null,
    founded: record.founded ?? null,
    recognition: record.recognition ?? null,
    seedFundWan: record.seedFundWan ?? null,
    staff: record.staff ?? null,
    mentors: record.mentors ?? null,
    incubatees: record.incubatees ?? null,
    teams: record.teams ?? null,
    techEnterprises: record.techEnterprises ?? null,
    dataAsOf: record.dataAsOf ?? null,
    dataSource: record.dataSource ?? null,
    networks: record.networks ?? null,
    contact: presentContact(record.contact, caller),
    remarks: presentRemarks(record.remarks, caller),
    hash,
    createdAt,
    updatedAt,
  };
}

export function presentCarrierListItem({
  record,
  hash,
  createdAt,
  updatedAt,
}: StoredRecord<Carrier>): z.infer<typeof CarrierListItemSchema> {
  return {
    id: record.id,
    name: record.name,
    kind: record.kind ?? null,
    level: record.level ?? null,
    status: record.status ?? null,
    sectors: record.sectors ?? null,
    areaFreeM2: record.areaFreeM2 ?? null,
    slots: record.slots ?? null,
    city: record.city ?? null,
    hash,
    createdAt,
    updatedAt,
  };
}

function presentClaim({ code, detail, provider }: NonNullable<Carrier['capabilities']>[number]) {
  return { code, detail: detail ?? null, provider: provider ?? null };
}

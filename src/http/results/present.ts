/** A research result as a caller sees it: every field that goes out is named here. */
import type { z } from 'zod';
import type { IpRight } from '../../domain/reading/ip.ts';
import type { ResearchResult } from '../../domain/research-result.ts';
import { presentContact, presentRemarks, type StoredRecord } from '../records/fields.ts';
import type { Caller } from '../security/caller.ts';
import type { ResultListItemSchema, ResultSchema } from './schemas.ts';

export function presentResult(
  { record, hash, createdAt, updatedAt }: StoredRecord<ResearchResult>,
  caller: Caller,
): z.infer<typeof ResultSchema> {
  return {
    id: record.id,
    title: record.title,
    abstract: record.abstract ?? null,
    keywords: record.keywords ?? null,
    discipline: record.discipline ?? null,
    university: record.university ?? null,
    sectors: record.sectors ?? null,
    needs: record.needs ?? null,
    trl: presentTrl(record.trl),
    stage: record.stage ?? null,
    ip: record.ip?.map(presentRight) ?? null,
    transferModes: record.transferModes ?? null,
    category: record.category ?? null,
    secrecy: record.secrecy ?? null,
    contact: presentContact(record.contact, caller),
    regNo: record.regNo ?? null,
    department: record.department ?? null,
    lead: record.lead ?? null,
    team: record.team ?? null,
    advance: record.advance ?? null,
    application: record.application ?? null,
    problem: record.problem ?? null,
    levelClaim: record.levelClaim ?? null,
    applicationStatus: record.applicationStatus ?? null,
    form: record.form ?? null,
    origin: record.origin ?? null,
    evaluation: record.evaluation ?? null,
    period: record.period ?? null,
    ipc: record.ipc ?? null,
    industryCode: record.industryCode ?? null,
    priceWan: record.priceWan ?? null,
    regulatory: record.regulatory ?? null,
    environment: record.environment ?? null,
    remarks: presentRemarks(record.remarks, caller),
    hash,
    createdAt,
    updatedAt,
  };
}

export function presentResultListItem({
  record,
  hash,
  createdAt,
  updatedAt,
}: StoredRecord<ResearchResult>): z.infer<typeof ResultListItemSchema> {
  return {
    id: record.id,
    title: record.title,
    university: record.university ?? null,
    discipline: record.discipline ?? null,
    keywords: record.keywords ?? null,
    sectors: record.sectors ?? null,
    trl: presentTrl(record.trl),
    stage: record.stage ?? null,
    hash,
    createdAt,
    updatedAt,
  };
}

function presentTrl(trl: ResearchResult['trl']): { low: number; high: number } | null {
  return trl === undefined ? null : { low: trl.low, high: trl.high };
}

function presentRight({ kind, text, status, count, number }: IpRight) {
  return { kind, text, status: status ?? null, count: count ?? null, number: number ?? null };
}

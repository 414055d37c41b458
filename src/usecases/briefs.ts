/** What a list shows of a record: its name and what it is, never its contact. */
import type { Carrier } from '../domain/carrier.ts';
import type { ResearchResult } from '../domain/research-result.ts';
import { getCarrier, getResult } from './get-record.ts';
import type { Ports } from './ports.ts';

export interface ResultBrief {
  readonly id: string;
  readonly title: string;
  readonly university: string | null;
}

export interface CarrierBrief {
  readonly id: string;
  readonly name: string;
  readonly kind: Carrier['kind'] | null;
  readonly level: Carrier['level'] | null;
  readonly status: Carrier['status'] | null;
}

export function resultBrief({ id, title, university }: ResearchResult): ResultBrief {
  return { id, title, university: university ?? null };
}

export function carrierBrief({ id, name, kind, level, status }: Carrier): CarrierBrief {
  return { id, name, kind: kind ?? null, level: level ?? null, status: status ?? null };
}

/** One for each id, in the order asked for. */
export function resultBriefs(ports: Pick<Ports, 'store'>, ids: readonly string[]): Promise<ResultBrief[]> {
  return Promise.all(ids.map(async (id) => resultBrief((await getResult(ports, id)).record)));
}

/** One for each id, in the order asked for. */
export function carrierBriefs(ports: Pick<Ports, 'store'>, ids: readonly string[]): Promise<CarrierBrief[]> {
  return Promise.all(ids.map(async (id) => carrierBrief((await getCarrier(ports, id)).record)));
}

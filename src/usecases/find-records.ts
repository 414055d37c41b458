import type { Carrier } from '../domain/carrier.ts';
import { DomainError } from '../domain/errors.ts';
import type { ResearchResult } from '../domain/research-result.ts';
import type { Stored } from '../store/store.ts';
import type { Ports } from './ports.ts';

export type FoundRecord =
  | ({ readonly kind: 'results' } & Stored<ResearchResult>)
  | ({ readonly kind: 'carriers' } & Stored<Carrier>);

/** Whatever has this id: a result, a carrier, or one of each. Throws `record.not_found`. */
export async function findRecords({ store }: Pick<Ports, 'store'>, id: string): Promise<FoundRecord[]> {
  const [result, carrier] = await Promise.all([store.results.find(id), store.carriers.find(id)]);
  const found: FoundRecord[] = [];
  if (result) found.push({ kind: 'results', ...result });
  if (carrier) found.push({ kind: 'carriers', ...carrier });
  if (found.length > 0) return found;
  throw new DomainError(
    'record.not_found',
    `没有编号为“${id}”的成果或载体 · There is no research result and no carrier with the id "${id}"`,
  );
}

import type { Carrier } from '../domain/carrier.ts';
import { DomainError } from '../domain/errors.ts';
import type { ResearchResult } from '../domain/research-result.ts';
import type { Stored } from '../store/store.ts';
import type { Ports } from './ports.ts';

/** Throws `record.not_found`. */
export async function getResult(
  { store }: Pick<Ports, 'store'>,
  id: string,
): Promise<Stored<ResearchResult>> {
  const found = await store.results.find(id);
  if (!found)
    throw new DomainError(
      'record.not_found',
      `没有编号为“${id}”的成果 · There is no research result with the id "${id}"`,
    );
  return found;
}

/** Throws `record.not_found`. */
export async function getCarrier({ store }: Pick<Ports, 'store'>, id: string): Promise<Stored<Carrier>> {
  const found = await store.carriers.find(id);
  if (!found)
    throw new DomainError(
      'record.not_found',
      `没有编号为“${id}”的载体 · There is no carrier with the id "${id}"`,
    );
  return found;
}

import type { Carrier } from '../domain/carrier.ts';
import type { ResearchResult } from '../domain/research-result.ts';
import type { PageQuery, Stored } from '../store/store.ts';
import type { Ports } from './ports.ts';

/** A page, and the cursor (`after`) of the next one; null at the end. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

export async function listResults(
  { store }: Pick<Ports, 'store'>,
  query: PageQuery,
): Promise<Page<Stored<ResearchResult>>> {
  const found = await store.results.list({ ...query, limit: query.limit + 1 });
  return page(found, query.limit, (stored) => stored.record.id);
}

export async function listCarriers(
  { store }: Pick<Ports, 'store'>,
  query: PageQuery,
): Promise<Page<Stored<Carrier>>> {
  const found = await store.carriers.list({ ...query, limit: query.limit + 1 });
  return page(found, query.limit, (stored) => stored.record.id);
}

/** Cuts what was asked for with one more than the limit: the one more tells whether there is a next page. */
export function page<T>(found: readonly T[], limit: number, idOf: (item: T) => string): Page<T> {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, next: found.length > limit && last !== undefined ? idOf(last) : null };
}

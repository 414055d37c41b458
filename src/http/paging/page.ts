/** Pages of every list: what asks for one and what one looks like. */
import { z } from 'zod';
import type { Page } from '../../usecases/list-records.ts';
import { decodeCursor, encodeCursor, type ListName } from './cursor.ts';

export const PAGE_QUERY = {
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(200)
    .default(50)
    .meta({ description: '每页条数 · Items on a page, 1 to 200' }),
  cursor: z
    .string()
    .min(1)
    .max(1_000)
    .optional()
    .meta({ description: '上一页的 next · `next` of the page before; absent for the first page' }),
};

export const pageOf = <Item extends z.ZodType>(item: Item, id: string) =>
  z
    .object({
      items: z.array(item),
      next: z
        .string()
        .nullable()
        .meta({ description: '下一页的游标 · Cursor of the next page; null at the end' }),
    })
    .meta({ id });

/** The query of a page in the words of the use cases. */
export function pageQuery(
  list: ListName,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): { limit: number; after?: string } {
  return { limit, ...(cursor === undefined ? {} : { after: decodeCursor(list, cursor) }) };
}

export function presentPage<T, Shown>(
  list: ListName,
  { items, next }: Page<T>,
  present: (item: T) => Shown,
): { items: Shown[]; next: string | null } {
  return { items: items.map(present), next: next === null ? null : encodeCursor(list, next) };
}

/** What every adapter keeps to about imports: how a kept one is read. */
import type { ImportRecord } from '../store.ts';

type ImportRow = Omit<ImportRecord, 'createdAt' | 'updatedAt'> & {
  readonly createdAt: number;
  readonly updatedAt: number;
};

export function importOf(row: ImportRow): ImportRecord {
  return {
    ...row,
    createdAt: new Date(row.createdAt).toISOString(),
    updatedAt: new Date(row.updatedAt).toISOString(),
  };
}

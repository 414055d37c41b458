/** Names in the objects of a JSON file that no field has: what stands there is kept in `remarks`, and told. */
import type { z } from 'zod';
import { CarrierSchema } from '../../domain/carrier.ts';
import { pathName } from '../../domain/explain-issues.ts';
import type { RecordKind } from '../../domain/import-report.ts';
import { ResearchResultSchema } from '../../domain/research-result.ts';
import { eachOnce, knownNames, unknownKeys } from '../../domain/unknown-keys.ts';
import { chineseHeading } from '../headings/chinese-heading.ts';
import type { Cell } from './cell.ts';
import type { Reading } from './reading.ts';

const FIELDS: Record<RecordKind, Readonly<Record<string, z.ZodType>>> = {
  results: ResearchResultSchema.shape,
  carriers: CarrierSchema.shape,
};

export function leaveUnknownParts(kind: RecordKind, field: string, cell: Cell, reading: Reading): void {
  const schema = FIELDS[kind][field];
  if (schema === undefined) return;
  const parts = unknownKeys(schema, cell.value).map(({ path, value, known }) => ({
    path,
    known,
    cell: { ...cell, heading: pathName([cell.heading, ...path]), value },
  }));
  for (const part of parts) reading.leave(part.cell);
  for (const { path, known, cell: first, times } of eachOnce(parts)) {
    const places = times === 1 ? { zh: '', en: '' } : { zh: `（${times} 处）`, en: ` (${times} places)` };
    const cell = { ...first, heading: `${chineseHeading(kind, [field]) ?? ''} ${first.heading}`.trim() };
    const also = (zh: string, en: string) =>
      knownNames(path, known, { zh: `${zh}${places.zh}`, en: `${en}${places.en}` });
    reading.warn(cell, also('已存入备注', 'kept in remarks'));
    reading.misname(cell, also('未知名称', 'a name that is not known'));
  }
}

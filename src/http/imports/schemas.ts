import { z } from 'zod';
import { RECORD_KINDS } from '../../domain/import-report.ts';
import { ProgressSchema } from '../jobs/schemas.ts';
import { unknownText } from '../records/fields.ts';

export const RecordKindSchema = z.enum(RECORD_KINDS).meta({ id: 'RecordKind' });

const CountsSchema = z
  .object({
    rows: z.int(),
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    duplicates: z.int(),
    refused: z.int(),
  })
  .meta({ id: 'ImportCounts', description: 'created + updated + unchanged + duplicates + refused = rows' });

const RowFindingSchema = z
  .object({
    row: z.int().meta({ description: '表格行号 · Row as a spreadsheet shows it, from 1' }),
    sheet: unknownText(),
    column: z.string(),
    found: unknownText().meta({
      description:
        '单元格内容 · What stood in the cell; null without the API key: a cell may hold personal data',
    }),
    expected: z.string(),
    severity: z.enum(['error', 'warning']).meta({ description: 'error: the row was not taken' }),
  })
  .meta({ id: 'RowFinding' });

const ReportSchema = z
  .object({
    counts: CountsSchema,
    columns: z.array(z.object({ heading: z.string(), field: unknownText() })).meta({
      description: '列名与识别出的字段 · Headings and the field each was read as; null where not recognised',
    }),
    findings: z
      .array(RowFindingSchema)
      .meta({ description: '前 1000 条，拒收在前 · The first 1,000, of refused rows before all others' }),
    findingsTotal: z.int(),
  })
  .meta({ id: 'ImportReport' });

const IMPORT = {
  id: z.string(),
  kind: RecordKindSchema,
  filename: z.string(),
  state: z.enum(['queued', 'running', 'finished', 'failed']),
  progress: ProgressSchema.nullable(),
  error: unknownText(),
  createdAt: z.string(),
  updatedAt: z.string(),
};

export const ImportListItemSchema = z
  .object({ ...IMPORT, counts: CountsSchema.nullable() })
  .meta({ id: 'ImportListItem' });

export const ImportSchema = z
  .object({ ...IMPORT, report: ReportSchema.nullable().meta({ description: 'null until it is finished' }) })
  .meta({ id: 'Import', description: '文件导入 · A file on its way into records' });

export const UploadFields = z.object({
  kind: RecordKindSchema.meta({ description: '成果 results 或载体 carriers · What the file holds' }),
});

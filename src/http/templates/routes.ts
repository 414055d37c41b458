import { z } from 'zod';
import type { RecordKind } from '../../domain/import-report.ts';
import { RecordKindSchema } from '../imports/schemas.ts';
import { API } from '../paths.ts';
import { file } from '../routing/reply.ts';
import { defineRoute } from '../routing/route.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const NAMES: Readonly<Record<RecordKind, string>> = { results: '科技成果填报表', carriers: '孵化载体填报表' };

const getTemplate = defineRoute({
  method: 'get',
  path: `${API}/templates/{kind}.xlsx`,
  operationId: 'getTemplate',
  tag: 'imports',
  summary: '下载填报模板 · An empty spreadsheet to fill in',
  access: 'open',
  params: z.object({ kind: RecordKindSchema.meta({ description: '成果 results 或载体 carriers' }) }),
  answer: { statuses: { 200: '空白表格 · The spreadsheet' }, media: [XLSX] },
  problems: ['route.not_found'],
  handle: async ({ usecases }, { params: { kind } }) =>
    file(XLSX, await usecases.writeTemplate(kind), {
      'Content-Disposition': `attachment; filename="jianyuan-${kind}.xlsx"; filename*=UTF-8''${encodeURIComponent(`${NAMES[kind]}.xlsx`)}`,
    }),
});

export const templateRoutes = [getTemplate];

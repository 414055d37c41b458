import { z } from 'zod';
import { PAGE_QUERY, pageOf, pageQuery, presentPage } from '../paging/page.ts';
import { API, importPath } from '../paths.ts';
import { uploadForm } from '../routing/body.ts';
import { json, located } from '../routing/reply.ts';
import { defineRoute } from '../routing/route.ts';
import { presentImport, presentImportListItem } from './present.ts';
import { ImportListItemSchema, ImportSchema, UploadFields } from './schemas.ts';

const submitImport = defineRoute({
  method: 'post',
  path: `${API}/imports`,
  operationId: 'submitImport',
  tag: 'imports',
  summary: '上传文件 · Upload a spreadsheet of results or carriers',
  description:
    'XLSX, CSV (UTF-8 or GB18030) or JSONL. Read in the background: ask at Location how far it is.',
  access: 'key',
  body: uploadForm(UploadFields),
  answer: {
    statuses: { 202: '已接收，后台导入 · Taken, and read in the background' },
    schema: ImportSchema,
    location: true,
  },
  problems: ['file.too_large', 'file.empty'],
  handle: async ({ usecases }, { body, caller }) => {
    const { importId } = await usecases.submitImport({ kind: body.fields.kind, ...body.file });
    const record = await usecases.findImport(importId);
    return located(presentImport(record, caller), 202, importPath(importId));
  },
});

const listImports = defineRoute({
  method: 'get',
  path: `${API}/imports`,
  operationId: 'listImports',
  tag: 'imports',
  summary: '导入列表 · List imports, oldest first',
  access: 'open',
  query: z.object(PAGE_QUERY),
  answer: { statuses: { 200: '一页导入 · A page' }, schema: pageOf(ImportListItemSchema, 'ImportPage') },
  problems: [],
  handle: async ({ usecases }, { query, caller }) => {
    const page = await usecases.listImports(pageQuery('imports', query));
    return json(presentPage('imports', page, (record) => presentImportListItem(record, caller)));
  },
});

const getImport = defineRoute({
  method: 'get',
  path: `${API}/imports/{id}`,
  operationId: 'getImport',
  tag: 'imports',
  summary: '导入进度与报告 · Progress and report of one import',
  access: 'open',
  params: z.object({
    id: z.string().meta({ description: '导入编号 · Id of the import', example: 'i20261123-084512-7k3fz' }),
  }),
  answer: { statuses: { 200: '导入 · The import' }, schema: ImportSchema },
  problems: ['import.not_found'],
  handle: async ({ usecases }, { params, caller }) =>
    json(presentImport(await usecases.findImport(params.id), caller)),
});

export const importRoutes = [submitImport, listImports, getImport];

import { MOST_WHOLE } from '../../usecases/write-report.ts';
import { API } from '../paths.ts';
import { RoundParams } from '../rounds/schemas.ts';
import { file, type Reply, streamed } from '../routing/reply.ts';
import { defineRoute } from '../routing/route.ts';
import { REPORT_POLICY } from '../security/headers.ts';
import type { Services } from '../services.ts';
import { ReportDocumentQuery, RoundReportSchema } from './schemas.ts';

const HTML = 'text/html';
const PDF = 'application/pdf';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const PROBLEMS = ['round.not_found', 'round.not_finished', 'report.not_found'] as const;
/** Said where it can be read before it is met. */
const UP_TO = `成果不超过 ${MOST_WHOLE} 项的轮次可用，更多的只提供 JSON（413 report.too_large）· Of rounds of up to ${MOST_WHOLE} results; larger ones come as JSON only: 413, report.too_large.`;
const FILE_PROBLEMS = [...PROBLEMS, 'report.too_large'] as const;

/**
 * As JSON the report goes out as it is stored, the one answer without a presenter: its hash is over all that is in
 * it, so that anybody can check it. No contact is ever in a report.
 */
const getReport = defineRoute({
  method: 'get',
  path: `${API}/rounds/{id}/report`,
  operationId: 'getReport',
  tag: 'reports',
  summary: '对接报告 · The report of a finished round',
  description: `JSON of any size, or a page to read and print where Accept prefers text/html. The page: ${UP_TO}`,
  access: 'open',
  params: RoundParams,
  answer: { statuses: { 200: '报告 · The report' }, schema: RoundReportSchema, media: [HTML] },
  problems: FILE_PROBLEMS,
  handle: async (services, { params, prefers }) => {
    const vary = { Vary: 'Accept' };
    if (prefers('application/json', HTML) === HTML) return reportPage(services, params.id, vary);
    const pieces = await services.usecases.reportAsJson(params.id);
    return streamed('application/json; charset=utf-8', pieces, vary);
  },
});

const getReportPage = defineRoute({
  method: 'get',
  path: `${API}/rounds/{id}/report.html`,
  operationId: 'getReportPage',
  tag: 'reports',
  summary: '对接报告网页 · The report as a page to read and print',
  description: UP_TO,
  access: 'open',
  params: RoundParams,
  answer: { statuses: { 200: '网页 · The page' }, media: [HTML] },
  problems: FILE_PROBLEMS,
  handle: (services, { params }) => reportPage(services, params.id),
});

const getReportDocument = defineRoute({
  method: 'get',
  path: `${API}/rounds/{id}/report.pdf`,
  operationId: 'getReportDocument',
  tag: 'reports',
  summary: '对接报告公文 · The report as a document to sign and file',
  description: UP_TO,
  access: 'open',
  params: RoundParams,
  query: ReportDocumentQuery,
  answer: { statuses: { 200: 'PDF 文件 · The document' }, media: [PDF] },
  problems: FILE_PROBLEMS,
  handle: async ({ usecases }, { params, query: { sheets } }) =>
    file(PDF, await usecases.writeReport({ roundId: params.id, kind: 'pdf', sheets })),
});

const getReportWorkbook = defineRoute({
  method: 'get',
  path: `${API}/rounds/{id}/report.xlsx`,
  operationId: 'getReportWorkbook',
  tag: 'reports',
  summary: '对接报告表格 · The report as a workbook to sort and filter',
  description: UP_TO,
  access: 'open',
  params: RoundParams,
  answer: { statuses: { 200: 'XLSX 文件 · The workbook' }, media: [XLSX] },
  problems: FILE_PROBLEMS,
  handle: async ({ usecases }, { params }) =>
    file(XLSX, await usecases.writeReport({ roundId: params.id, kind: 'xlsx' })),
});

async function reportPage(
  { usecases }: Services,
  roundId: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Reply<never>> {
  const page = await usecases.writeReport({ roundId, kind: 'html' });
  return file(`${HTML}; charset=utf-8`, page, { ...headers, 'Content-Security-Policy': REPORT_POLICY });
}

export const reportRoutes = [getReport, getReportPage, getReportDocument, getReportWorkbook];

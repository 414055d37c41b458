import request, { type Response } from 'supertest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { ImportListItemSchema, ImportSchema } from '../../src/http/imports/schemas.ts';
import { pageOf } from '../../src/http/paging/page.ts';
import { buildWorkbook } from '../exchange/build-workbook.ts';
import { answerOf, BEARER, type DistrictApi, openApi, problemOf } from './district-api.ts';

let api: DistrictApi;
beforeAll(async () => {
  api = await openApi({ environment: { MAX_UPLOAD_MB: '5' } });
});
afterAll(() => api.close());

const SHEET = buildWorkbook([
  {
    name: '成果',
    rows: [
      ['成果名称', '完成单位', '技术成熟度', '联系电话', '成果简介'],
      ['新型抗体药物', '重庆大学', '5-6级', '13812345678', '已完成小试，寻求中试。'],
      ['车载毫米波雷达', '重庆邮电大学', 'TRL 12', '13887654321', '用于自动驾驶感知。'],
      [null, '西南大学', 6, null, '没有名称的一行'],
    ],
  },
]);

async function upload(bytes: Uint8Array, filename: string, kind = 'results'): Promise<Response> {
  return request(api.app)
    .post('/api/v1/imports')
    .set('Authorization', BEARER)
    .field('kind', kind)
    .attach('file', Buffer.from(bytes), filename);
}

test('a spreadsheet is taken, read in the background, and reported on row by row', async () => {
  const taken = await upload(SHEET, '重庆大学成果汇编（2026）.xlsx');
  expect(taken.status).toBe(202);
  expect(answerOf(taken, ImportSchema)).toMatchObject({
    kind: 'results',
    filename: '重庆大学成果汇编（2026）.xlsx',
    report: null,
  });
  const done = answerOf(
    await api.until(String(taken.headers['location']), 'finished', 'failed'),
    ImportSchema,
  );
  expect(done.state).toBe('finished');
  expect(done.report?.counts).toMatchObject({ rows: 3, created: 1, refused: 2 });
  const findings = done.report?.findings ?? [];
  expect(findings.find(({ row }) => row === 3)).toMatchObject({
    sheet: '成果',
    column: '技术成熟度',
    found: 'TRL 12',
    severity: 'error',
  });
  expect(findings.some(({ row }) => row === 4)).toBe(true);
  expect((await api.get(`/api/v1/results?search=${encodeURIComponent('抗体')}`)).body.items).toHaveLength(1);
});

test('what stood in a cell is shown to the holder of the key only: it may be a telephone number', async () => {
  const taken = await upload(SHEET, '汇编.xlsx');
  const path = String(taken.headers['location']);
  await api.until(path, 'finished');
  const open = answerOf(await api.get(path), ImportSchema);
  expect(open.report?.findings.length).toBeGreaterThan(0);
  expect(open.report?.findings.every(({ found }) => found === null)).toBe(true);
  const list = answerOf(await api.get('/api/v1/imports'), pageOf(ImportListItemSchema, 'Imports'));
  const mine = list.items.find(({ id }) => id === taken.body.id);
  expect(mine).toMatchObject({ filename: '汇编.xlsx', counts: { created: 0, unchanged: 1 } });
});

test('a file that is none of ours ends as a failed import with the reason', async () => {
  const taken = await upload(Buffer.from('PK\u0003\u0004 not really'), 'x.xlsx');
  expect(taken.status).toBe(202);
  const ended = await api.until(String(taken.headers['location']), 'finished', 'failed');
  expect(ended.body.state).toBe('failed');
  expect((await api.get(String(taken.headers['location']))).body.error).toMatch(
    /^\[file\.\w+\] .*\p{Script=Han}/u,
  );
});

test('a file of 50 MB is refused with 413, and the server goes on', async () => {
  const response = await upload(Buffer.alloc(50 * 1024 * 1024, 'x'), 'large.csv');
  expect(response.status).toBe(413);
  expect(problemOf(response).code).toBe('file.too_large');
  expect(response.body.detail).toContain('5 MB');
  expect((await api.get('/healthz')).status).toBe(200);
});

test('names of files are kept as they are written, and are only names', async () => {
  const taken = await upload(Buffer.from('title\n某成果\n'), '../../etc/成果 "甲".csv');
  expect(taken.body.filename).toBe('成果 "甲".csv');
});

test.each<[string, () => request.Test, number, string, string[]]>([
  ['without a file', () => form().field('kind', 'results'), 400, 'request.invalid', ['file']],
  [
    'without a kind',
    () => form().attach('file', Buffer.from('title'), 'a.csv'),
    400,
    'request.invalid',
    ['kind'],
  ],
  [
    'of an unknown kind',
    () => form().field('kind', 'people').attach('file', Buffer.from('title'), 'a.csv'),
    400,
    'request.invalid',
    ['kind'],
  ],
  [
    'with an empty file',
    () => form().field('kind', 'results').attach('file', Buffer.alloc(0), 'a.csv'),
    422,
    'file.empty',
    [],
  ],
  [
    'with two files',
    () => form().attach('file', Buffer.from('a'), 'a.csv').attach('file', Buffer.from('b'), 'b.csv'),
    400,
    'request.malformed_upload',
    ['body'],
  ],
  [
    'broken off in the middle',
    () =>
      form().set('Content-Type', 'multipart/form-data; boundary=b').send('--b\r\nContent-Disposition: form'),
    400,
    'request.malformed_upload',
    ['body'],
  ],
  [
    'without a boundary',
    () => form().set('Content-Type', 'multipart/form-data').send('whatever'),
    400,
    'request.malformed_upload',
    ['body'],
  ],
  ['as JSON', () => form().send({ kind: 'results' }), 415, 'request.unsupported_type', []],
])('an upload %s is refused', async (_case, send, status, code, fields) => {
  const response = await send();
  const problem = problemOf(response);
  expect([response.status, problem.code, problem.findings.map(({ field }) => field)]).toEqual([
    status,
    code,
    fields,
  ]);
});

function form(): request.Test {
  return request(api.app).post('/api/v1/imports').set('Authorization', BEARER);
}

test('an upload under another name is told that name, and the one that is wanted', async () => {
  const response = await form().field('kind', 'results').attach('upload', Buffer.from('a'), 'a.csv');
  expect(problemOf(response)).toMatchObject({
    code: 'request.malformed_upload',
    findings: [
      { found: expect.stringContaining('名为 upload'), expected: expect.stringContaining('名为 file') },
    ],
  });
});

test('the template that can be downloaded is a spreadsheet that can be imported', async () => {
  const template = await request(api.app)
    .get('/api/v1/templates/carriers.xlsx')
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    });
  expect(template.headers['content-disposition']).toContain('filename="jianyuan-carriers.xlsx"');
  const bytes = z.instanceof(Buffer).parse(template.body);
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
  const taken = await upload(bytes, 'template.xlsx', 'carriers');
  const ended = answerOf(
    await api.until(String(taken.headers['location']), 'finished', 'failed'),
    ImportSchema,
  );
  expect(ended.error ?? '').not.toContain('headings_missing');
  expect(problemOf(await api.get('/api/v1/templates/people.xlsx')).code).toBe('route.not_found');
});

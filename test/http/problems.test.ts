import { pino } from 'pino';
import request from 'supertest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createApp } from '../../src/http/app.ts';
import { PROBLEMS } from '../../src/http/problems/codes.ts';
import { ProblemSchema } from '../../src/http/problems/problem.ts';
import { answerOf, BEARER, type DistrictApi, openApi, problemOf } from './district-api.ts';
import { CONTACT } from './records.ts';

let api: DistrictApi;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

function post(path: string, type = 'application/json'): request.Test {
  return request(api.app).post(path).set('Authorization', BEARER).set('Content-Type', type);
}

test('a problem is exactly what the document says, in both languages', async () => {
  const response = await api.post('/api/v1/results', { title: ' ', trl: 'TRL 12' });
  expect(response.status).toBe(422);
  expect(ProblemSchema.strict().parse(response.body)).toEqual(response.body);
  expect(problemOf(response)).toMatchObject({
    code: 'record.invalid',
    instance: '/api/v1/results',
    findings: [
      { field: 'title', heading: '成果名称', expected: expect.stringContaining('须含汉字或字母') },
      { field: 'trl', heading: '技术成熟度', found: 'TRL 12' },
    ],
  });
});

test('a misspelt name inside a record is refused like one of its fields, with the one that may have been meant', async () => {
  const carrier = {
    name: '某某众创空间',
    sectros: [],
    capabilities: [{ code: 'C04', detial: '200升反应釜' }],
  };
  const response = await api.post('/api/v1/carriers', carrier);
  expect(response.status).toBe(422);
  expect(problemOf(response)).toMatchObject({
    code: 'record.invalid',
    findings: [
      {
        field: 'sectros',
        expected: expect.stringMatching(/^疑为 sectors；以下之一 · perhaps sectors; one of /u),
      },
      { field: 'capabilities[0].detial', expected: expect.stringContaining('疑为 detail') },
    ],
  });
  expect(response.text).not.toContain('反应釜');
});

test('a misspelt name does not hide what else is wrong; of a record that may be secret nothing is quoted', async () => {
  const result = { titel: '某型声呐', title: ' ', trl: 'TRL 12', ip: [{ kind: 'patentt', text: 'x' }] };
  const response = await api.post('/api/v1/results', result);
  expect(problemOf(response)).toMatchObject({
    code: 'record.invalid',
    detail: '记录有 4 处错误 · The record has 4 errors',
    findings: [
      { field: 'titel', expected: expect.stringContaining('疑为 title') },
      { field: 'title', expected: expect.stringContaining('1–500 字') },
      { field: 'trl', expected: expect.stringContaining('1–9') },
      { field: 'ip[0].kind', expected: expect.stringContaining('invention_patent') },
    ],
  });
  expect(response.text).not.toMatch(/声呐|TRL 12|patentt/u);
});

test('a declared secret is refused as one, whatever else is wrong with the record', async () => {
  const response = await api.post('/api/v1/results', { titel: '某型声呐', secrecy: '机密' });
  expect(problemOf(response)).toMatchObject({ code: 'result.not_public', findings: [] });
});

test('a misspelt name inside another body is told with the names of its place', async () => {
  const response = await api.post('/api/v1/rounds', { assignment: { sead: 'x' } });
  expect(response.status).toBe(400);
  expect(problemOf(response).findings).toMatchObject([
    {
      field: 'assignment.sead',
      expected: expect.stringMatching(/perhaps seed; one of perResult, demands,/u),
    },
  ]);
});

test('a title that names nothing is refused with what stood there and what is expected', async () => {
  const response = await api.post('/api/v1/results', { title: '？？？？' });
  expect(response.status).toBe(422);
  expect(problemOf(response)).toMatchObject({
    findings: [{ field: 'title', found: '？？？？', expected: expect.stringContaining('须含汉字或字母') }],
  });
});

test.each<[string, () => PromiseLike<request.Response>, number, string]>([
  ['malformed JSON', () => post('/api/v1/results').send('{"title": "某成果'), 400, 'request.malformed_json'],
  ['JSON that is no object', () => post('/api/v1/results').send('"某成果"'), 400, 'request.malformed_json'],
  ['a list of records', () => post('/api/v1/results').send('[{"title":"某成果"}]'), 422, 'record.invalid'],
  ['no body', () => post('/api/v1/results').send(), 422, 'record.invalid'],
  [
    'another content type',
    () => post('/api/v1/results', 'text/plain').send('title: 某成果'),
    415,
    'request.unsupported_type',
  ],
  [
    'a form',
    () => post('/api/v1/results', 'application/x-www-form-urlencoded').send('title=x'),
    415,
    'request.unsupported_type',
  ],
  [
    'another charset',
    () => post('/api/v1/results', 'application/json; charset=gbk').send('{}'),
    415,
    'request.unsupported_type',
  ],
  [
    'another encoding',
    () => post('/api/v1/results').set('Content-Encoding', 'zstd').send('{}'),
    415,
    'request.unsupported_type',
  ],
  [
    '3 MB of JSON',
    () => post('/api/v1/results').send(JSON.stringify({ title: '长'.repeat(1_000_000) })),
    413,
    'request.too_large',
  ],
  ['an address that is not there', () => api.get('/api/v1/nothing'), 404, 'route.not_found'],
  [
    'a method that is not taken',
    () => request(api.app).delete('/api/v1/results/x'),
    405,
    'route.method_not_allowed',
  ],
  ['an address that cannot be decoded', () => api.get('/api/v1/results/%E0%A4%A'), 400, 'request.invalid'],
  ['a job that is not there', () => api.get('/api/v1/jobs/file.import:nobody'), 404, 'job.not_found'],
  ['an import that is not there', () => api.get('/api/v1/imports/nobody'), 404, 'import.not_found'],
  [
    'an unknown purpose',
    () => api.get('/api/v1/results/x/recommendations?purpose=sale'),
    400,
    'request.invalid',
  ],
])('%s is refused', async (_what, send, status, code) => {
  const response = await send();
  expect([response.status, problemOf(response).code]).toEqual([status, code]);
});

test('a refused method says which are taken; OPTIONS does, too', async () => {
  const refused = await request(api.app).put('/api/v1/results');
  const options = await request(api.app).options('/api/v1/results');
  for (const { headers } of [refused, options])
    expect(String(headers['allow']).split(', ').sort()).toEqual(['GET', 'HEAD', 'OPTIONS', 'POST']);
  expect(options.status).toBe(204);
});

test('malformed JSON is not quoted, neither in the answer nor in the log', async () => {
  const response = await post('/api/v1/results').send('{"title": 某型声呐');
  expect(response.text).not.toContain('声呐');
  expect(api.log()).not.toContain('声呐');
});

test('an unknown error is 500 without a word of it; the log has it, without the data it failed on', async () => {
  const failing = new Error(`Failed query: insert into results\nparams: ${CONTACT.phone}`, {
    cause: new Error('disk I/O error'),
  });
  const lines: string[] = [];
  const usecases = { ...api.application.usecases, getResult: () => Promise.reject(failing) };
  const http = {
    host: '',
    port: 0,
    apiKey: null,
    maxUploadBytes: 1,
    requestsPerMinute: 0,
    trustedProxies: 0,
  };
  const app = createApp(
    { ...api.application, usecases },
    { http },
    pino({}, { write: (line) => void lines.push(line) }),
  );
  const response = await request(app).get('/api/v1/results/R1').set('X-Request-Id', 'find-me');
  expect(response.status).toBe(500);
  expect(problemOf(response)).toMatchObject({ code: 'internal', requestId: 'find-me' });
  expect(response.text).not.toMatch(/query|disk|at /iu);
  const log = lines.join('');
  expect(log).toContain('"requestId":"find-me"');
  expect(log).toContain('disk I/O error');
  expect(log).not.toContain(CONTACT.phone);
});

test('a store that does not answer makes the service not ready, and says no more than that', async () => {
  const store = {
    ...api.application.store,
    ping: () => Promise.reject(new Error('/var/lib/secret.sqlite is gone')),
  };
  const http = {
    host: '',
    port: 0,
    apiKey: null,
    maxUploadBytes: 1,
    requestsPerMinute: 0,
    trustedProxies: 0,
  };
  const app = createApp({ ...api.application, store }, { http }, pino({ level: 'silent' }));
  const response = await request(app).get('/readyz');
  expect(response.status).toBe(503);
  expect(problemOf(response)).toMatchObject({ code: 'service.not_ready', findings: [{ field: 'store' }] });
  expect(response.text).not.toContain('sqlite');
  expect((await request(app).get('/healthz')).status).toBe(200);
});

test('codes and statuses are as promised: a change of one is a change of the contract', () => {
  const statuses = Object.fromEntries(Object.entries(PROBLEMS).map(([code, { status }]) => [code, status]));
  expect(statuses).toMatchInlineSnapshot(`
    {
      "auth.required": 401,
      "auth.writes_disabled": 403,
      "auth.wrong_key": 401,
      "config.invalid": 500,
      "file.empty": 422,
      "file.headings_missing": 422,
      "file.too_large": 413,
      "file.unreadable": 422,
      "import.not_found": 404,
      "internal": 500,
      "job.not_found": 404,
      "job.payload_invalid": 500,
      "labels.too_few": 409,
      "labels.unknown": 409,
      "matching.unavailable": 503,
      "model.other_analyser": 500,
      "model.too_little": 409,
      "model.unreadable": 500,
      "profile.invalid": 500,
      "rate.limited": 429,
      "record.invalid": 422,
      "record.not_found": 404,
      "report.not_found": 404,
      "report.too_large": 413,
      "request.invalid": 400,
      "request.malformed_json": 400,
      "request.malformed_upload": 400,
      "request.too_large": 413,
      "request.unsupported_type": 415,
      "result.not_public": 422,
      "round.inputs_changed": 422,
      "round.inputs_gone": 409,
      "round.not_finished": 409,
      "round.not_found": 404,
      "round.nothing_to_match": 409,
      "round.other_engine": 409,
      "round.other_purpose": 400,
      "round.unknown_result": 400,
      "route.method_not_allowed": 405,
      "route.not_found": 404,
      "service.not_ready": 503,
      "store.full": 507,
      "store.not_empty": 500,
      "store.unavailable": 503,
    }
  `);
});

test('markup in a title is text: returned as it came, as JSON', async () => {
  const title = '<img src=x onerror=alert(1)>"\'&抗体</script>';
  const saved = await api.post('/api/v1/results', { title });
  const read = await api.get(String(saved.headers['location']));
  expect(read.headers['content-type']).toBe('application/json; charset=utf-8');
  expect(read.body.title).toBe(title);
});

test('an id from outside is kept where it is plain, and replaced where it is not', async () => {
  expect((await api.get('/healthz', { 'X-Request-Id': 'trace.42_a-b' })).headers['x-request-id']).toBe(
    'trace.42_a-b',
  );
  for (const hostile of ['a b', '', 'x'.repeat(65), '<script>', 'a\tb', '"}{"level":60']) {
    const { headers } = await api.get('/healthz', { 'X-Request-Id': hostile });
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/u);
  }
});

test.each([
  ['__proto__', '{"title":"某成果","__proto__":{"trusted":true}}'],
  ['constructor', '{"title":"某成果","constructor":{"prototype":{"trusted":true}}}'],
  ['contact', '{"title":"某成果","contact":{"name":"a","__proto__":{"trusted":true}}}'],
])('the key %s pollutes nothing', async (_key, body) => {
  const response = await post('/api/v1/results').send(body);
  expect([201, 200, 422]).toContain(response.status);
  expect(Reflect.get({}, 'trusted')).toBeUndefined();
  expect(JSON.stringify((await api.get('/api/v1/results')).body)).not.toContain('trusted');
});

test('JSON nested a hundred thousand deep is refused without taking the server down', async () => {
  const deep = `{"title":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  const response = await post('/api/v1/results').send(deep);
  expect([response.status, problemOf(response).code]).toEqual([400, 'request.invalid']);
  const health = await api.get('/healthz');
  expect(answerOf(health, z.object({ status: z.literal('ok') })).status).toBe('ok');
});

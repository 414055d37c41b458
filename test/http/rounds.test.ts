import request from 'supertest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pageOf } from '../../src/http/paging/page.ts';
import { RoundReportSchema } from '../../src/http/reports/schemas.ts';
import { RoundMatchesSchema, RoundSchema } from '../../src/http/rounds/schemas.ts';
import { reportHash } from '../../src/usecases/report-hash.ts';
import { readPdf } from '../support/pdf-text.ts';
import { answerOf, BEARER, type DistrictApi, openApi, problemOf } from './district-api.ts';
import { ANTIBODY, BIO_INCUBATOR, CAR_PARK, CONTACT } from './records.ts';

let api: DistrictApi;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

test('a round is started, followed, and ends in a report that can be checked', async () => {
  const nothing = await api.post('/api/v1/rounds');
  expect([nothing.status, problemOf(nothing).code]).toEqual([409, 'round.nothing_to_match']);

  await api.post('/api/v1/results', {
    ...ANTIBODY,
    title: '<script>alert(1)</script>抗体',
    contact: CONTACT,
  });
  for (const carrier of [BIO_INCUBATOR, CAR_PARK]) await api.post('/api/v1/carriers', carrier);
  const started = await api.post('/api/v1/rounds', { purposes: ['pilot'], top: 2 });
  expect(started.status).toBe(202);
  const path = String(started.headers['location']);
  expect(answerOf(started, RoundSchema)).toMatchObject({
    purposes: ['pilot'],
    top: 2,
    results: 1,
    carriers: 2,
  });

  const ended = answerOf(await api.until(path, 'finished', 'failed'), RoundSchema);
  expect(ended).toMatchObject({
    state: 'finished',
    progress: { done: 4, total: 4, stage: 'report' },
    error: null,
  });
  const list = answerOf(await api.get('/api/v1/rounds'), pageOf(RoundSchema, 'Rounds'));
  expect(list.items).toEqual([ended]);

  const matches = answerOf(await api.get(`${path}/matches`), RoundMatchesSchema);
  expect(matches.items[0]).toMatchObject({ carrierId: 'C-BIO-1', purpose: 'pilot' });
  const narrow = `${path}/matches?resultId=R-BIO-1&carrierId=C-ICV-1&purpose=pilot`;
  expect(answerOf(await api.get(narrow), RoundMatchesSchema).items.map(({ carrierId }) => carrierId)).toEqual(
    ['C-ICV-1'],
  );
  expect(answerOf(await api.get(`${path}/matches?limit=1`), RoundMatchesSchema)).toMatchObject({
    more: true,
  });

  const { hash, ...report } = answerOf(await api.get(`${path}/report`), RoundReportSchema);
  expect(hash).toBe(reportHash(report));
  expect(report.entries[0]?.matches).toEqual(matches.items);
  expect(JSON.stringify(report)).not.toContain(CONTACT.phone);
});

test('one result may go to another number of carriers; one that is not there is named', async () => {
  const start = (demands: readonly object[]) => api.post('/api/v1/rounds', { assignment: { demands } });
  const unknown = problemOf(await start([{ resultId: 'R-NONE', transfer: 2 }]));
  expect(unknown).toMatchObject({
    status: 400,
    code: 'round.unknown_result',
    findings: [{ field: 'assignment.demands[0].resultId', found: 'R-NONE' }],
  });
  expect(problemOf(await start([{ resultId: 'R-BIO-1', transfer: 0 }])).code).toBe('request.invalid');
  expect(problemOf(await start([{ resultId: 'R-BIO-1', transfer: 11 }])).code).toBe('request.invalid');
  const absent = await api.post('/api/v1/rounds', {
    purposes: ['transfer'],
    assignment: { demands: [{ resultId: 'R-BIO-1', pilot: 2 }] },
  });
  expect(problemOf(absent)).toMatchObject({
    status: 400,
    code: 'round.other_purpose',
    findings: [
      {
        field: 'assignment.demands[0].pilot',
        found: '2',
        expected: expect.stringContaining('本轮只做转化承接'),
      },
    ],
  });
  const path = String((await start([{ resultId: 'R-BIO-1', transfer: 2 }])).headers['location']);
  await api.until(path, 'finished', 'failed');
  const { terms } = answerOf(await api.get(`${path}/report`), RoundReportSchema);
  expect(terms.demands).toEqual([{ resultId: 'R-BIO-1', transfer: 2 }]);
});

test('the report is also a page, for whoever prefers one; markup in a title stays text', async () => {
  const path = `/api/v1/rounds/${(await api.get('/api/v1/rounds')).body.items[0].id}`;
  const byAccept = await api.get(`${path}/report`, { Accept: 'text/html,*/*;q=0.8' });
  const byName = await api.get(`${path}/report.html`);
  for (const page of [byAccept, byName]) {
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['content-security-policy']).toMatch(/default-src 'none'.*style-src 'unsafe-inline'/u);
    expect(page.text).toContain('高校科技成果与孵化载体对接报告');
    expect(page.text).not.toContain('<script');
  }
  expect(byAccept.headers['vary']).toContain('Accept');
  expect(byAccept.text).toBe(byName.text);
});

test('the PDF prints as many placement sheets as are asked for, like the command', {
  timeout: 60_000,
}, async () => {
  const path = `/api/v1/rounds/${(await api.get('/api/v1/rounds')).body.items[0].id}`;
  const pdf = async (query: string) => {
    const answer = await request(api.app).get(`${path}/report.pdf${query}`).buffer().responseType('blob');
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
    return readPdf(answer.body).text;
  };
  const [plain, all, none] = [await pdf(''), await pdf('?sheets=all'), await pdf('?sheets=0')];
  expect(all).toBe(plain);
  expect(all).toContain('对接单全部列出');
  expect(none).not.toContain('对接单1');
  for (const query of ['?sheets=some', '?sheets=-1', '?sheets=', '?sheet=3']) {
    const refused = await api.get(`${path}/report.pdf${query}`);
    expect([refused.status, problemOf(refused).code]).toEqual([400, 'request.invalid']);
  }
  expect(problemOf(await api.get(`${path}/report.pdf?sheets=some`)).findings).toEqual([
    {
      field: 'sheets',
      heading: null,
      found: 'some',
      expected: '0 至 9999 的整数或 all · a whole number up to 9999, or all',
    },
  ]);
  const { paths } = (await api.get('/openapi.json')).body;
  const { parameters } = paths['/api/v1/rounds/{id}/report.pdf'].get;
  const sheets = parameters.find(({ name }: { name: string }) => name === 'sheets');
  expect(sheets).toMatchObject({ in: 'query', required: false, schema: { type: 'string' } });
  expect(sheets.schema.description ?? sheets.description).toContain('缺省 30');
});

test('what is asked of a round is checked', async () => {
  for (const body of [{ purposes: [] }, { purposes: ['pilot', 'pilot'] }, { top: 0 }, { chunk: 3 }]) {
    const response = await api.post('/api/v1/rounds', body);
    expect([response.status, problemOf(response).code]).toEqual([400, 'request.invalid']);
  }
  for (const path of ['', '/matches', '/report', '/report.html'])
    expect(problemOf(await api.get(`/api/v1/rounds/nobody${path}`)).code).toBe('round.not_found');
  const cancelled = await api.post('/api/v1/rounds/nobody/cancellation');
  expect(problemOf(cancelled).code).toBe('round.not_found');
});

test('a round that nobody works on has no report yet; it can be cancelled, once and again', async () => {
  const idle = await openApi({ workers: false });
  try {
    await idle.post('/api/v1/results', ANTIBODY);
    await idle.post('/api/v1/carriers', BIO_INCUBATOR);
    // No body and no content type: everything by default.
    const started = await request(idle.app).post('/api/v1/rounds').set('Authorization', BEARER);
    const path = String(started.headers['location']);
    const early = await idle.get(`${path}/report`);
    expect([early.status, problemOf(early).code]).toEqual([409, 'round.not_finished']);
    const waiting = await idle.get('/api/v1/jobs?state=waiting');
    expect(waiting.body.items).toMatchObject([
      { name: 'round.assign' },
      { name: 'round.gaps' },
      { name: 'round.parks' },
      { name: 'round.report', attempts: 0 },
    ]);
    for (let times = 0; times < 2; times += 1) {
      const cancelled = await idle.post(`${path}/cancellation`);
      expect(answerOf(cancelled, RoundSchema).state).toBe('cancelled');
    }
    const late = await idle.get(`${path}/report`);
    expect([late.status, problemOf(late).code]).toEqual([404, 'report.not_found']);
  } finally {
    await idle.close();
  }
});

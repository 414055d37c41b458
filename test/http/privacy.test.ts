import { afterAll, beforeAll, expect, test } from 'vitest';
import { BEARER, type DistrictApi, KEY, openApi, problemOf } from './district-api.ts';
import { ANTIBODY, BIO_INCUBATOR, CONTACT } from './records.ts';

let api: DistrictApi;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

test.each([
  ['its declaration', { secrecy: '机密' }],
  [
    'its declaration, with other fields wrong',
    { secrecy: '秘密', trl: '某型相控阵雷达', priceWan: '某型相控阵雷达' },
  ],
  ['a defence patent', { ip: '国防专利1项' }],
])('a result that is secret by %s is refused, and its text is nowhere', async (_by, fields) => {
  await api.post('/api/v1/results', { title: '一项公开的成果' });
  const secret = { title: '某型相控阵雷达的校准方法', abstract: '某型相控阵雷达的参数为七', ...fields };
  const response = await api.post('/api/v1/results', secret);
  expect(response.status).toBe(422);
  expect(problemOf(response).code).toBe('result.not_public');
  expect(JSON.stringify([response.headers, response.body])).not.toContain('雷达');
  expect(api.log()).not.toContain('雷达');
  expect(api.disk()).toContain('一项公开的成果');
  expect(api.disk()).not.toContain('雷达');
});

test('a declaration of secrecy under another name is not overlooked: unknown fields are refused', async () => {
  const response = await api.post('/api/v1/results', { title: '某型声呐的校准方法', 密级: '机密' });
  expect(response.status).toBe(422);
  expect(problemOf(response).findings).toMatchObject([{ field: '密级' }]);
  expect(api.disk()).not.toContain('声呐');
  expect(JSON.stringify(response.body)).not.toContain('声呐');
});

test('contact data and remarks are shown to the holder of the key, and to nobody else anywhere', async () => {
  const remarks = '备用联系电话13900001111';
  await api.post('/api/v1/results', { ...ANTIBODY, contact: CONTACT, remarks });
  await api.post('/api/v1/carriers', { ...BIO_INCUBATOR, contact: CONTACT, remarks });
  const paths = ['/api/v1/results/R-BIO-1', '/api/v1/carriers/C-BIO-1'];
  for (const path of paths) {
    const trusted = await api.get(path, { Authorization: BEARER });
    expect(trusted.body).toMatchObject({ contact: CONTACT, remarks });
    expect(trusted.headers['cache-control']).toBe('no-store');
    expect((await api.get(path)).body).toMatchObject({ contact: null, remarks: null });
  }
  const open = [
    ...paths,
    '/api/v1/results',
    '/api/v1/carriers',
    '/api/v1/results?search=陈晓岚',
    '/api/v1/results/R-BIO-1/recommendations',
    '/api/v1/carriers/C-BIO-1/recommendations',
    '/api/v1/results/R-BIO-1/carriers/C-BIO-1/explanation',
    '/api/v1/jobs',
  ];
  for (const path of open) {
    const { text } = await api.get(encodeURI(path));
    for (const personal of [...Object.values(CONTACT), '13900001111']) expect(text).not.toContain(personal);
  }
});

test('the log has a line for each request: no body, no query, no contact, no key', async () => {
  const id = 'look-for-this-one';
  await api.get(`/api/v1/results?search=${encodeURIComponent(CONTACT.name)}`, {
    'X-Request-Id': id,
    Authorization: BEARER,
  });
  const line = api
    .log()
    .split('\n')
    .find((entry) => entry.includes(id));
  expect(JSON.parse(line ?? '{}')).toMatchObject({ method: 'GET', path: '/api/v1/results', status: 200 });
  expect(api.log()).not.toContain(KEY);
  expect(api.log()).not.toContain('search=');
  for (const personal of Object.values(CONTACT)) expect(api.log()).not.toContain(personal);
  expect(api.log()).not.toContain(ANTIBODY.abstract);
});

import request from 'supertest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DistrictApi, KEY, openApi, problemOf } from './district-api.ts';

let api: DistrictApi;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const WRITES = ['/results', '/carriers', '/imports', '/rounds', '/rounds/x/cancellation'].map(
  (path) => `/api/v1${path}`,
);

test.each(WRITES)('POST %s needs the key', async (path) => {
  const without = await request(api.app).post(path).send({});
  expect([without.status, problemOf(without).code]).toEqual([401, 'auth.required']);
  expect(without.headers['www-authenticate']).toMatch(/^Bearer/u);
  for (const wrong of [`Bearer ${KEY}x`, 'Bearer x', `Bearer ${KEY.toUpperCase()}`]) {
    const response = await request(api.app).post(path).set('Authorization', wrong).send({});
    expect([response.status, problemOf(response).code]).toEqual([401, 'auth.wrong_key']);
  }
  const basic = await request(api.app).post(path).set('Authorization', `Basic ${KEY}`).send({});
  expect(problemOf(basic).code).toBe('auth.required');
});

test('the key is asked for before the body is read', async () => {
  const response = await request(api.app)
    .post('/api/v1/results')
    .set('Content-Type', 'text/plain')
    .send('{not json');
  expect(problemOf(response).code).toBe('auth.required');
});

test('reading needs no key; a wrong one is told, not ignored', async () => {
  expect((await api.get('/api/v1/results')).status).toBe(200);
  expect((await api.get('/api/v1/results', { Authorization: `bearer ${KEY}` })).status).toBe(200);
  const wrong = await api.get('/api/v1/results', { Authorization: 'Bearer wrong' });
  expect(problemOf(wrong).code).toBe('auth.wrong_key');
});

test('without a configured key writes are refused with the reason, and nobody sees contact data', async () => {
  const open = await openApi({ environment: { API_KEY: '' } });
  try {
    await open.application.usecases.submitResult({ id: 'R1', title: '某成果', contact: '陈晓岚' });
    for (const path of WRITES) {
      const response = await request(open.app).post(path).set('Authorization', 'Bearer ').send({});
      expect([response.status, problemOf(response).code]).toEqual([403, 'auth.writes_disabled']);
      expect(response.body.detail).toContain('API_KEY');
    }
    expect((await open.get('/api/v1/results/R1')).body.contact).toBeNull();
    expect((await open.get('/api/v1/results/R1', { Authorization: 'Bearer null' })).status).toBe(401);
  } finally {
    await open.close();
  }
});

test('too many requests are refused for a while; probes are not counted', async () => {
  const limited = await openApi({ environment: { RATE_LIMIT_PER_MINUTE: '3' } });
  try {
    for (let i = 0; i < 5; i += 1) expect((await limited.get('/healthz')).status).toBe(200);
    const answers = [];
    for (let i = 0; i < 4; i += 1)
      answers.push(await limited.get('/api/v1/results', { 'X-Forwarded-For': `10.0.0.${i}` }));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    const last = await limited.get('/api/v1/results');
    expect(problemOf(last).code).toBe('rate.limited');
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
    expect(last.headers['ratelimit-policy']).toContain('q=3');
    expect((await limited.get('/readyz')).status).toBe(200);
  } finally {
    await limited.close();
  }
});

test('behind a trusted proxy each caller has a limit of its own', async () => {
  const proxied = await openApi({ environment: { RATE_LIMIT_PER_MINUTE: '1', TRUSTED_PROXIES: '1' } });
  try {
    const ask = async (address: string) =>
      (await proxied.get('/api/v1/results', { 'X-Forwarded-For': address })).status;
    expect([await ask('10.0.0.1'), await ask('10.0.0.2'), await ask('10.0.0.1')]).toEqual([200, 200, 429]);
  } finally {
    await proxied.close();
  }
});

test('pages of other origins get no permission, and nothing says what the server is made of', async () => {
  const response = await api.get('/api/v1/results', { Origin: 'https://elsewhere.example' });
  expect(response.headers).not.toHaveProperty('access-control-allow-origin');
  expect(response.headers).not.toHaveProperty('x-powered-by');
  expect(response.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
  });
  // An office network without TLS: neither would let a page of this server work there.
  expect(response.headers).not.toHaveProperty('strict-transport-security');
  expect(response.headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
});

/** What an operator sees of the embedder: in the readiness, in the log and in a round's report. */
import { expect, test } from 'vitest';
import { RoundReportSchema } from '../../src/http/reports/schemas.ts';
import { type EmbeddingServer, startEmbeddingServer } from '../support/embedding-server.ts';
import { describeWithRedis, startRedisServer } from '../support/redis-server.ts';
import { answerOf, type DistrictApi, openApi } from './district-api.ts';
import { ANTIBODY, BIO_INCUBATOR } from './records.ts';

const SECRET = 'embedder-secret-key';

function openWith({ url }: EmbeddingServer, more: Record<string, string> = {}): Promise<DistrictApi> {
  return openApi({
    environment: { EMBEDDER_URL: url, EMBEDDER_MODEL: 'use-en', EMBEDDER_API_KEY: SECRET, ...more },
  });
}

async function reportOf(api: DistrictApi) {
  const path = String((await api.post('/api/v1/rounds')).headers['location']);
  expect((await api.until(path, 'finished', 'failed')).body.state).toBe('finished');
  const page = (await api.get(`${path}/report.html`)).text;
  return { report: answerOf(await api.get(`${path}/report`), RoundReportSchema), page };
}

/** Until no job is open. */
async function drained(api: DistrictApi): Promise<void> {
  await api.application.queue.drained(AbortSignal.timeout(20_000));
}

test('an embedder that answers is used: the readiness and the report name it', async () => {
  const server = await startEmbeddingServer();
  const api = await openWith(server);
  try {
    expect((await api.get('/readyz')).body).toEqual({ status: 'ready', embedder: 'answering' });
    await api.post('/api/v1/results', ANTIBODY);
    await api.post('/api/v1/carriers', BIO_INCUBATOR);
    await drained(api);
    const { report, page } = await reportOf(api);
    expect(report.embedding).toEqual({ model: 'use-en' });
    expect(page).toContain('<dt>向量模型 Embedder</dt><dd>use-en</dd>');
    expect(server.asked.at(-1)?.authorization).toBe(`Bearer ${SECRET}`);
    expect(api.log() + api.disk()).not.toContain(SECRET);
  } finally {
    await api.close();
  }
});

describeWithRedis('with the queue on a real Redis', () => {
  test('vectors are fetched all the same', async () => {
    const server = await startEmbeddingServer();
    const redis = await startRedisServer();
    const api = await openWith(server, { REDIS_URL: redis.url });
    try {
      await api.post('/api/v1/results', ANTIBODY);
      await api.post('/api/v1/carriers', BIO_INCUBATOR);
      await drained(api);
      expect(await api.application.store.embeddings.count('use-en')).toBe(2);
    } finally {
      await api.close();
      await redis.stop();
    }
  });
});

test('one that is down keeps nobody from working, and is named everywhere', async () => {
  const server = await startEmbeddingServer();
  await server.stop();
  const api = await openWith(server);
  try {
    const ready = await api.get('/readyz');
    expect([ready.status, ready.body]).toEqual([200, { status: 'ready', embedder: 'unavailable' }]);
    expect(api.log()).toMatch(/"level":40.*ECONNREFUSED.*matched without it/u);
    expect(ready.text).not.toContain('ECONNREFUSED');

    expect((await api.post('/api/v1/results', ANTIBODY)).status).toBe(201);
    expect((await api.post('/api/v1/carriers', BIO_INCUBATOR)).status).toBe(201);
    const best = await api.get('/api/v1/results/R-BIO-1/recommendations?purpose=pilot');
    expect(best.body.matches[0]).toMatchObject({ carrier: { id: 'C-BIO-1' } });
    const { report, page } = await reportOf(api);
    expect(report.embedding).toEqual({
      model: null,
      reason: 'incomplete',
      configured: 'use-en',
      missing: 2,
      records: 2,
    });
    expect(page).toContain('2 条记录中有 2 条尚无 use-en 的向量');
    expect(api.log()).toMatch(/"job":"records\.embed|records\.embed:results:/u);
  } finally {
    await api.close();
  }
});

test('without one nothing changes, and it is said', async () => {
  const api = await openApi();
  try {
    expect((await api.get('/readyz')).body).toEqual({ status: 'ready', embedder: 'not_configured' });
    await api.post('/api/v1/results', ANTIBODY);
    await api.post('/api/v1/carriers', BIO_INCUBATOR);
    const { report, page } = await reportOf(api);
    expect(report.embedding).toEqual({ model: null, reason: 'not_configured' });
    expect(page).toContain('未配置，未使用');
  } finally {
    await api.close();
  }
});

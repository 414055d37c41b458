import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { EmbedderRefused, EmbedderUnavailable } from '../../src/embedders/embedder.ts';
import {
  createOpenAiEmbedder,
  type OpenAiEmbedderOptions,
} from '../../src/embedders/openai/openai-embedder.ts';
import { DIMENSIONS, type EmbeddingServer, startEmbeddingServer } from '../support/embedding-server.ts';

const QUICK = { tries: 3, baseMs: 1, patienceMs: 5_000, random: Math.random };
const BATTERY = 'A solid-state electrolyte for lithium batteries with high ionic conductivity';
const STORAGE = 'Incubator for start-ups in energy storage and all-solid-state batteries';
const LETTUCE = 'A hydroponic method of growing lettuce';

function embedderOf({ url }: Pick<EmbeddingServer, 'url'>, more: Partial<OpenAiEmbedderOptions> = {}) {
  const warnings: { fields: object; message: string }[] = [];
  const log = { warn: (fields: object, message: string) => void warnings.push({ fields, message }) };
  const embedder = createOpenAiEmbedder({
    url,
    model: 'use-en',
    apiKey: null,
    timeoutMs: 5_000,
    batch: 16,
    log,
    persistence: QUICK,
    restMs: 0,
    ...more,
  });
  return { embedder, warnings };
}

function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

test('texts about one subject are nearer to each other than to another one', async () => {
  const { embedder } = embedderOf(await startEmbeddingServer());
  const [battery, storage, lettuce] = await embedder.embed([BATTERY, STORAGE, LETTUCE]);
  expect(cosine(battery!, storage!)).toBeGreaterThan(cosine(battery!, lettuce!) + 0.1);
  expect(cosine(battery!, storage!)).toBeGreaterThan(cosine(storage!, lettuce!) + 0.1);
});

test('every vector has the length 1, whatever length the service gives it', async () => {
  const server = await startEmbeddingServer();
  server.distort = (vectors) => vectors.map((vector) => vector.map((value) => value * 7.5));
  const { embedder } = embedderOf(server);
  for (const vector of await embedder.embed([BATTERY, LETTUCE])) {
    expect(vector).toHaveLength(DIMENSIONS);
    expect(cosine(vector, vector)).toBeCloseTo(1, 6);
  }
});

test('many texts go out in batches, and each comes back with its own vector', async () => {
  const server = await startEmbeddingServer();
  const { embedder } = embedderOf(server, { batch: 2, apiKey: 'secret-key' });
  const texts = [BATTERY, STORAGE, LETTUCE, 'A vaccine against malaria', 'Welding of aluminium'];
  const vectors = await embedder.embed(texts);
  expect(server.asked.map((request) => request.texts)).toEqual([
    texts.slice(0, 2),
    texts.slice(2, 4),
    texts.slice(4),
  ]);
  expect(server.asked[0]).toMatchObject({ model: 'use-en', authorization: 'Bearer secret-key' });
  for (const [i, text] of texts.entries()) {
    const [alone] = await embedder.embed([text]);
    expect(cosine(vectors[i]!, alone!)).toBeCloseTo(1, 5);
  }
});

test('a service that is asked too often is asked again, not before the time that it names', async () => {
  const server = await startEmbeddingServer();
  server.mishaps.push({ status: 429, headers: { 'Retry-After': '1' } });
  const { embedder, warnings } = embedderOf(server);
  const started = performance.now();
  expect(await embedder.embed([BATTERY])).toHaveLength(1);
  expect(performance.now() - started).toBeGreaterThanOrEqual(990);
  expect(server.asked).toHaveLength(2);
  expect(warnings).toMatchObject([{ fields: { pauseMs: 1_000 }, message: 'the embedder is asked again' }]);
});

test('the time may be named as a date', async () => {
  const server = await startEmbeddingServer();
  const inTwoSeconds = new Date(Date.now() + 2_000).toUTCString();
  server.mishaps.push({ status: 503, headers: { 'Retry-After': inTwoSeconds } });
  const started = performance.now();
  await embedderOf(server).embedder.embed([BATTERY]);
  // a date of HTTP has whole seconds
  expect(performance.now() - started).toBeGreaterThan(900);
});

test('a service that wants to be left alone for very long is given up for now', async () => {
  const server = await startEmbeddingServer();
  server.mishaps.push({ status: 429, headers: { 'Retry-After': '3600' } });
  const { embedder } = embedderOf(server);
  await expect(embedder.embed([BATTERY])).rejects.toThrow(/429.*3600 s/u);
  expect(server.asked).toHaveLength(1);
});

test.each([['500', { status: 500 }] as const, ['a broken connection', 'hang up'] as const])(
  'what may pass is tried again: %s',
  async (_what, mishap) => {
    const server = await startEmbeddingServer();
    server.mishaps.push(mishap, mishap);
    expect(await embedderOf(server).embedder.embed([BATTERY])).toHaveLength(1);
    expect(server.asked).toHaveLength(3);
  },
);

test('after some tries it is enough', async () => {
  const server = await startEmbeddingServer();
  server.mishaps.push(...Array.from({ length: 9 }, () => ({ status: 502 })));
  const error = await embedderOf(server)
    .embedder.embed([BATTERY])
    .catch((e: unknown) => e);
  expect(error).toBeInstanceOf(EmbedderUnavailable);
  expect(String(error)).toContain('502');
  expect(server.asked).toHaveLength(QUICK.tries);
});

test('a service that keeps silent is not waited for longer than configured, and is asked again', async () => {
  const server = await startEmbeddingServer();
  server.mishaps.push('silence');
  const { embedder, warnings } = embedderOf(server, { timeoutMs: 300 });
  expect(await embedder.embed([BATTERY])).toHaveLength(1);
  expect(warnings).toMatchObject([{ fields: { reason: 'no answer within 300 ms' } }]);

  server.mishaps.push('silence', 'silence', 'silence');
  const started = performance.now();
  await expect(embedder.embed([BATTERY])).rejects.toThrow('no answer within 300 ms, asked 3 times');
  expect(performance.now() - started).toBeLessThan(2_000);
});

test('without a server it says that nothing can be reached, and which connection failed how', async () => {
  const server = await startEmbeddingServer();
  await server.stop();
  const error = await embedderOf(server)
    .embedder.embed([BATTERY])
    .catch((e: unknown) => e);
  expect(error).toBeInstanceOf(EmbedderUnavailable);
  expect(String(error)).toContain('ECONNREFUSED');
});

test('a server that has failed is left in peace for a while: other work must not wait for it', async () => {
  const server = await startEmbeddingServer();
  server.mishaps.push({ status: 500 }, { status: 500 }, { status: 500 });
  const { embedder } = embedderOf(server, { restMs: 400 });
  await expect(embedder.embed([BATTERY])).rejects.toThrow(EmbedderUnavailable);
  await expect(embedder.embed([BATTERY])).rejects.toThrow(/500.*left in peace/u);
  expect(server.asked).toHaveLength(3);
  await sleep(420);
  expect(await embedder.embed([BATTERY])).toHaveLength(1);
  server.mishaps.push('silence', 'silence', 'silence');
  const patient = embedderOf(server, { restMs: 0, timeoutMs: 200 }).embedder;
  await expect(patient.embed([BATTERY])).rejects.toThrow('no answer');
  await sleep(300);
  await expect(patient.embed([BATTERY])).rejects.toThrow('left in peace');
  await sleep(400);
  expect(await patient.embed([BATTERY])).toHaveLength(1);
});

test.each([
  ['a wrong key', { status: 401, body: '{"error":{"message":"Incorrect key secret-key"}}' }],
  ['an unknown model', { status: 404 }],
  [
    'a redirect: texts and key go nowhere else',
    { status: 307, headers: { Location: 'http://127.0.0.1:9/' } },
  ],
  ['a page instead of vectors', { status: 200, body: '<html>' }],
  ['an answer of another shape', { status: 200, body: '{"data":[{"embedding":"AAAA","index":0}]}' }],
  ['fewer vectors than texts', { status: 200, body: '{"data":[]}' }],
  ['numbers that go on after a gap', { status: 200, body: '{"data":[{"embedding":[1],"index":1}]}' }],
] as const)(
  '%s is refused at once, without another try and without a word of key or text',
  async (_what, mishap) => {
    const server = await startEmbeddingServer();
    server.mishaps.push(mishap);
    const { embedder, warnings } = embedderOf(server, { apiKey: 'secret-key' });
    const error = await embedder.embed([BATTERY]).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(EmbedderRefused);
    expect(server.asked).toHaveLength(1);
    expect(`${String(error)}${JSON.stringify(warnings)}`).not.toMatch(/secret-key|electrolyte/u);
  },
);

test('a vector without direction, or of other dimensions than before, is refused', async () => {
  const server = await startEmbeddingServer();
  const { embedder } = embedderOf(server);
  await embedder.embed([BATTERY]);
  server.distort = (vectors) => vectors.map((vector) => vector.slice(0, 384));
  await expect(embedder.embed([BATTERY])).rejects.toThrow('384 dimensions, where there were 512 before');
  server.distort = ([first, second]) => [first!, second!.slice(1)];
  await expect(embedder.embed([BATTERY, LETTUCE])).rejects.toThrow(EmbedderRefused);
  server.distort = (vectors) => vectors.map((vector) => vector.map(() => 0));
  await expect(embedder.embed([BATTERY])).rejects.toThrow('without direction');
});

test('a job that is told to stop does not wait for the server', async () => {
  const server = await startEmbeddingServer();
  server.mishaps.push('silence', { status: 429, headers: { 'Retry-After': '4' } });
  for (const waiting of ['for an answer', 'for another try']) {
    const { embedder } = embedderOf(server);
    const stop = new AbortController();
    setTimeout(() => stop.abort(new Error(`stopped ${waiting}`)), 150);
    const started = performance.now();
    await expect(embedder.embed([BATTERY], stop.signal)).rejects.toThrow(`stopped ${waiting}`);
    expect(performance.now() - started).toBeLessThan(1_500);
  }
});

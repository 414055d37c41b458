/** Records and an embedder: a real model behind a real server, the real store, queue and use cases. */
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Embedder } from '../../src/embedders/embedder.ts';
import { createOpenAiEmbedder } from '../../src/embedders/openai/openai-embedder.ts';
import type { MatchPool, PoolInput } from '../../src/engine/engine.ts';
import { keepRequestingEmbeddings } from '../../src/main.ts';
import { reportHash } from '../../src/usecases/report-hash.ts';
import { type EmbeddingServer, startEmbeddingServer } from '../support/embedding-server.ts';
import { type District, type DistrictOptions, openDistrict, temporaryFolder } from './district.ts';
import { createTinyEngine } from './tiny-engine.ts';

const MODEL = 'use-en';
/** Tries follow one another at once: how long a job waits is not what these tests are about. */
const BACKOFF = { baseMs: 1, capMs: 5, random: Math.random };
const QUESTION = { resultId: 'R-1', purpose: 'transfer', top: 2 } as const;

const RESULTS = [
  { id: 'R-1', title: 'Solid-state electrolyte', abstract: 'For lithium batteries, of high conductivity.' },
  { id: 'R-2', title: 'Malaria vaccine', keywords: ['vaccine', 'malaria'] },
  { id: 'R-3', title: 'Hydroponic lettuce', abstract: 'Growing vegetables in nutrient solution.' },
];
const CARRIERS = [
  { id: 'C-1', name: 'Storage incubator', description: 'Start-ups in batteries and energy storage.' },
  { id: 'C-2', name: 'Health park', description: 'Medicine, vaccines and diagnostics.' },
];

function embedderAt({ url }: EmbeddingServer, model = MODEL): Embedder {
  return createOpenAiEmbedder({
    url,
    model,
    apiKey: null,
    timeoutMs: 5_000,
    batch: 2,
    log: { warn() {} },
    persistence: { tries: 2, baseMs: 1, patienceMs: 10, random: Math.random },
    restMs: 0,
  });
}

/** The tiny engine, which also tells what each of its pools was built of, and what was handed in afterwards. */
function watchedEngine() {
  const pools: PoolInput[] = [];
  const engine = createTinyEngine();
  const pool = (input: PoolInput): MatchPool => {
    const results = [...input.results];
    const carriers = [...input.carriers];
    pools.push({ ...input, results, carriers });
    const built = engine.pool(input);
    return {
      ...built,
      carriersFor: (result, ...rest) => {
        if (typeof result !== 'string') results.push(result);
        return built.carriersFor(result, ...rest);
      },
      carriersRanked: (result, ...rest) => {
        if (typeof result !== 'string') results.push(result);
        return built.carriersRanked(result, ...rest);
      },
      putCarrier: (carrier) => {
        carriers.push(carrier);
        built.putCarrier(carrier);
      },
    };
  };
  return { engine: { ...engine, pool }, pools };
}

function openWatched(options: DistrictOptions = {}) {
  const { engine, pools } = watchedEngine();
  return openDistrict({ engine, backoff: BACKOFF, ...options }).then((district) => ({ district, pools }));
}

async function fill({ usecases }: District): Promise<void> {
  for (const result of RESULTS) await usecases.submitResult(result);
  for (const carrier of CARRIERS) await usecases.registerCarrier(carrier);
}

async function runRound(district: District) {
  const { id } = await district.usecases.startRound({ chunkSize: 1 });
  await district.settle();
  return district.usecases.getReport(id);
}

/** Which records of a pool came with a vector, by id. */
function vectorsOf({ results, carriers }: PoolInput): Map<string, Float32Array | undefined> {
  return new Map([...results, ...carriers].map(({ record, embedding }) => [record.id, embedding]));
}

function cosine(a: Float32Array | undefined, b: Float32Array | undefined): number {
  return a!.reduce((sum, value, i) => sum + value * b![i]!, 0);
}

test('what is saved is embedded in the background, and a round compares every record by its vector', async () => {
  const server = await startEmbeddingServer();
  const { district, pools } = await openWatched({ embedder: embedderAt(server) });
  await fill(district);
  await district.settle();
  const report = await runRound(district);

  expect(report.embedding).toEqual({ model: MODEL });
  expect(reportHash(report)).toBe(report.hash);
  const [vectors] = pools.map(vectorsOf);
  expect(pools).toHaveLength(1);
  const [battery, vaccine] = [vectors!.get('R-1'), vectors!.get('R-2')];
  expect(cosine(battery, vectors!.get('C-1'))).toBeGreaterThan(cosine(battery, vectors!.get('C-2')) + 0.1);
  expect(cosine(vaccine, vectors!.get('C-2'))).toBeGreaterThan(cosine(vaccine, vectors!.get('C-1')) + 0.1);
});

test('an embedder is told what a record is called and what it is about, and nothing of people', async () => {
  const server = await startEmbeddingServer();
  const { district } = await openWatched({ embedder: embedderAt(server) });
  await district.usecases.submitResult({
    title: 'Malaria vaccine',
    keywords: ['vaccine'],
    abstract: 'A candidate.',
    needs: 'A partner',
    lead: 'Chen Xiaolan',
    contact: { name: 'Chen Xiaolan', phone: '13896054321' },
  });
  await district.settle();
  expect(server.asked.map(({ texts }) => texts)).toEqual([['Malaria vaccine\nvaccine\nA candidate.']]);
});

test('a text is asked for once: not again for another record, a second round or the same import', async () => {
  const server = await startEmbeddingServer();
  const { district } = await openWatched({ embedder: embedderAt(server) });
  await fill(district);
  await district.usecases.submitResult({ ...RESULTS[0], id: 'R-9', university: 'another one' });
  await district.settle();
  const first = await runRound(district);
  const texts = server.asked.flatMap((request) => request.texts);
  expect(texts).toHaveLength(RESULTS.length + CARRIERS.length);

  await fill(district);
  await district.usecases.embedRecords({
    kind: 'results',
    model: MODEL,
    hashes: first.entries.map(({ result }) => result.hash),
  });
  const second = await runRound(district);
  expect(second.hash).toBe(first.hash);
  expect(server.asked.flatMap((request) => request.texts)).toHaveLength(texts.length);
});

test('without an embedder nothing is asked for, and the report says that there is none', async () => {
  const { district, pools } = await openWatched();
  await fill(district);
  const report = await runRound(district);
  expect(report.embedding).toEqual({ model: null, reason: 'not_configured' });
  expect((await district.store.jobs.list({ name: 'records.embed', limit: 9 })).length).toBe(0);
  expect([...vectorsOf(pools[0]!).values()].every((vector) => vector === undefined)).toBe(true);
});

test('with the server down, import, recommendation and round work, and the report says what was missing', async () => {
  const server = await startEmbeddingServer();
  await server.stop();
  const { district, pools } = await openWatched({ embedder: embedderAt(server) });
  const csv = 'title,university\nSolid-state electrolyte,CQU\nMalaria vaccine,CQU\n';
  const imported = await district.usecases.importRecords({
    kind: 'results',
    filename: 'results.csv',
    bytes: Buffer.from(csv),
  });
  expect(imported.counts).toMatchObject({ created: 2, refused: 0 });
  await fill(district);
  await district.settle();
  expect((await district.usecases.recommendCarriers(QUESTION)).matches).toHaveLength(2);

  const report = await runRound(district);
  expect(report.embedding).toEqual({
    model: null,
    reason: 'incomplete',
    configured: MODEL,
    missing: 7,
    records: 7,
  });
  expect(report.entries.every(({ matches }) => matches.length > 0)).toBe(true);
  expect(pools.flatMap((pool) => [...vectorsOf(pool).values()]).every((vector) => vector === undefined)).toBe(
    true,
  );
  const jobs = await district.store.jobs.list({ name: 'records.embed', limit: 99 });
  expect(jobs.length).toBeGreaterThan(0);
  for (const job of jobs) expect(job).toMatchObject({ state: 'dead', error: /ECONNREFUSED/u });
});

test('a round that had to do without has the vectors fetched for the next one', async () => {
  const server = await startEmbeddingServer();
  await server.stop();
  const { district, pools } = await openWatched({ embedder: embedderAt(server) });
  await fill(district);
  await district.settle();
  await server.restart();
  expect((await runRound(district)).embedding).toMatchObject({ reason: 'incomplete', missing: 5 });
  expect((await runRound(district)).embedding).toEqual({ model: MODEL });
  expect([...vectorsOf(pools.at(-1)!).values()].every((vector) => vector?.length === 512)).toBe(true);
});

test('a worker that goes on asks for what the embedder owes, until it answers', async () => {
  const server = await startEmbeddingServer();
  await server.stop();
  const { district } = await openWatched({ embedder: embedderAt(server) });
  await fill(district);
  await district.settle();
  const stop = await keepRequestingEmbeddings(district, pino({ level: 'silent' }), 20);
  onTestFinished(stop);
  await sleep(100);
  await district.settle();
  expect(await district.store.embeddings.count(MODEL)).toBe(0);
  await server.restart();
  await expect
    .poll(
      async () => {
        await district.settle();
        return district.store.embeddings.count(MODEL);
      },
      { timeout: 10_000 },
    )
    .toBe(5);
});

test('a worker that starts asks for it at once', async () => {
  const server = await startEmbeddingServer();
  await server.stop();
  const { district } = await openWatched({ embedder: embedderAt(server) });
  await fill(district);
  await district.settle();
  await server.restart();
  onTestFinished(await keepRequestingEmbeddings(district, pino({ level: 'silent' })));
  // a connection of before the restart may break under a job, which is tried again
  await vi.waitFor(
    async () => {
      await district.settle();
      expect(await district.store.embeddings.count(MODEL)).toBe(5);
    },
    { timeout: 20_000 },
  );
});

test('one record without a vector is enough for a pool to do without: no two yardsticks in one ranking', async () => {
  const server = await startEmbeddingServer();
  const { district, pools } = await openWatched({ embedder: embedderAt(server) });
  await fill(district);
  await district.settle();
  await district.usecases.recommendCarriers(QUESTION);
  await district.usecases.submitResult({ id: 'R-4', title: 'Welding of aluminium' });
  await district.usecases.recommendCarriers(QUESTION);
  await district.settle();
  await district.usecases.recommendCarriers(QUESTION);
  await district.usecases.recommendCarriers(QUESTION);
  const withVector = pools.map((pool) => [...vectorsOf(pool).values()].filter((vector) => vector).length);
  expect(withVector).toEqual([5, 0, 6]);
});

test('what a round was started with it keeps, though the vectors come in while it runs', async () => {
  const server = await startEmbeddingServer();
  const { district, pools } = await openWatched({ embedder: embedderAt(server) });
  await fill(district);
  const { id } = await district.usecases.startRound({ chunkSize: 1 });
  await district.usecases.matchChunk({ roundId: id, chunk: 0 });
  const { store, usecases } = district;
  for (const kind of ['results', 'carriers'] as const) {
    const hashes = (await store[kind].refs()).map(({ hash }) => hash);
    await usecases.embedRecords({ kind, model: MODEL, hashes });
  }
  expect(await store.embeddings.count(MODEL)).toBe(5);
  await district.settle();
  expect((await usecases.getReport(id)).embedding).toMatchObject({ model: null, missing: 5 });
  expect(pools).toHaveLength(1);
  expect([...vectorsOf(pools[0]!).values()].every((vector) => vector === undefined)).toBe(true);
});

test('a round goes on with its vectors in a process that has no embedder, and with its server gone', async () => {
  const server = await startEmbeddingServer();
  const path = `${temporaryFolder()}/shared.sqlite`;
  const { district } = await openWatched({ embedder: embedderAt(server), path });
  await fill(district);
  await district.settle();
  const expected = await runRound(district);
  const { id } = await district.usecases.startRound({ chunkSize: 1 });
  await server.stop();
  const other = await openWatched({ path });
  await other.district.settle();
  expect((await other.district.usecases.getReport(id)).hash).toBe(expected.hash);
  expect([...vectorsOf(other.pools[0]!).values()].every((vector) => vector?.length === 512)).toBe(true);
});

test('an embedder that comes later, or under another name, gets the records of before', async () => {
  const server = await startEmbeddingServer();
  const path = `${temporaryFolder()}/shared.sqlite`;
  const before = await openWatched({ path });
  await fill(before.district);
  await before.district.settle();
  for (const model of [MODEL, 'use-en-2']) {
    const { district } = await openWatched({ embedder: embedderAt(server, model), path });
    const incomplete = { reason: 'incomplete', configured: model, missing: 5 };
    expect(await district.usecases.requestEmbeddings()).toMatchObject(incomplete);
    expect(await district.usecases.requestEmbeddings()).toMatchObject(incomplete);
    await district.settle();
    expect(await district.usecases.requestEmbeddings()).toEqual({ model });
    expect(await district.store.embeddings.count(model)).toBe(5);
  }
  expect(server.asked.flatMap(({ texts }) => texts)).toHaveLength(10);
});

test('a job for another model ends with the reason, and asks nobody', async () => {
  const server = await startEmbeddingServer();
  const path = `${temporaryFolder()}/shared.sqlite`;
  const first = await openWatched({ embedder: embedderAt(server, 'old'), path });
  await fill(first.district);
  const { district } = await openWatched({ embedder: embedderAt(server, 'new'), path });
  await district.settle();
  const jobs = await district.store.jobs.list({ name: 'records.embed', limit: 9 });
  expect(jobs).toHaveLength(5);
  for (const job of jobs)
    expect(job).toMatchObject({
      state: 'dead',
      attempts: 1,
      error: 'vectors of old are wanted, this process has new',
    });
  expect(server.asked).toEqual([]);
});

test('a refusal ends the job at once; another model under the old name is refused too', async () => {
  const server = await startEmbeddingServer();
  const { district } = await openWatched({ embedder: embedderAt(server) });
  await district.usecases.submitResult(RESULTS[0]);
  server.mishaps.push({ status: 401 });
  await district.settle();
  const refused = await district.store.jobs.list({ name: 'records.embed', limit: 9 });
  expect(refused).toMatchObject([{ state: 'dead', attempts: 1, error: 'the embedder answers 401' }]);

  await district.usecases.submitResult(RESULTS[1]);
  await district.settle();
  const { store } = district;
  server.distort = (vectors) => vectors.map((vector) => vector.slice(0, 100));
  const hashes = (await store.results.refs()).slice(0, 1).map(({ hash }) => hash);
  const renewed = await openWatched({ embedder: embedderAt(server), path: district.path });
  const payload = { kind: 'results' as const, model: MODEL, hashes };
  await expect(renewed.district.usecases.embedRecords(payload)).rejects.toMatchObject({
    name: 'UnrecoverableJobError',
    message: 'a vector of 100 dimensions, where use-en has 512',
  });
});

test('a round whose vectors are gone from the store fails, and does not go on without them', async () => {
  const server = await startEmbeddingServer();
  const { district } = await openWatched({ embedder: embedderAt(server) });
  await fill(district);
  const { id } = await district.usecases.startRound();
  const plan = await district.store.rounds.find(id);
  const forged = { ...plan!, id: 'forged', embedding: { model: 'never-asked' } };
  await district.store.rounds.create(forged, []);
  await expect(district.usecases.matchChunk({ roundId: 'forged', chunk: 0 })).rejects.toThrow(
    'no vector of never-asked for record',
  );
});

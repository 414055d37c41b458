import { expect, test } from 'vitest';
import { watchEmbedder } from '../../src/embedders/health.ts';
import { createOpenAiEmbedder } from '../../src/embedders/openai/openai-embedder.ts';
import { startEmbeddingServer } from '../support/embedding-server.ts';

const nothing = { warn() {} };

test('without an embedder there is none to be well or ill', async () => {
  expect(await watchEmbedder(null, nothing).state()).toBe('not_configured');
});

test('probes see a server go and come back, and ask it no more often than once in a while', async () => {
  const server = await startEmbeddingServer();
  const warnings: string[] = [];
  const log = {
    warn: (fields: object, message: string) => void warnings.push(JSON.stringify([fields, message])),
  };
  const embedder = createOpenAiEmbedder({
    url: server.url,
    model: 'use-en',
    apiKey: null,
    timeoutMs: 2_000,
    batch: 1,
    log,
  });
  let now = 0;
  const health = watchEmbedder(embedder, log, { now: () => now, holdsMs: 1_000 });
  expect([await health.state(), await health.state()]).toEqual(['answering', 'answering']);
  expect(server.asked).toHaveLength(1);

  await server.stop();
  now = 999;
  expect(await health.state()).toBe('answering');
  now = 1_000;
  expect(await health.state()).toBe('unavailable');
  expect(warnings).toEqual([expect.stringMatching(/use-en.*ECONNREFUSED.*matched without it/u)]);

  await server.restart();
  now = 2_000;
  expect(await health.state()).toBe('answering');
});

/** Questions answered by threads: what comes through, and what happens when a thread dies or is slow. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { loadConfig } from '../../src/config.ts';
import { loadProfile } from '../../src/exchange/index.ts';
import { PROBLEMS } from '../../src/http/problems/codes.ts';
import { refusalOf } from '../../src/http/problems/refusal-of.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { createMatchThreads, type MatchThreadsOptions } from '../../src/threads/match-threads.ts';
import { temporaryFolder } from '../usecases/district.ts';

const profile = await loadProfile();

/** Speaks as a thread of the program does, and does as the question says. */
const SCRIPTED = `
  const { parentPort, workerData } = require('node:worker_threads');
  parentPort.on('message', ({ order, id, of }) => {
    if (order === 'stop') return parentPort.close();
    if (of[0] === 'crash') throw new Error('out of luck');
    if (of[0] === 'silence') return;
    parentPort.postMessage({ report: 'answer', id, answer: of });
  });
  setTimeout(() => parentPort.postMessage({ report: 'ready' }), workerData.readyInMs);
`;

function scripted({ readyInMs = 0, ...options }: Partial<MatchThreadsOptions> & { readyInMs?: number } = {}) {
  const errors: string[] = [];
  let started = 0;
  const matcher = createMatchThreads({
    config: loadConfig({ DATA_DIR: temporaryFolder() }),
    profile,
    threads: 1,
    log: { error: (_fields, message) => errors.push(message) },
    startWorker: () => {
      started++;
      return new Worker(SCRIPTED, { eval: true, workerData: { readyInMs } });
    },
    ...options,
  });
  onTestFinished(() => matcher.close());
  const ask = (word: string) => matcher.carriersFor(word, 'transfer', 3) as Promise<unknown>;
  return { matcher, ask, errors, started: () => started };
}

test('a real thread answers as the program itself would, and refuses with the code of the refusal', async () => {
  const config = loadConfig({ DATA_DIR: temporaryFolder(), LOG_LEVEL: 'error' });
  const store = await openSqliteStore({ path: join(config.data.dir, 'jianyuan.sqlite') });
  await store.results.save([{ id: 'R1', title: '抗体药物的中试放大', needs: '寻求GMP中试平台' }], () => []);
  const matcher = createMatchThreads({ config, profile, threads: 1, log: { error() {} } });
  onTestFinished(async () => {
    await matcher.close();
    await store.close();
  });
  await matcher.prepare();
  await store.carriers.save([{ id: 'C1', name: '抗体药物GMP中试平台' }], () => []);
  const { matches } = await matcher.carriersFor('R1', 'transfer', 3);
  expect(matches.map(({ carrierId, rank }) => ({ carrierId, rank }))).toEqual([{ carrierId: 'C1', rank: 1 }]);
  await expect(matcher.carriersFor('R2', 'transfer', 3)).rejects.toMatchObject({
    name: 'DomainError',
    code: 'record.not_found',
  });
}, 120_000);

test('who waits for a thread that dies is told to ask again, and the next question is answered by a new one', async () => {
  const { ask, errors, started } = scripted();
  const waiting = ask('silence');
  const refused = { code: 'matching.unavailable' };
  const both = Promise.all([
    expect(waiting).rejects.toMatchObject(refused),
    expect(ask('crash')).rejects.toMatchObject(refused),
  ]);
  await both;
  expect(errors).toEqual(['a thread ended and is started again']);
  expect(await ask('hello')).toEqual(['hello', 'transfer', 3]);
  expect(started()).toBe(2);
});

test('a question does not wait for ever for an index that is being built', async () => {
  const { ask } = scripted({ readyInMs: 5_000, patienceMs: 50 });
  const error: unknown = await ask('hello').catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'matching.unavailable' });
  // whoever asked over HTTP is told so, with 503, and not that something failed inside
  const { code, detail } = refusalOf(error);
  expect(PROBLEMS[code].status).toBe(503);
  expect(detail).toContain('索引正在建立');
});

test('threads that were never asked are never started, and closing ends those that were', async () => {
  const { matcher, ask, started } = scripted({ threads: 2 });
  await matcher.close();
  expect(started()).toBe(0);
  const second = scripted({ threads: 2 });
  await Promise.all([second.ask('one'), second.ask('two')]);
  expect(second.started()).toBe(2);
  await second.matcher.close();
  await expect(second.ask('three')).rejects.toMatchObject({ code: 'matching.unavailable' });
  expect(await ask('late')).toEqual(['late', 'transfer', 3]);
});

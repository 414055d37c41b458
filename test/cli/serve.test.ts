import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { analyseWhatChanged } from '../../src/usecases/analyse-jobs.ts';
import { folder } from './command.ts';

const COMMAND = fileURLToPath(new URL('../../bin/jianyuan.js', import.meta.url));

/** Starts the server on a free port; resolves with its address once it listens. */
async function serve(dataDir: string, ...args: string[]): Promise<{ child: ChildProcess; url: string }> {
  const env = { PATH: process.env['PATH'] ?? '', DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error' };
  const child = spawn(process.execPath, [COMMAND, 'serve', ...args], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    // Read to the end: a process whose stderr is closed dies at its next word.
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /http:\/\/\S+/u.exec(said)?.[0];
      if (address !== undefined) resolve(address);
    });
    child.on('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
  return { child, url };
}

test('the server answers, works off what other processes left, and stops in order when told to', async () => {
  const dataDir = folder();
  const { child, url } = await serve(dataDir);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);

  const store = await openSqliteStore({ path: join(dataDir, 'jianyuan.sqlite') });
  onTestFinished(() => store.close());
  await store.results.save([{ title: '一项新的成果' }], analyseWhatChanged('results', null));
  while ((await store.jobs.openCount()) > 0) await sleep(50);

  child.kill('SIGTERM');
  const [code, signal] = await once(child, 'exit');
  expect({ code, signal }).toEqual({ code: 0, signal: null });
});

test('with --no-worker the jobs are left to others', async () => {
  const dataDir = folder();
  await serve(dataDir, '--no-worker');
  const store = await openSqliteStore({ path: join(dataDir, 'jianyuan.sqlite') });
  onTestFinished(() => store.close());
  await store.results.save([{ title: '一项新的成果' }], analyseWhatChanged('results', null));
  await sleep(1_500);
  expect(await store.jobs.openCount()).toBe(1);
});

test('a port that is taken is said by the name of its variable, and the process ends', async () => {
  const { url } = await serve(folder());
  const env = {
    PATH: process.env['PATH'] ?? '',
    DATA_DIR: folder(),
    PORT: new URL(url).port,
    LOG_LEVEL: 'fatal',
  };
  const child = spawn(process.execPath, [COMMAND, 'serve'], { env });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const [code] = await once(child, 'close');
  expect(code).toBe(1);
  expect(said).toMatch(/^错误 error \[config\.invalid\]: 无法监听 .*\n[\s\S]*PORT .*已被占用/u);
});

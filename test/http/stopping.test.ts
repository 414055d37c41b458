import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { loadConfig } from '../../src/config.ts';
import { start } from '../../src/main.ts';

function fetchWith(agent: Agent, url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode));
    }).on('error', reject);
  });
}

function freshConfig() {
  const dir = mkdtempSync(join(tmpdir(), 'jianyuan-stop-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return loadConfig({ DATA_DIR: dir, PORT: '0' });
}

test('the server stops at once although clients keep their connections open', async () => {
  const running = await start(freshConfig(), { web: true, worker: true }, pino({ level: 'silent' }));
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  expect(await fetchWith(agent, `${running.url}/api/v1/results`)).toBe(200);
  expect(Object.keys(agent.freeSockets)).toHaveLength(1);

  const began = Date.now();
  const late = fetchWith(agent, `${running.url}/openapi.json`);
  const stopped = running.stop();
  expect(await late.catch(() => 'closed')).toSatisfy((outcome) => outcome === 200 || outcome === 'closed');
  await stopped;
  expect(Date.now() - began).toBeLessThan(4_000);
  await expect(fetchWith(new Agent(), `${running.url}/healthz`)).rejects.toThrow();
});

test('who stops it while it is still getting ready to match is told of no error', async () => {
  const logged: string[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => void logged.push(line) });
  const running = await start(freshConfig(), { web: true, worker: false }, log);
  await running.stop();
  expect(logged).toEqual([]);
});

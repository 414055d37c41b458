import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { enqueue, job } from '../conformance/store-fixtures.ts';

const WORKER = fileURLToPath(new URL('./claim-worker.ts', import.meta.url));

/** Runs a worker on the file to its end; its lines of output. */
function runWorker(path: string, owner: string): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', WORKER, path, owner], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (bytes) => {
    output += bytes;
  });
  child.stderr.on('data', (bytes) => {
    errors += bytes;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(output.trim().split('\n'));
      else reject(new Error(`worker ended with ${code}: ${errors}`));
    });
  });
}

describe('several processes on one file', () => {
  let directory: string;
  let path: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'jianyuan-store-'));
    path = join(directory, 'data', 'store.db');
  });
  afterEach(() => rm(directory, { recursive: true }));

  it('run every job, none twice, and the parent last', async () => {
    const children = Array.from({ length: 400 }, (_, i) => job(`chunk-${i}`));
    const store = await openSqliteStore({ path });
    await enqueue(store, job('report', children));

    const [first = [], second = []] = await Promise.all([runWorker(path, 'one'), runWorker(path, 'two')]);
    const ran = [...first, ...second].filter((line) => line.startsWith('ran '));
    expect(new Set(ran).size).toBe(401);
    expect(ran.length).toBe(401);
    expect(Math.min(first.length, second.length)).toBeGreaterThan(1);
    expect([first.at(-1), second.at(-1)]).toContain('ran report');
    expect(await store.jobs.list({ state: 'done', limit: 500 })).toHaveLength(401);
    await store.close();
  });

  it('may start at once on a file that is not there yet', async () => {
    const started = await Promise.all(['one', 'two', 'three', 'four'].map((owner) => runWorker(path, owner)));
    expect(started).toEqual([['open'], ['open'], ['open'], ['open']]);
  });
});

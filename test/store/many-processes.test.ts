import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPostgresStore } from '../../src/store/postgres/postgres-store.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import { enqueue, job } from '../conformance/store-fixtures.ts';
import {
  describeWithPostgres,
  type PostgresServer,
  startPostgresServer,
} from '../support/postgres-server.ts';

const WORKER = fileURLToPath(new URL('./claim-worker.ts', import.meta.url));

/** Runs a worker on the store to its end; its lines of output. */
function runWorker(place: string, owner: string): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', WORKER, place, owner], {
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
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'jianyuan-store-'));
  });
  afterAll(() => rm(directory, { recursive: true }));
  let files = 0;
  processSuite({
    place: async () => join(directory, 'data', `store-${++files}.db`),
    open: (path) => openSqliteStore({ path }),
  });
});

describeWithPostgres('several processes on one PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgresServer();
  });
  afterAll(() => server.stop());
  processSuite({ place: () => server.bareDatabase(), open: (url) => openPostgresStore({ url }) });
});

interface Shared {
  /** Where a store can be made that is not there yet. */
  place(): Promise<string>;
  open(place: string): Promise<Store>;
}

function processSuite({ place, open }: Shared): void {
  it('run every job, none twice, and the parent last', async () => {
    const shared = await place();
    const children = Array.from({ length: 400 }, (_, i) => job(`chunk-${i}`));
    const store = await open(shared);
    await enqueue(store, job('report', children));

    const [first = [], second = []] = await Promise.all([runWorker(shared, 'one'), runWorker(shared, 'two')]);
    const ran = [...first, ...second].filter((line) => line.startsWith('ran '));
    expect(new Set(ran).size).toBe(401);
    expect(ran.length).toBe(401);
    expect(Math.min(first.length, second.length)).toBeGreaterThan(1);
    expect([first.at(-1), second.at(-1)]).toContain('ran report');
    expect(await store.jobs.list({ state: 'done', limit: 500 })).toHaveLength(401);
    await store.close();
  });

  it('may start at once on one that is not there yet', async () => {
    const shared = await place();
    const started = await Promise.all(
      ['one', 'two', 'three', 'four'].map((owner) => runWorker(shared, owner)),
    );
    expect(started).toEqual([['open'], ['open'], ['open'], ['open']]);
  });
}

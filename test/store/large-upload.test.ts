/** An uploaded file that takes long to write: a thread writes it, and nothing of what a small one gives is lost. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { claimKeys, job, T0 } from '../conformance/store-fixtures.ts';

const SIZE = 4_000_000;

async function openFile() {
  const folder = mkdtempSync(join(tmpdir(), 'jianyuan-store-'));
  const store = await openSqliteStore({ path: join(folder, 'store.sqlite'), clock: () => T0 });
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });
  const create = (id: string) =>
    store.imports.create({ id, kind: 'results', filename: '成果.csv', bytes: Buffer.alloc(SIZE, id) }, [
      job(`import:${id}`),
    ]);
  return { store, create };
}

test('others have their turn while a large file is written, and it is kept with its job', async () => {
  const { store, create } = await openFile();
  let turns = 0;
  const ticking = setInterval(() => turns++, 1);
  await create('i1');
  clearInterval(ticking);
  expect(turns).toBeGreaterThan(3);
  expect(Buffer.from((await store.imports.bytes('i1'))!).equals(Buffer.alloc(SIZE, 'i1'))).toBe(true);
  expect(await store.imports.find('i1')).toMatchObject({
    filename: '成果.csv',
    state: 'queued',
    createdAt: new Date(T0).toISOString(),
  });
  expect(await claimKeys(store)).toEqual(['import:i1']);
}, 60_000);

test('what the database refuses is said, and no job is left', async () => {
  const { store, create } = await openFile();
  await create('i1');
  await claimKeys(store);
  await expect(create('i1')).rejects.toThrow('UNIQUE constraint failed: imports.id');
  expect(await claimKeys(store)).toEqual([]);
}, 60_000);

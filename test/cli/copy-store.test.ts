import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openPostgresStore } from '../../src/store/postgres/postgres-store.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import { claimKeys, job, match, NO_JOBS, plan, result, T0 } from '../conformance/store-fixtures.ts';
import { describeWithPostgres, startPostgresServer } from '../support/postgres-server.ts';
import { temporaryFolder } from '../usecases/district.ts';
import { commandLine } from './command.ts';

async function fill(store: Store): Promise<string> {
  const [old] = await store.results.save([result('固态电池\u0000', { id: 'A', needs: '中试' })], NO_JOBS);
  await store.results.save([result('固态电池\u0000', { id: 'A' }), result('乙')], () => [
    job('later', [job('first')]),
    job('alone'),
  ]);
  const model = { fingerprint: 'f', analyser: 'a', records: 1, background: [], lost: [] };
  await store.models.save(model, Uint8Array.of(0, 255));
  await store.embeddings.save('m', [{ textHash: 'e', vector: Float32Array.of(0.1, -0) }]);
  await store.rounds.create({ ...plan('round-1'), model: 'f' }, []);
  const matches = Array.from({ length: 450 }, (_, i) => match('A', `C-${i}`, i / 7));
  await store.rounds.saveChunk({
    roundId: 'round-1',
    chunk: 0,
    matches,
    noFits: [],
    candidates: [],
    model: 'f',
  });
  return old?.hash ?? '';
}

async function seen(store: Store, oldHash: string): Promise<unknown> {
  return [
    await store.results.list({ limit: 9 }),
    await store.results.changes(1),
    [...(await store.results.versions([oldHash]))],
    [...((await store.models.bytes('f')) ?? [])],
    [...(await store.embeddings.find(['e'], 'm'))],
    await store.rounds.find('round-1'),
    await store.rounds.chunk('round-1', 0),
    await store.jobs.pendingTrees(9, T0),
    await claimKeys(store),
  ];
}

describeWithPostgres('copy-store, on a real PostgreSQL', () => {
  test('brings over everything; into a database with data nothing', async () => {
    const server = await startPostgresServer();
    onTestFinished(() => server.stop());
    const folder = temporaryFolder();
    const path = join(folder, 'jianyuan.sqlite');
    const sqlite = await openSqliteStore({ path, clock: () => T0 });
    const oldHash = await fill(sqlite);
    await sqlite.close();

    const url = await server.bareDatabase();
    const jianyuan = commandLine(folder, { DATABASE_URL: url });
    const copied = await jianyuan('copy-store', '--from', path);
    expect(copied).toMatchObject({ code: 0, stdout: expect.stringContaining('成果 results 2') });
    const again = await jianyuan('copy-store', '--from', path);
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('store.not_empty') });
    expect(await jianyuan('copy-store', '--from', 'none.sqlite')).toMatchObject({ code: 1 });

    const [before, after] = [
      await openSqliteStore({ path, clock: () => T0 }),
      await openPostgresStore({ url, clock: () => T0 }),
    ];
    expect(await seen(after, oldHash)).toEqual(await seen(before, oldHash));
    await before.close();
    await after.close();
  });
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openConnection } from '../../src/store/sqlite/connection.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { claimKeys, enqueue, job, NO_JOBS, plan, result, T0 } from '../conformance/store-fixtures.ts';

describe('a SQLite file', () => {
  let directory: string;
  let path: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'jianyuan-store-'));
    path = join(directory, 'store.db');
  });
  afterEach(() => rm(directory, { recursive: true }));

  it('keeps everything over a restart', async () => {
    const store = await openSqliteStore({ path, clock: () => T0 });
    const [saved] = await store.results.save([result('固态电池')], () => [job('analyse')]);
    await store.close();

    const again = await openSqliteStore({ path, clock: () => T0 });
    expect(await again.results.refs()).toEqual([{ id: saved?.id, hash: saved?.hash }]);
    expect(await claimKeys(again)).toEqual(['analyse']);
    await again.close();
  });

  it('shows one connection at once what another has written', async () => {
    const [writer, reader] = [await openSqliteStore({ path }), await openSqliteStore({ path })];
    await writer.results.save([result('固态电池')], NO_JOBS);
    expect(await reader.results.count()).toBe(1);
    await reader.results.save([result('催化剂')], NO_JOBS);
    expect(await writer.results.revision()).toBe(2);
    await writer.close();
    await reader.close();
  });

  it('is opened for several processes, with references checked', async () => {
    const { $client } = await openConnection(path);
    const settings = ['journal_mode', 'foreign_keys', 'synchronous'];
    expect(settings.map((name) => $client.pragma(name, { simple: true }))).toEqual(['wal', 1, 1]);
    $client.close();
  });

  it('says which model is current as quickly where it is large', async () => {
    const store = await openSqliteStore({ path });
    const timed = async (size: number) => {
      const fingerprint = String(size).padStart(16, '0');
      const model = { fingerprint, analyser: 'reader/1', records: 1, background: [], lost: [] };
      await store.models.save(model, new Uint8Array(size));
      let least = Number.POSITIVE_INFINITY;
      for (let i = 0; i < 10; i++) {
        const started = performance.now();
        expect(await store.models.current('reader/1')).toMatchObject({ fingerprint, size });
        least = Math.min(least, performance.now() - started);
      }
      return least;
    };
    const small = await timed(1);
    expect(await timed(32 << 20)).toBeLessThan(4 * small);
    await store.close();
  });

  it('that another connection writes to leaves the thread free until its turn comes', async () => {
    const store = await openSqliteStore({ path });
    const other = new BetterSqlite3(path);
    other.exec('begin immediate');
    const saving = store.results.save([result('固态电池')], NO_JOBS);
    const pauses: number[] = [];
    for (let last = performance.now(), end = last + 500; last < end; ) {
      await sleep(1);
      pauses.push(performance.now() - last);
      last = performance.now();
    }
    other.exec('commit');
    expect(await saving).toMatchObject([{ outcome: 'created' }]);
    expect(pauses.length).toBeGreaterThan(20);
    await store.close();
    other.close();
  });

  it('is refused where it is not a database', async () => {
    await writeFile(path, 'not a database, but a text that is long enough to be read as one'.repeat(20));
    await expect(openSqliteStore({ path })).rejects.toThrow('文件不是 SQLite 数据库');
  });

  it('is refused where its schema is newer than this program', async () => {
    await (await openSqliteStore({ path })).close();
    const client = new BetterSqlite3(path);
    client.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)').run('later', 9e15);
    client.close();
    await expect(openSqliteStore({ path })).rejects.toThrow('newer');
  });

  it('of before there was an embedder tells of its rounds that they had none', async () => {
    const store = await openSqliteStore({ path });
    await store.rounds.create(plan('round-1'), []);
    await store.close();
    const client = new BetterSqlite3(path);
    client.exec("update rounds set plan = json_remove(plan, '$.embedding')");
    client.close();
    const renewed = await openSqliteStore({ path });
    const none = { model: null, reason: 'not_configured' };
    expect(await renewed.rounds.find('round-1')).toMatchObject({ engine: 'engine/1', embedding: none });
    await renewed.close();
  });

  it('finds the next of many jobs without reading those that have ended', async () => {
    const store = await openSqliteStore({ path: ':memory:', clock: () => T0 });
    await enqueue(store, ...Array.from({ length: 20_000 }, (_, i) => job(`job-${i}`)));
    for (let i = 0; i < 1_000; i += 1) await store.jobs.finish(`job-${i}`, T0);
    const started = performance.now();
    for (let i = 0; i < 200; i += 1) expect(await claimKeys(store, T0, 'w', 1)).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(1_000);
    await store.close();
  });

  it('keeps the thousands of jobs of a large round in a fraction of a second of the thread that answers', async () => {
    const store = await openSqliteStore({ path: ':memory:', clock: () => T0 });
    const chunks = Array.from({ length: 4_000 }, (_, i) => job(`chunk-${i}`));
    const before = process.cpuUsage();
    await store.rounds.create(plan('round-1'), [job('report', [job('assign', chunks)])]);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(600);
    expect(await store.jobs.openCount()).toBe(4_002);
    await store.close();
  });
});

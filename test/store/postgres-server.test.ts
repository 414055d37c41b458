import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPostgresStore } from '../../src/store/postgres/postgres-store.ts';
import { claimKeys, enqueue, job, NO_JOBS, result, T0 } from '../conformance/store-fixtures.ts';
import { freePort } from '../support/executables.ts';
import {
  describeWithPostgres,
  type PostgresServer,
  startPostgresServer,
} from '../support/postgres-server.ts';

describeWithPostgres('a PostgreSQL server', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgresServer();
  });
  afterAll(() => server.stop());

  test('is set up once by ten that open an empty database at the same time', async () => {
    const url = await server.bareDatabase();
    const stores = await Promise.all(Array.from({ length: 10 }, () => openPostgresStore({ url })));
    await stores[0]?.results.save([result('固态电池')], NO_JOBS);
    expect(await Promise.all(stores.map((store) => store.results.count()))).toEqual(Array(10).fill(1));
    await Promise.all(stores.map((store) => store.close()));
  });

  test('keeps everything over a restart of the program', async () => {
    const url = await server.database();
    const store = await openPostgresStore({ url, clock: () => T0 });
    const [saved] = await store.results.save([result('固态电池')], () => [job('analyse')]);
    await store.close();
    const again = await openPostgresStore({ url, clock: () => T0 });
    expect(await again.results.refs()).toEqual([{ id: saved?.id, hash: saved?.hash }]);
    expect(await claimKeys(again)).toEqual(['analyse']);
    await again.close();
  });

  test('that hung up is connected to again, and a process that was at work lives on', async () => {
    const url = await server.database();
    const store = await openPostgresStore({ url });
    await store.results.save([result('固态电池')], NO_JOBS);
    await server.hangUp(url);
    const tried = await Promise.allSettled([store.results.count(), store.results.count()]);
    for (const each of tried)
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'store.unavailable' });
    expect(await store.results.count()).toBe(1);
    await store.close();
  });

  test('that hangs up in the middle of a write has kept nothing of it, and says that it is away', async () => {
    const url = await server.database();
    const [store, other] = [await openPostgresStore({ url }), await openPostgresStore({ url })];
    const holding = await server.lock(url, 'revisions');
    const writes = [store, other].map((each) => each.results.save([result('固态电池')], () => [job('a')]));
    const ends = Promise.allSettled(writes);
    await holding.waitedFor(2);
    await server.hangUp(url);
    for (const each of await ends)
      expect(each).toMatchObject({ status: 'rejected', reason: { code: 'store.unavailable' } });
    expect([await store.results.count(), await other.jobs.openCount()]).toEqual([0, 0]);
    await store.close();
    await other.close();
  });

  test('is refused where there is none, without user and password in the message', async () => {
    const url = new URL(await server.database());
    url.port = String(await freePort());
    const error: unknown = await openPostgresStore({ url: url.href }).catch((refused: unknown) => refused);
    expect(error).toMatchObject({ code: 'store.unavailable', message: expect.stringContaining('no server') });
    expect(String(error)).toContain(`${url.host}${url.pathname}`);
    expect(String(error)).not.toMatch(/secret|tester/u);
  });

  test('is refused where it has no such database', async () => {
    const url = `${await server.database()}_not`;
    await expect(openPostgresStore({ url })).rejects.toMatchObject({
      code: 'store.unavailable',
      message: expect.stringContaining('no such database'),
    });
  });

  test('is refused where it keeps texts in another encoding than UTF8', async () => {
    const url = await server.bareDatabase("template template0 encoding 'LATIN1' locale 'C'");
    await expect(openPostgresStore({ url })).rejects.toThrow('UTF8');
  });

  test('is refused where its schema is newer than this program', async () => {
    const url = await server.database();
    await server.run(
      url,
      "insert into __drizzle_migrations (hash, created_at) values ('later', 9000000000000000)",
    );
    await expect(openPostgresStore({ url })).rejects.toThrow('newer');
  });

  test('that sorts by the rules of a language gives ids in the order of their characters all the same', async () => {
    const url = await server.bareDatabase(
      "template template0 locale_provider icu icu_locale 'zh-CN' locale 'C.UTF-8'",
    );
    const store = await openPostgresStore({ url });
    const ids = ['b', 'A', '丙', 'a', 'B-2', '甲', 'B-10', 'é'];
    await store.results.save(
      ids.map((id) => result('固态电池', { id })),
      NO_JOBS,
    );
    expect((await store.results.refs()).map(({ id }) => id)).toEqual([...ids].sort());
    expect((await store.results.list({ after: 'a', limit: 2 })).map(({ record }) => record.id)).toEqual([
      'b',
      'é',
    ]);
    await store.close();
  });

  test('finds the next of many jobs without reading those that have ended', async () => {
    const store = await openPostgresStore({ url: await server.database(), clock: () => T0 });
    await enqueue(store, ...Array.from({ length: 2_000 }, (_, i) => job(`job-${i}`)));
    for (let i = 0; i < 200; i += 1) await store.jobs.finish(`job-${i}`, T0);
    for (let i = 200; i < 300; i += 1) expect(await claimKeys(store, T0, 'w', 1)).toEqual([`job-${i}`]);
    await store.close();
  });
});

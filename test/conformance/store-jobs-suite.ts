import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { claim, claimKeys, enqueue, expectStates, job, type OpenStore, T0 } from './store-fixtures.ts';

/** One job after the other: claims, leases, tries, endings. */
export function jobSuite(open: OpenStore): void {
  describe('job ledger', () => {
    let store: Store;
    beforeEach(async () => {
      store = await open({ clock: () => T0 });
    });
    afterEach(() => store.close());

    it('hands out the oldest jobs first, each to one owner, with its payload', async () => {
      await enqueue(store, job('c'), job('a'), job('b'));
      expect(await claim(store, T0, 'worker-1', 2)).toEqual([
        { key: 'c', name: 'test.run', payload: { of: 'c' }, attempt: 1, maxAttempts: 3 },
        { key: 'a', name: 'test.run', payload: { of: 'a' }, attempt: 1, maxAttempts: 3 },
      ]);
      expect(await claimKeys(store, T0, 'worker-2')).toEqual(['b']);
      expect(await claimKeys(store, T0, 'worker-2')).toEqual([]);
    });

    it('leaves jobs to others by their names, those of an owner that is gone too', async () => {
      await enqueue(store, { ...job('h1'), name: 'test.heavy' });
      await claim(store);
      await enqueue(store, { ...job('h2'), name: 'test.heavy' }, job('a'));
      const at = { owner: 'worker-2', limit: 9, leaseMs: 1_000, now: T0 + 2_000 };
      const taken = await store.jobs.claim({ ...at, except: ['test.heavy'] });
      expect(taken.map(({ key }) => key)).toEqual(['a']);
      expect((await store.jobs.claim(at)).map(({ key }) => key)).toEqual(['h1', 'h2']);
    });

    it('takes jobs that follow from no record; asked for again they are kept once, or revived', async () => {
      await store.jobs.request([job('a'), job('parent', [job('child')])], T0);
      await store.jobs.request([job('a')], T0);
      expect(await claimKeys(store)).toEqual(['a', 'child']);
      await store.jobs.bury('a', 'no network', T0);
      await store.jobs.request([job('a')], T0);
      await expectStates(store, { a: 'ready', child: 'active', parent: 'waiting' });
    });

    it('hands a job out again when its owner lets the lease end', async () => {
      await enqueue(store, job('a'));
      await claim(store);
      expect(await claimKeys(store, T0 + 999, 'worker-2')).toEqual([]);
      expect(await claim(store, T0 + 1_000, 'worker-2')).toMatchObject([{ key: 'a', attempt: 2 }]);
      expect(await store.jobs.heartbeat('a', 'worker-1', 1_000, T0 + 1_001)).toBe(false);
    });

    it('leaves a job with an owner that renews its lease', async () => {
      await enqueue(store, job('a'));
      await claim(store);
      expect(await store.jobs.heartbeat('a', 'worker-1', 1_000, T0 + 900)).toBe(true);
      expect(await claimKeys(store, T0 + 1_500, 'worker-2')).toEqual([]);
      expect(await store.jobs.nextDue()).toBe(T0 + 1_900);
    });

    it('buries a job that took its owners down with it until no attempt was left', async () => {
      await enqueue(store, job('parent', [job('deadly', [], 2)]));
      await claim(store, T0);
      await claim(store, T0 + 1_000);
      expect(await claimKeys(store, T0 + 2_000)).toEqual([]);
      await expectStates(store, { deadly: 'dead', parent: 'dead' });
      expect((await store.jobs.find('deadly'))?.error).toContain('2 attempts');
    });

    it('runs a failed job again, not before its time', async () => {
      await enqueue(store, job('a'));
      await claim(store);
      await store.jobs.retry('a', 'no network', T0 + 500, T0);
      expect(await store.jobs.find('a')).toMatchObject({ state: 'ready', error: 'no network', attempts: 1 });
      expect(await claimKeys(store, T0 + 499)).toEqual([]);
      expect(await store.jobs.nextDue()).toBe(T0 + 500);
      expect(await claim(store, T0 + 500)).toMatchObject([{ key: 'a', attempt: 2 }]);
    });

    it('does not let an owner that lost its lease put back or bury what another is running', async () => {
      await enqueue(store, job('a'));
      await claim(store);
      await claim(store, T0 + 1_000, 'worker-2');
      await store.jobs.retry('a', 'late', T0, T0 + 1_001, 'worker-1');
      await store.jobs.bury('a', 'late', T0 + 1_001, 'worker-1');
      await expectStates(store, { a: 'active' });
      await store.jobs.retry('a', 'in time', T0, T0 + 1_001, 'worker-2');
      await expectStates(store, { a: 'ready' });
    });

    it('keeps a finished job finished', async () => {
      await enqueue(store, job('a'));
      await claim(store);
      await store.jobs.finish('a', T0 + 1);
      await store.jobs.finish('a', T0 + 2);
      await store.jobs.retry('a', 'late', T0, T0 + 3);
      await store.jobs.bury('a', 'late', T0 + 3);
      expect(await store.jobs.find('a')).toMatchObject({
        state: 'done',
        error: null,
        updatedAt: new Date(T0 + 1).toISOString(),
      });
      expect(await claimKeys(store, T0 + 10_000)).toEqual([]);
      expect(await store.jobs.nextDue()).toBeNull();
    });

    it('keeps the same work once, and starts it anew after it died or was cancelled', async () => {
      await enqueue(store, job('dying'), job('unwanted'), job('done'));
      await enqueue(store, job('dying'), job('dying'));
      expect(await claimKeys(store)).toEqual(['dying', 'unwanted', 'done']);
      await store.jobs.bury('dying', 'broken', T0);
      await store.jobs.cancel('unwanted', T0);
      await store.jobs.finish('done', T0);
      await enqueue(store, job('dying'), job('unwanted'), job('done'));
      expect(await claim(store)).toMatchObject([
        { key: 'dying', attempt: 1 },
        { key: 'unwanted', attempt: 1 },
      ]);
      expect(await store.jobs.find('dying')).toMatchObject({ error: null });
    });

    it('shows progress while a job is open', async () => {
      await enqueue(store, job('a'));
      await store.jobs.progress('a', { done: 3, total: 10, note: '第 3 行' }, T0 + 5);
      expect(await store.jobs.find('a')).toEqual({
        key: 'a',
        name: 'test.run',
        state: 'ready',
        attempts: 0,
        maxAttempts: 3,
        progress: { done: 3, total: 10, note: '第 3 行' },
        error: null,
        createdAt: new Date(T0).toISOString(),
        updatedAt: new Date(T0 + 5).toISOString(),
      });
      expect(await store.jobs.find('unknown')).toBeNull();
    });

    it('lists by state and name, page by page, and counts what is open', async () => {
      await enqueue(store, job('b'), job('a'), { ...job('c'), name: 'other.run' }, job('d', [job('e')]));
      await store.jobs.bury('b', 'broken', T0);
      expect((await store.jobs.list({ limit: 2 })).map((view) => view.key)).toEqual(['a', 'b']);
      expect((await store.jobs.list({ after: 'b', limit: 9 })).map((view) => view.key)).toEqual([
        'c',
        'd',
        'e',
      ]);
      expect((await store.jobs.list({ state: 'dead', limit: 9 })).map((view) => view.key)).toEqual(['b']);
      expect((await store.jobs.list({ name: 'other.run', limit: 9 })).map((view) => view.key)).toEqual(['c']);
      expect(await store.jobs.openCount()).toBe(4);
    });
  });
}

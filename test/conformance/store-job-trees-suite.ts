import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { claim, claimKeys, enqueue, expectStates, job, type OpenStore, T0 } from './store-fixtures.ts';

/** Jobs that wait for jobs, and the ledger as the outbox of an outside queue. */
export function jobTreeSuite(open: OpenStore): void {
  describe('job trees', () => {
    let store: Store;
    beforeEach(async () => {
      store = await open({ clock: () => T0 });
    });
    afterEach(() => store.close());

    const finishAll = async (...keys: string[]) => {
      for (const key of keys) await store.jobs.finish(key, T0);
    };

    it('runs a parent after its last child', async () => {
      await enqueue(store, job('report', [job('chunk-1', [job('analyse')]), job('chunk-2')]));
      await expectStates(store, {
        report: 'waiting',
        'chunk-1': 'waiting',
        'chunk-2': 'ready',
        analyse: 'ready',
      });
      expect(await claimKeys(store)).toEqual(['analyse', 'chunk-2']);
      await finishAll('chunk-2', 'chunk-2', 'analyse');
      await expectStates(store, { report: 'waiting', 'chunk-1': 'ready' });
      expect(await claimKeys(store)).toEqual(['chunk-1']);
      await finishAll('chunk-1');
      expect(await claimKeys(store)).toEqual(['report']);
    });

    it('lets several parents wait for one child, also for one that ran before they came', async () => {
      await enqueue(store, job('shared'), job('old'));
      await claim(store);
      await finishAll('old');
      await enqueue(store, job('first', [job('shared'), job('old')]), job('second', [job('shared')]));
      await expectStates(store, { first: 'waiting', second: 'waiting', shared: 'active' });
      await finishAll('shared');
      expect(await claimKeys(store)).toEqual(['first', 'second']);
      await enqueue(store, job('third', [job('shared')]));
      expect(await claimKeys(store)).toEqual(['third']);
    });

    it('does not finish a job that still waits', async () => {
      await enqueue(store, job('report', [job('chunk')]));
      await finishAll('report');
      await expectStates(store, { report: 'waiting' });
    });

    it('refuses jobs that would wait for each other, and keeps nothing of them', async () => {
      await expect(enqueue(store, job('a', [job('b', [job('a')])]))).rejects.toThrow('wait for itself');
      expect(await store.jobs.find('b')).toBeNull();
      expect(await store.imports.list({ limit: 1 })).toEqual([]);
    });

    it('refuses a tree in which two jobs wait for one, and keeps nothing of it', async () => {
      const diamond = job('top', [job('left', [job('shared')]), job('right', [job('shared')])]);
      await expect(enqueue(store, diamond)).rejects.toThrow('job shared would have two parents in one tree');
      expect(await store.jobs.list({ limit: 9 })).toEqual([]);
      expect(await store.imports.list({ limit: 1 })).toEqual([]);
    });

    it('refuses it also where part of the tree was kept before, unless that is done', async () => {
      await enqueue(store, job('report', [job('chunk', [job('shared'), job('old')])]));
      await finishAll('old');
      await expect(enqueue(store, job('top', [job('report'), job('shared')]))).rejects.toThrow('two parents');
      await store.jobs.bury('chunk', 'broken', T0);
      const again = job('chunk', [job('other', [job('shared')]), job('shared')]);
      await expect(enqueue(store, again)).rejects.toThrow('two parents');
      await enqueue(store, job('top', [job('report'), job('old')]));
      await expectStates(store, { top: 'waiting', report: 'ready', old: 'done' });
    });

    it('buries what waits for a dead job, and brings it back once no child is dead', async () => {
      await enqueue(store, job('top', [job('report', [job('chunk-1'), job('chunk-2'), job('chunk-3')])]));
      await claim(store);
      await store.jobs.bury('chunk-1', 'broken', T0);
      await store.jobs.bury('chunk-2', 'broken', T0);
      await expectStates(store, { top: 'dead', report: 'dead', 'chunk-3': 'active' });
      expect((await store.jobs.find('top'))?.error).toContain('chunk-1');
      await store.jobs.revive('chunk-1', T0);
      await expectStates(store, { 'chunk-1': 'ready', report: 'dead', top: 'dead' });
      await store.jobs.revive('chunk-2', T0);
      await expectStates(store, {
        'chunk-2': 'ready',
        report: 'waiting',
        top: 'waiting',
        'chunk-3': 'active',
      });
      await finishAll('chunk-1', 'chunk-2', 'chunk-3');
      expect(await claim(store)).toMatchObject([{ key: 'report', attempt: 1 }]);
    });

    it('revives the dead children of a revived parent with it', async () => {
      await enqueue(store, job('report', [job('chunk-1'), job('chunk-2')]));
      await finishAll('chunk-1');
      await store.jobs.bury('chunk-2', 'broken', T0);
      await store.jobs.revive('report', T0);
      await expectStates(store, { report: 'waiting', 'chunk-1': 'done', 'chunk-2': 'ready' });
    });

    it('leaves jobs alone that are not dead', async () => {
      await enqueue(store, job('a'));
      await claim(store);
      await store.jobs.revive('a', T0);
      await store.jobs.revive('unknown', T0);
      await expectStates(store, { a: 'active' });
    });

    it('cancels a job with all that only it waits for', async () => {
      await enqueue(
        store,
        job('wanted'),
        job('report', [job('chunk', [job('below')]), job('wanted'), job('both')]),
      );
      await enqueue(store, job('other', [job('both')]));
      await claim(store);
      expect(await store.jobs.cancel('report', T0)).toBe(3);
      await expectStates(store, { report: 'cancelled', chunk: 'cancelled', below: 'cancelled' });
      await expectStates(store, { wanted: 'active', both: 'active', other: 'waiting' });
      expect(await store.jobs.heartbeat('below', 'worker-1', 1_000, T0)).toBe(false);
      await finishAll('below');
      await expectStates(store, { below: 'cancelled' });
      expect(await store.jobs.cancel('report', T0)).toBe(0);
    });

    it('cancels what could never run after a cancelled job', async () => {
      await enqueue(store, job('report', [job('chunk-1'), job('chunk-2')]));
      expect(await store.jobs.cancel('chunk-1', T0)).toBe(3);
      expect(await store.jobs.openCount()).toBe(0);
    });

    it('offers whole trees to an outside queue until they are handed over', async () => {
      const tree = job('report', [job('chunk-1'), job('chunk-2')]);
      await enqueue(store, tree, job('single'));
      const single = { name: 'test.run', key: 'single', payload: { of: 'single' }, maxAttempts: 3 };
      const leaf = (key: string) => ({ ...single, key, payload: { of: key } });
      const report = { ...leaf('report'), after: [leaf('chunk-1'), leaf('chunk-2')] };
      expect(await store.jobs.pendingTrees(9, T0)).toEqual([report, single]);
      expect(await store.jobs.pendingTrees(1, T0)).toEqual([report]);
      await store.jobs.markHandedOver(['report'], T0 + 1);
      await expectStates(store, { report: 'handed_over', 'chunk-1': 'handed_over', single: 'ready' });
      expect(await store.jobs.pendingTrees(9, T0 + 1)).toEqual([single]);
      await finishAll('chunk-1', 'chunk-2', 'report');
      await expectStates(store, { report: 'done', 'chunk-1': 'done' });
    });

    it('takes back what a queue has lost, without what was done', async () => {
      await enqueue(store, job('report', [job('chunk-1'), job('chunk-2')]));
      await store.jobs.markHandedOver(['report'], T0);
      await finishAll('chunk-1');
      expect(await store.jobs.takeBack(T0, T0 + 1)).toBe(0);
      expect(await store.jobs.takeBack(T0 + 1, T0 + 1)).toBe(2);
      await expectStates(store, { report: 'waiting', 'chunk-1': 'done', 'chunk-2': 'ready' });
      expect(await store.jobs.pendingTrees(9, T0 + 1)).toMatchObject([
        { key: 'report', after: [{ key: 'chunk-2' }] },
      ]);
    });

    it('buries and cancels what an outside queue has', async () => {
      await enqueue(store, job('report', [job('chunk-1'), job('chunk-2')]), job('single'));
      await store.jobs.markHandedOver(['report', 'chunk-1', 'chunk-2', 'single'], T0);
      await store.jobs.bury('chunk-1', 'broken', T0);
      await expectStates(store, { report: 'dead', 'chunk-2': 'handed_over' });
      expect(await store.jobs.cancel('single', T0)).toBe(1);
      await store.jobs.revive('report', T0);
      expect(await store.jobs.pendingTrees(9, T0)).toMatchObject([
        { key: 'report', after: [{ key: 'chunk-1' }, { key: 'chunk-2' }] },
      ]);
    });
  });
}

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ModelDescription } from '../../src/domain/model-description.ts';
import type { Store } from '../../src/store/store.ts';
import { job, type OpenStore, plan, T0 } from './store-fixtures.ts';

const fingerprint = (i: number) => i.toString(16).padStart(16, '0');
const model = (i: number, more: Partial<ModelDescription> = {}): ModelDescription => ({
  fingerprint: fingerprint(i),
  analyser: 'reader/1',
  records: 10 * i,
  background: [{ name: '论文.jsonl', texts: 7 }],
  lost: [],
  ...more,
});
const bytes = (...values: number[]) => Uint8Array.from(values);

/** Corpus models: one of each analyser is current, old ones stay while a round names them. */
export function modelSuite(open: OpenStore): void {
  describe('models', () => {
    let store: Store;
    let now = T0;
    beforeEach(async () => {
      now = T0;
      store = await open({ clock: () => now });
    });
    afterEach(() => store.close());

    const save = (i: number, more: Partial<ModelDescription> = {}) =>
      store.models.save(model(i, more), bytes(i, 0, 255));
    const kept = async () => (await store.models.list()).map((each) => Number.parseInt(each.fingerprint, 16));
    const current = async (analyser = 'reader/1') => (await store.models.current(analyser))?.fingerprint;

    it('come back with what they were learnt from, and their bytes', async () => {
      expect(await store.models.current('reader/1')).toBeNull();
      now = T0 + 5_000;
      const lost = [{ name: '旧.txt', texts: 3 }];
      expect(await save(1, { lost })).toBe(true);
      const expected = { ...model(1, { lost }), size: 3, createdAt: new Date(T0 + 5_000).toISOString() };
      expect(await store.models.current('reader/1')).toEqual(expected);
      expect(await store.models.list()).toEqual([expected]);
      expect([...((await store.models.bytes(fingerprint(1))) ?? [])]).toEqual([1, 0, 255]);
      expect(await store.models.bytes(fingerprint(2))).toBeNull();
    });

    it('the one saved last is current, also where it was kept before', async () => {
      await save(1);
      await save(2);
      expect(await current()).toBe(fingerprint(2));
      await store.models.save(model(1, { records: 99 }), bytes(9));
      expect(await current()).toBe(fingerprint(1));
      expect(await store.models.current('reader/1')).toMatchObject({ records: 99, size: 1 });
      expect(await kept()).toEqual([1, 2]);
    });

    it('each analyser has its own', async () => {
      await save(1);
      await save(2, { analyser: 'reader/2' });
      expect([await current(), await current('reader/2'), await current('reader/3')]).toEqual([
        fingerprint(1),
        fingerprint(2),
        undefined,
      ]);
    });

    it('a training takes the place of the model that it began from, of no other', async () => {
      expect(await store.models.save(model(1), bytes(1), null)).toBe(true);
      expect(await store.models.save(model(2), bytes(2), null)).toBe(false);
      expect(await store.models.save(model(2), bytes(2), fingerprint(3))).toBe(false);
      expect(await kept()).toEqual([1]);
      expect(await store.models.save(model(2), bytes(2), fingerprint(1))).toBe(true);
      expect(await current()).toBe(fingerprint(2));
      expect(await store.models.save(model(3, { analyser: 'reader/2' }), bytes(3), null)).toBe(true);
    });

    it('the last three stay, and any that a round names', async () => {
      await save(1);
      await store.rounds.create({ ...plan('round-1'), model: fingerprint(1) }, []);
      for (const i of [2, 3, 4, 5]) await save(i);
      expect(await kept()).toEqual([5, 4, 3, 1]);
      await store.rounds.end('round-1', 'cancelled');
      await save(6);
      expect(await kept()).toEqual([6, 5, 4, 1]);
      expect(await store.rounds.find('round-1')).toMatchObject({ model: fingerprint(1) });
    });

    it('a round that names a model which is not kept is not started', async () => {
      await save(1);
      const unknown = { ...plan('round-1'), model: fingerprint(2) };
      await expect(store.rounds.create(unknown, [job('match')])).rejects.toThrow();
      expect(await store.rounds.find('round-1')).toBeNull();
      expect(await store.jobs.find('match')).toBeNull();
    });
  });
}

import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/domain/canonical-json.ts';
import type { SavedRecord, Store } from '../../src/store/store.ts';
import {
  carrier,
  claimKeys,
  job,
  NO_JOBS,
  type OpenStore,
  result,
  type StoreBars,
  T0,
} from './store-fixtures.ts';

/** Records, the contents that they have had, and the jobs that follow from a write. */
export function recordSuite(open: OpenStore, { saveMs }: StoreBars): void {
  describe('records', () => {
    let store: Store;
    let now = T0;
    beforeEach(async () => {
      now = T0;
      store = await open({ clock: () => now });
    });
    afterEach(() => store.close());

    const save = (...drafts: Parameters<Store['results']['save']>[0]) => store.results.save(drafts, NO_JOBS);
    const outcomes = (saved: readonly SavedRecord[]) => saved.map(({ outcome }) => outcome);

    it('gives a record without an id one that is the same in every store', async () => {
      const [saved] = await save(result('固态电池电解质', { university: '江城大学', trl: '5-6级' }));
      const [again] = await (await open({ clock: () => T0 })).results.save(
        [result('固态电池电解质', { university: '江城大学' })],
        NO_JOBS,
      );
      expect(saved).toMatchObject({ outcome: 'created', id: expect.stringMatching(/^R-[0-9a-f]{12}$/u) });
      expect(again?.id).toBe(saved?.id);
      const [hub] = await store.carriers.save([carrier('江北孵化器')], NO_JOBS);
      expect(hub?.id).toMatch(/^C-[0-9a-f]{12}$/u);
    });

    it('gives back what was saved, under the hash of its canonical JSON', async () => {
      const [saved] = await save(
        result('固态电池', { id: 'X1', trl: 5, keywords: ['电池', '固态'], priceWan: 0 }),
      );
      const found = await store.results.find('X1');
      expect(found).toEqual({
        record: result('固态电池', { id: 'X1', trl: 5, keywords: ['电池', '固态'], priceWan: 0 }),
        hash: saved?.hash,
        createdAt: new Date(T0).toISOString(),
        updatedAt: new Date(T0).toISOString(),
      });
      expect(saved?.hash).toBe(createHash('sha256').update(canonicalJson(found?.record)).digest('hex'));
      expect(await store.results.find('X2')).toBeNull();
    });

    it('knows a record again by title and university, whatever its spacing and width', async () => {
      const [first] = await save(result('ＡＩ 芯片（二代）', { university: '江城大学' }));
      now = T0 + 5;
      const [second] = await save(result('AI芯片(二代)', { university: '江城 大学', needs: '中试' }));
      expect(second).toMatchObject({ id: first?.id, outcome: 'updated' });
      expect(await store.results.count()).toBe(1);
      expect(await store.results.find(first?.id ?? '')).toMatchObject({
        record: { needs: '中试' },
        createdAt: new Date(T0).toISOString(),
        updatedAt: new Date(T0 + 5).toISOString(),
      });
    });

    it('updates the record with an id of its own that a draft without one means', async () => {
      await save(result('固态电池', { id: 'HUST-7' }));
      expect(await save(result('固态电池', { needs: '中试' }))).toMatchObject([
        { id: 'HUST-7', outcome: 'updated' },
      ]);
    });

    it('keeps records with different ids apart, however alike', async () => {
      const saved = await save(result('固态电池', { id: 'A' }), result('固态电池', { id: 'B' }));
      expect(outcomes(saved)).toEqual(['created', 'created']);
      expect(await save(result('固态电池', { needs: '中试' }))).toMatchObject([
        { id: 'A', outcome: 'updated' },
      ]);
    });

    it('does not overwrite a record that was renamed when its old title comes in again', async () => {
      const [first] = await save(result('固态电池'));
      await save(result('钠离子电池', { id: first?.id }));
      const [second] = await save(result('固态电池'));
      expect(second?.outcome).toBe('created');
      expect((await store.results.find(first?.id ?? ''))?.record.title).toBe('钠离子电池');
      expect(await save(result('固态电池'))).toEqual([{ ...second, outcome: 'unchanged' }]);
    });

    it('tells a renamed record from one with its old title within one write', async () => {
      const [first] = await save(result('固态电池'));
      const saved = await save(
        result('钠离子电池', { id: first?.id }),
        result('固态电池'),
        result('钠离子电池'),
      );
      expect(outcomes(saved)).toEqual(['unchanged', 'created', 'updated']);
      expect(saved[1]?.id).not.toBe(first?.id);
      expect(saved[2]?.id).toBe(first?.id);
    });

    it('changes nothing when the same comes in again', async () => {
      const drafts = [result('甲方法', { university: '一大' }), result('乙方法', { id: 'B' })];
      await save(...drafts);
      const revision = await store.results.revision();
      now = T0 + 5;
      expect(outcomes(await save(...drafts))).toEqual(['unchanged', 'unchanged']);
      expect(await store.results.revision()).toBe(revision);
      expect((await store.results.find('B'))?.updatedAt).toBe(new Date(T0).toISOString());
    });

    it('keeps the last of several drafts of one record and counts it once', async () => {
      const drafts = [
        result('固态电池', { needs: '一' }),
        result('催化剂'),
        result('固态 电池', { needs: '二' }),
      ];
      const saved = await save(...drafts);
      expect(outcomes(saved)).toEqual(['unchanged', 'created', 'created']);
      expect(saved[0]).toMatchObject({ id: saved[2]?.id, hash: saved[2]?.hash });
      expect((await store.results.find(saved[0]?.id ?? ''))?.record.needs).toBe('二');
      expect(await store.results.revision()).toBe(2);
      expect(outcomes(await save(...drafts))).toEqual(['unchanged', 'unchanged', 'unchanged']);
    });

    it('keeps every content readable under its hash', async () => {
      const [first] = await save(result('固态电池', { id: 'A', needs: '一' }));
      const [second] = await save(result('固态电池', { id: 'A', needs: '二' }));
      const [hub] = await store.carriers.save([carrier('江北孵化器')], NO_JOBS);
      const versions = await store.results.versions([
        first?.hash ?? '',
        second?.hash ?? '',
        hub?.hash ?? '',
        'none',
      ]);
      expect([...versions].map(([hash, record]) => [hash, record.needs]).sort()).toEqual(
        [
          [first?.hash, '一'],
          [second?.hash, '二'],
        ].sort(),
      );
      expect(await store.results.refs()).toEqual([{ id: 'A', hash: second?.hash }]);
    });

    it('counts a revision for each changed record of its kind only', async () => {
      expect(await store.results.revision()).toBe(0);
      await save(result('甲方法', { id: 'A' }), result('乙方法', { id: 'B' }));
      await save(result('甲方法', { id: 'A', needs: '中试' }), result('乙方法', { id: 'B' }));
      expect(await store.results.revision()).toBe(3);
      expect(await store.carriers.revision()).toBe(0);
    });

    it('tells what has changed since a revision: each record once, as it is now', async () => {
      expect(await store.results.changes(0)).toEqual({ revision: 0, records: [] });
      const [a, b] = await save(result('甲方法', { id: 'A' }), result('乙方法', { id: 'B' }));
      const { revision, records } = await store.results.changes(0);
      expect(records).toEqual([a, b].map((saved) => ({ id: saved?.id, hash: saved?.hash })));
      expect(revision).toBe(await store.results.revision());

      await save(result('乙方法', { id: 'B' }), result('丙方法', { id: 'C' }));
      await save(result('甲方法', { id: 'A', needs: '中试' }));
      const [again] = await save(result('甲方法', { id: 'A', needs: '检测' }));
      const later = await store.results.changes(revision);
      expect(later.records.map(({ id }) => id)).toEqual(['A', 'C']);
      expect(later.records[0]?.hash).toBe(again?.hash);
      expect(await store.results.changes(later.revision)).toEqual({ ...later, records: [] });
      expect(await store.carriers.changes(0)).toEqual({ revision: 0, records: [] });
    });

    it('lists pages in the order of ids, and searches titles and names without case', async () => {
      const ids = ['b', 'A', '丙', 'a', 'B-2', 'B-10'];
      await save(...ids.map((id) => result(`Battery 电池 ${id} 100%_`, { id })));
      await store.carriers.save(
        [carrier('江北 BioPark 加速器', { id: 'bio' }), carrier('南岸', { id: 'x' })],
        NO_JOBS,
      );
      const inOrder = ['A', 'B-10', 'B-2', 'a', 'b', '丙'];
      expect((await store.results.refs()).map(({ id }) => id)).toEqual(inOrder);
      const page = async (query: { after?: string; limit: number; search?: string }) =>
        (await store.results.list(query)).map(({ record }) => record.id);
      expect(await page({ limit: 2 })).toEqual(['A', 'B-10']);
      expect(await page({ after: 'B-10', limit: 9 })).toEqual(['B-2', 'a', 'b', '丙']);
      expect(await page({ search: 'ＢＡＴＴ 丙', limit: 9 })).toEqual(['丙']);
      expect(await page({ search: '100%_', limit: 9 })).toEqual(inOrder);
      expect(await page({ search: '1%0', limit: 9 })).toEqual([]);
      expect(await page({ search: '  ', limit: 9 })).toEqual(inOrder);
      await save(result('Catalyst', { id: 'A' }));
      expect(await page({ search: 'catalyst', limit: 9 })).toEqual(['A']);
      expect(
        (await store.carriers.list({ search: 'biopark', limit: 9 })).map(({ record }) => record.id),
      ).toEqual(['bio']);
    });

    it('keeps every character, NUL too, and finds nothing by one that is nowhere', async () => {
      const title = 'a\u0000b\u0001c \u{1F600}';
      await save(result(title, { id: 'A', needs: '\u0000\u0001' }), result('ab', { id: 'B' }));
      expect((await store.results.find('A'))?.record).toEqual(
        result(title, { id: 'A', needs: '\u0000\u0001' }),
      );
      const searched = async (search: string) =>
        (await store.results.list({ limit: 9, search })).map(({ record }) => record.id);
      expect(await searched('A\u0000B')).toEqual(['A']);
      expect(await searched('\u0001C')).toEqual(['A']);
      expect(await searched('\u0001b')).toEqual([]);
      expect(await store.results.find('A\u0000')).toBeNull();
      expect(await store.results.list({ limit: 9, after: 'A\u0000' })).toMatchObject([
        { record: { id: 'B' } },
      ]);
      await store.results.save([result('c')], () => [job('j\u0000')]);
      await store.jobs.bury('j\u0000', 'broken \u0000', T0);
      expect(await store.jobs.find('j\u0000')).toMatchObject({ key: 'j\u0000', error: 'broken \u0000' });
    });

    it('keeps the jobs that follow from what has changed', async () => {
      const followUp = (saved: readonly SavedRecord[]) =>
        saved.filter(({ outcome }) => outcome !== 'unchanged').map(({ hash }) => job(`analyse:${hash}`));
      const [first] = await store.results.save([result('固态电池')], followUp);
      await store.results.save([result('固态电池')], followUp);
      expect(await claimKeys(store)).toEqual([`analyse:${first?.hash}`]);
    });

    it('keeps neither records nor jobs of a write that fails', async () => {
      await expect(
        store.results.save([result('固态电池')], () => [job('a'), job('b', [job('b')])]),
      ).rejects.toThrow('wait for itself');
      const failing = () => {
        throw new Error('no follow-up');
      };
      await expect(store.results.save([result('固态电池')], failing)).rejects.toThrow('no follow-up');
      expect(await store.results.count()).toBe(0);
      expect(await store.results.revision()).toBe(0);
      expect(await store.jobs.openCount()).toBe(0);
      expect(await store.jobs.list({ limit: 1 })).toEqual([]);
    });

    it(`takes 10,000 records in batches in less than ${saveMs / 1_000} seconds`, async () => {
      const drafts = Array.from({ length: 10_000 }, (_, i) =>
        result(`高性能固态电池电解质材料 ${i}`, { university: '江城大学', abstract: '摘要'.repeat(200) }),
      );
      const started = performance.now();
      for (let i = 0; i < drafts.length; i += 200) {
        await store.results.save(drafts.slice(i, i + 200), (saved) => [job(`analyse:${i}:${saved.length}`)]);
      }
      expect(performance.now() - started).toBeLessThan(saveMs);
      expect(await store.results.count()).toBe(10_000);
      expect((await store.results.versions((await store.results.refs()).map(({ hash }) => hash))).size).toBe(
        10_000,
      );
    });
  });
}

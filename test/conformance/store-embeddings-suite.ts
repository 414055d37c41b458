import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DimensionsDiffer, type Store } from '../../src/store/store.ts';
import { type OpenStore, T0 } from './store-fixtures.ts';

const hash = (i: number) => i.toString(16).padStart(64, '0');
const embedding = (i: number, ...values: number[]) => ({
  textHash: hash(i),
  vector: Float32Array.from(values),
});

/** Vectors of texts: the same bytes come back, each model by itself, and what is kept does not change. */
export function embeddingSuite(open: OpenStore): void {
  describe('embeddings', () => {
    let store: Store;
    beforeEach(async () => {
      store = await open({ clock: () => T0 });
    });
    afterEach(() => store.close());

    it('come back as they were, to the last bit', async () => {
      const values = [Math.fround(0.1), -0, 1e-38, Math.fround(1 / 3)];
      await store.embeddings.save('a', [embedding(1, ...values)]);
      const found = await store.embeddings.find([hash(1), hash(2)], 'a');
      expect([...found.keys()]).toEqual([hash(1)]);
      expect(found.get(hash(1))).toEqual(Float32Array.from(values));
    });

    it('belong to their model', async () => {
      await store.embeddings.save('a', [embedding(1, 1, 0)]);
      await store.embeddings.save('b', [embedding(1, 0, 1, 0), embedding(2, 0, 0, 1)]);
      expect((await store.embeddings.find([hash(1)], 'a')).get(hash(1))).toEqual(Float32Array.of(1, 0));
      expect(await store.embeddings.known([hash(1), hash(2), hash(3)], 'a')).toEqual(new Set([hash(1)]));
      expect(await store.embeddings.known([hash(1), hash(2)], 'b')).toEqual(new Set([hash(1), hash(2)]));
      expect([await store.embeddings.count('a'), await store.embeddings.count('b')]).toEqual([1, 2]);
      expect(await store.embeddings.count('c')).toBe(0);
    });

    it('stay as they were kept first: a service need not give the same bits twice', async () => {
      await store.embeddings.save('a', [embedding(1, 1, 0)]);
      await store.embeddings.save('a', [embedding(1, 0, 1), embedding(2, 0, 1)]);
      const found = await store.embeddings.find([hash(1), hash(2)], 'a');
      expect(found.get(hash(1))).toEqual(Float32Array.of(1, 0));
      expect(found.get(hash(2))).toEqual(Float32Array.of(0, 1));
    });

    it('of other dimensions are of another model: refused, and none of the call is kept', async () => {
      await store.embeddings.save('a', [embedding(1, 1, 0)]);
      await expect(store.embeddings.save('a', [embedding(2, 0, 1), embedding(3, 1, 0, 0)])).rejects.toThrow(
        DimensionsDiffer,
      );
      await expect(store.embeddings.save('new', [embedding(2, 0, 1), embedding(3, 1)])).rejects.toThrow(
        DimensionsDiffer,
      );
      expect([await store.embeddings.count('a'), await store.embeddings.count('new')]).toEqual([1, 0]);
    });

    it('are found among thousands', async () => {
      const many = Array.from({ length: 3_000 }, (_, i) => embedding(i, i, 1));
      await store.embeddings.save('a', many);
      await store.embeddings.save('a', []);
      const hashes = many.map(({ textHash }) => textHash).reverse();
      const found = await store.embeddings.find(hashes, 'a');
      expect(found.get(hash(2_999))?.[0]).toBe(2_999);
      expect([found.size, (await store.embeddings.known(hashes, 'a')).size]).toEqual([3_000, 3_000]);
    });
  });
}

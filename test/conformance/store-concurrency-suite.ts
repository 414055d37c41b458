import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DimensionsDiffer, type Store } from '../../src/store/store.ts';
import { claim, enqueue, job, match, NO_JOBS, type OpenTwo, plan, result, T0 } from './store-fixtures.ts';

const many = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

/** Two connections to one store, as two processes have them, that write at the same time. */
export function concurrencySuite(openTwo: OpenTwo): void {
  describe('two connections at once', () => {
    let one: Store;
    let two: Store;
    beforeEach(async () => {
      [one, two] = await openTwo({ clock: () => T0 });
    });
    afterEach(async () => {
      await one.close();
      await two.close();
    });

    it('make one record of what is the same', async () => {
      for (const i of many(20, (n) => n)) {
        const title = `固态电池 ${i}`;
        const saved = await Promise.all([
          one.results.save([result(title), result(`甲 ${i}`)], NO_JOBS),
          two.results.save([result(`乙 ${i}`), result(title)], NO_JOBS),
        ]);
        const both = [saved[0][0], saved[1][1]];
        expect(both[0]?.id).toBe(both[1]?.id);
        expect(both.map((each) => each?.outcome).sort()).toEqual(['created', 'unchanged']);
      }
      expect([await one.results.count(), await two.results.revision()]).toEqual([60, 60]);
    });

    it('hand out each job once, to twenty claims at a time', async () => {
      await enqueue(one, ...many(60, (i) => job(`job-${i}`)));
      const claimed: string[] = [];
      while ((await one.jobs.list({ state: 'ready', limit: 1 })).length > 0) {
        const claims = many(20, (i) => claim(i % 2 === 0 ? one : two, T0, `worker-${i}`, 2));
        for (const { key } of (await Promise.all(claims)).flat()) claimed.push(key);
      }
      expect(claimed.length).toBe(60);
      expect(new Set(claimed).size).toBe(60);
    });

    it('start a parent whose last two children end at the same moment', async () => {
      for (const i of many(20, (n) => n)) {
        await enqueue(one, job(`parent-${i}`, [job(`left-${i}`), job(`right-${i}`)]));
        await Promise.all([one.jobs.finish(`left-${i}`, T0), two.jobs.finish(`right-${i}`, T0)]);
        expect((await one.jobs.find(`parent-${i}`))?.state).toBe('ready');
      }
    });

    it('do not lose a parent that comes while its child ends', async () => {
      for (const i of many(20, (n) => n)) {
        await enqueue(one, job(`child-${i}`));
        await Promise.all([
          one.jobs.finish(`child-${i}`, T0),
          enqueue(two, job(`parent-${i}`, [job(`child-${i}`)])),
        ]);
        expect((await one.jobs.find(`parent-${i}`))?.state).toBe('ready');
      }
    });

    it('keep the same tree once', async () => {
      const tree = job(
        'report',
        many(10, (i) => job(`chunk-${i}`)),
      );
      await Promise.all([one, two, one, two].map((store) => enqueue(store, tree)));
      expect(await one.jobs.pendingTrees(9, T0)).toMatchObject([{ key: 'report', after: { length: 10 } }]);
      expect(await one.jobs.openCount()).toBe(11);
    });

    it('miss no change, whoever looks in between', async () => {
      const seen = new Map<string, string>();
      let since = 0;
      const look = async () => {
        const { revision, records } = await one.results.changes(since);
        for (const { id, hash } of records) seen.set(id, hash);
        since = revision;
      };
      let writing = true;
      const write = async (store: Store, name: string) => {
        for (const i of many(15, (n) => n))
          await store.results.save([result(`共同 ${i}`, { needs: name }), result(`${name} ${i}`)], NO_JOBS);
      };
      const writes = Promise.all([write(one, '甲'), write(two, '乙')]).finally(() => {
        writing = false;
      });
      while (writing) await look();
      await writes;
      await look();
      const refs = await two.results.refs();
      expect(refs.length).toBe(45);
      expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(refs.map(({ id, hash }) => [id, hash])));
    });

    it('write the same rows in any order without blocking each other', async () => {
      const vectors = many(200, (i) => ({
        textHash: i.toString(16).padStart(64, '0'),
        vector: Float32Array.of(i, 1),
      }));
      const turned = [...vectors].reverse();
      await Promise.all([one.embeddings.save('a', vectors), two.embeddings.save('a', turned)]);
      expect(await one.embeddings.count('a')).toBe(200);
      const [hash] = turned.map(({ textHash }) => textHash);
      const first = await Promise.allSettled([
        one.embeddings.save('b', [{ textHash: hash ?? '', vector: Float32Array.of(1) }]),
        two.embeddings.save('b', [{ textHash: '0'.repeat(64), vector: Float32Array.of(1, 2) }]),
      ]);
      const refused = first.filter((end) => end.status === 'rejected');
      expect(refused.map(({ reason }) => reason)).toEqual([expect.any(DimensionsDiffer)]);
    });

    it('end a round once, and take nothing in after its end', async () => {
      for (const i of many(10, (n) => n)) {
        const id = `round-${i}`;
        await one.rounds.create(plan(id), []);
        const chunk = {
          roundId: id,
          matches: [match('R-1', 'C-1', 0.5)],
          noFits: [],
          candidates: [],
          model: 'f',
        };
        await Promise.all([
          one.rounds.saveChunk({ ...chunk, chunk: 0 }),
          two.rounds.saveChunk({ ...chunk, chunk: 1 }),
          two.rounds.saveChunk({ ...chunk, chunk: 1 }),
          one.rounds.end(id, 'cancelled'),
          two.rounds.end(id, 'failed'),
        ]);
        const before = await one.rounds.chunks(id);
        await two.rounds.end(id, 'cancelled');
        await one.rounds.saveChunk({ ...chunk, chunk: 2 });
        expect(await two.rounds.chunks(id)).toEqual(before);
      }
    });
  });
}

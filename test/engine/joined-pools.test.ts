/** A pool out of several files is the pool that would have been built of all carriers at once. */
import { expect, test } from 'vitest';
import { PURPOSES } from '../../src/domain/purpose.ts';
import type { MatchPool } from '../../src/engine/engine.ts';
import { CARRIERS, RESULTS } from './district.ts';
import { ENGINE, readCarrier, readResult } from './given.ts';
import { fileOf } from './pool-file.ts';

const carriers = CARRIERS.map((carrier, i) =>
  // words that no result and no other carrier has: each part numbers them by itself
  readCarrier({
    ...carrier,
    description: `${carrier.description ?? ''}另有第${i}号氦氖${'甲乙丙丁戊己庚辛'[i % 8]}炉。`,
  }),
).sort((a, b) => (a.record.id < b.record.id ? -1 : 1));
const results = Array.from({ length: 320 }, (_, i) =>
  readResult({ ...RESULTS[i % RESULTS.length]!, id: `r${String(i).padStart(3, '0')}` }),
);
const MODEL = ENGINE.train(results.map(({ analysis }) => analysis));

function built(some: typeof carriers): MatchPool {
  return ENGINE.pool({ carriers: some, results: [], model: MODEL, keepTexts: false });
}

test('the parts of a pool give its file byte for byte, and the same answers, wherever they are cut', () => {
  const whole = built(carriers);
  const expected = fileOf(whole);
  for (const size of [1, 3, carriers.length]) {
    const parts: Buffer[] = [];
    for (let from = 0; from < carriers.length; from += size)
      parts.push(fileOf(built(carriers.slice(from, from + size))));
    const joined = ENGINE.joinPools(parts).restore(MODEL);
    expect(fileOf(joined).equals(expected)).toBe(true);
    for (const purpose of PURPOSES) {
      for (const result of results.slice(0, RESULTS.length))
        expect(joined.carriersRanked(result, purpose, 3, 5)).toEqual(
          whole.carriersRanked(result, purpose, 3, 5),
        );
    }
  }
});

test('a joined pool goes on like any other: a carrier that is put in is ranked, one that is taken out is not', () => {
  const halves = [carriers.slice(0, 3), carriers.slice(3)].map((some) => fileOf(built(some)));
  const pools = [ENGINE.joinPools(halves).restore(MODEL), built(carriers)];
  for (const pool of pools) {
    pool.putCarrier(readCarrier({ id: 'c-zz', name: '氮空位色心磁力计中试平台' }));
    pool.removeCarrier(carriers[0]!.record.id);
  }
  const [joined, whole] = pools.map((pool) => results.map((result) => pool.rankCarriers(result, 'transfer')));
  expect(joined).toEqual(whole);
});

test('parts of different pools are not joined, and damaged ones are not read', () => {
  const other = ENGINE.train(results.slice(0, 310).map(({ analysis }) => analysis));
  const mine = fileOf(built(carriers.slice(0, 2)), 'mine');
  const theirs = fileOf(
    ENGINE.pool({ carriers: carriers.slice(2), results: [], model: other, keepTexts: false }),
  );
  expect(() => ENGINE.joinPools([mine, theirs])).toThrow('of different pools');
  expect(() => ENGINE.joinPools([])).toThrow('no parts');
  const damaged = Buffer.from(mine);
  damaged[Math.floor(damaged.length / 2)]! ^= 1;
  expect(() => ENGINE.joinPools([damaged])).toThrow('damaged');
  expect(() => ENGINE.joinPools([mine]).restore(other)).toThrow(MODEL.fingerprint);
  expect(ENGINE.joinPools([mine, mine])).toMatchObject({ engine: ENGINE.version, notes: ['mine', 'mine'] });
});

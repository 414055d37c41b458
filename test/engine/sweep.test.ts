import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CarrierInput } from '../../src/domain/carrier.ts';
import { PURPOSES } from '../../src/domain/purpose.ts';
import type { ResearchResultInput } from '../../src/domain/research-result.ts';
import type { MatchPool, RankedId } from '../../src/engine/engine.ts';
import { CARRIERS, RESULTS } from './district.ts';
import { ENGINE, poolOf, readCarrier, readResult } from './given.ts';

/** Pieces of real texts, put together at random: sectors, needs, hazards and languages meet in every way. */
const SUBJECTS = [...RESULTS, ...CARRIERS].flatMap((record) =>
  [
    'title' in record ? record.title : record.name,
    'abstract' in record ? record.abstract : undefined,
    'description' in record ? record.description : undefined,
    'needs' in record ? record.needs : undefined,
  ].filter((text) => text !== undefined),
);
const text = fc
  .uniqueArray(fc.constantFrom(...SUBJECTS), { minLength: 1, maxLength: 3 })
  .map((list) => list.join('。'));
/** Kinds of production: had, asked for, refused, several together. */
const PROCESSES = ['诊断试剂灌装线', 'SMT贴片线与注塑机', '压铸机', '水性涂料辊涂线'];
const level = fc.integer({ min: 1, max: 9 });

const result: fc.Arbitrary<ResearchResultInput> = fc.record(
  {
    title: text,
    abstract: text,
    needs: fc.oneof(text, fc.constantFrom('试剂盒与控制板各试产一批', '水性涂料小批试制', '压铸件试模')),
    trl: level,
    transferModes: fc.constantFrom(['转让'], ['许可', '作价入股']),
  },
  { requiredKeys: ['title'] },
);
const carrier: fc.Arbitrary<CarrierInput> = fc.record(
  {
    name: text,
    description: fc.oneof(text, fc.constantFrom(...PROCESSES)),
    limits: fc.constantFrom(
      '不接受化学反应，不接受危化品',
      '仅限软件',
      '不接收无GMP要求的项目',
      '线路板不做，溶剂型涂料不接',
    ),
    sectors: fc.uniqueArray(fc.constantFrom('BIO', 'MAT', 'ENV', 'ICV', 'INM'), { maxLength: 3 }),
    capabilities: fc.constantFrom('C04 中试熟化：吨级反应釜（自有）', 'C05', 'C12；C10', 'C04（合作单位）'),
    portfolio: fc.array(
      text.map((title) => ({ title })),
      { maxLength: 3 },
    ),
    trlMin: fc.integer({ min: 1, max: 5 }),
    trlMax: fc.integer({ min: 5, max: 9 }),
    slots: fc.constantFrom(0, 3),
    areaFreeM2: fc.constantFrom(100, 5000),
    status: fc.constantFrom('摘牌', '督促整改', '正常'),
  },
  { requiredKeys: ['name'] },
);
const named = <T>(list: T[], letter: string) => list.map((item, i) => ({ ...item, id: `${letter}${i}` }));
const district = fc.record({
  results: fc.array(result, { minLength: 1, maxLength: 4 }).map((list) => named(list, 'r')),
  carriers: fc.array(carrier, { minLength: 1, maxLength: 8 }).map((list) => named(list, 'c')),
});

/** Every pair scored by itself, and sorted: slow, and simple enough to be believed. */
function reference(records: readonly { id: string }[], score: (id: string) => number) {
  return records
    .map(({ id }) => ({ id, affinity: score(id) }))
    .sort((a, b) => b.affinity - a.affinity || (a.id < b.id ? -1 : 1));
}

function affinities(ranking: readonly RankedId[]) {
  return ranking.map(({ id, affinity }) => ({ id, affinity }));
}

function expectSameAsPairByPair(pool: MatchPool, results: { id: string }[], carriers: { id: string }[]) {
  for (const purpose of PURPOSES) {
    for (const { id } of results) {
      const slow = reference(carriers, (c) => pool.explain(id, c, purpose).affinity);
      expect(affinities(pool.rankCarriers(id, purpose))).toEqual(slow);
      expect(affinities(pool.rankCarriers(id, purpose, 2))).toEqual(slow.slice(0, 2));
    }
    for (const { id } of carriers) {
      const slow = reference(results, (r) => pool.explain(r, id, purpose).affinity);
      expect(affinities(pool.rankResults(id, purpose))).toEqual(slow);
      expect(affinities(pool.rankResults(id, purpose, 1))).toEqual(slow.slice(0, 1));
    }
  }
}

describe('the sweep over all carriers', () => {
  it('finds what scoring pair by pair finds, to the last bit, in random districts', () => {
    fc.assert(
      fc.property(district, ({ results, carriers }) => {
        expectSameAsPairByPair(poolOf({ results, carriers }), results, carriers);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('finds the same few among many, more than are looked at whatever they can reach', () => {
    const many = fc.record({
      results: fc.array(result, { minLength: 1, maxLength: 3 }).map((list) => named(list, 'r')),
      carriers: fc.array(carrier, { minLength: 60, maxLength: 120 }).map((list) => named(list, 'c')),
    });
    fc.assert(
      fc.property(many, fc.nat({ max: 59 }), carrier, ({ results, carriers }, at, changed) => {
        const pool = poolOf({ results, carriers });
        const expectSame = () => {
          for (const purpose of PURPOSES)
            for (const { id } of results)
              for (const top of [1, 3])
                expect(pool.rankCarriers(id, purpose, top)).toEqual(
                  pool.rankCarriers(id, purpose).slice(0, top),
                );
        };
        expectSame();
        pool.removeCarrier('c0');
        pool.putCarrier(readCarrier({ ...changed, id: `c${at}` }));
        for (let i = 0; i < 40; i++) pool.putCarrier(readCarrier({ ...carriers[i]!, id: `x${i}` }));
        expectSame();
      }),
      { numRuns: 8, endOnFailure: true },
    );
  }, 120_000);

  it('finds nobody where there is no carrier yet, those that come, and nobody once they have gone', () => {
    const pool = poolOf({
      results: [{ id: 'r0', title: '锂电池电解液中试', needs: '需要中试厂房' }],
      carriers: [],
    });
    const found = () => PURPOSES.map((purpose) => pool.rankCarriers('r0', purpose, 3).length);
    expect(found()).toEqual([0, 0]);
    for (let i = 0; i < 40; i++)
      pool.putCarrier(readCarrier({ id: `c${i}`, name: `锂电池中试平台${i}`, description: '电解液中试' }));
    expect(found()).toEqual([3, 3]);
    for (let i = 0; i < 40; i++) pool.removeCarrier(`c${i}`);
    expect(found()).toEqual([0, 0]);
  });

  it('leaves out nothing where meaning decides: a corpus large enough to learn from', () => {
    const results = Array.from({ length: 320 }, (_, i) => ({ ...RESULTS[i % RESULTS.length]!, id: `r${i}` }));
    const pool = poolOf({ results, carriers: CARRIERS });
    const match = pool.explain('r0', 'c-bio', 'transfer');
    expect(match.components.find(({ name }) => name === 'semantics')?.value).toBeGreaterThan(0);
    for (const purpose of PURPOSES) {
      for (const { id } of results.slice(0, 15)) {
        const slow = reference(CARRIERS, (c) => pool.explain(id, c, purpose).affinity);
        expect(affinities(pool.rankCarriers(id, purpose, 4))).toEqual(slow.slice(0, 4));
      }
      const slow = reference(results, (r) => pool.explain(r, 'c-bio', purpose).affinity);
      expect(affinities(pool.rankResults('c-bio', purpose))).toEqual(slow);
      for (const top of [1, 4, 15])
        expect(affinities(pool.rankResults('c-bio', purpose, top))).toEqual(slow.slice(0, top));
    }
  }, 60_000);

  it('sees a changed, added or removed record as a pool built with it does', () => {
    const edits = fc.array(
      fc.record({ kind: fc.constantFrom('put', 'add', 'remove'), at: fc.nat({ max: 7 }), carrier, result }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(district, edits, ({ results, carriers }, changes) => {
        const model = ENGINE.train(
          [...results.map(readResult), ...carriers.map(readCarrier)].map((r) => r.analysis),
        );
        const pool = ENGINE.pool({
          results: results.map(readResult),
          carriers: carriers.map(readCarrier),
          model,
        });
        const now = {
          carriers: new Map(carriers.map((c) => [c.id, c])),
          results: new Map(results.map((r) => [r.id, r])),
        };
        changes.forEach((change, i) => {
          if (change.kind === 'remove' && now.carriers.size > 1 && now.carriers.has(`c${change.at}`)) {
            pool.removeCarrier(`c${change.at}`);
            now.carriers.delete(`c${change.at}`);
            return;
          }
          const id = change.kind === 'add' ? `x${i}` : `c${change.at}`;
          const changed = { ...change.carrier, id };
          now.carriers.set(id, changed);
          pool.putCarrier(readCarrier(changed));
          const other = { ...change.result, id: change.kind === 'add' ? `y${i}` : 'r0' };
          now.results.set(other.id, other);
          pool.putResult(readResult(other));
        });
        const built = ENGINE.pool({
          results: [...now.results.values()].map(readResult),
          carriers: [...now.carriers.values()].map(readCarrier),
          model,
        });
        for (const purpose of PURPOSES) {
          for (const id of now.results.keys())
            expect(pool.rankCarriers(id, purpose)).toEqual(built.rankCarriers(id, purpose));
          for (const id of now.carriers.keys())
            expect(pool.resultsFor(id, purpose, 5)).toEqual(built.resultsFor(id, purpose, 5));
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

import { beforeAll, describe, expect, it } from 'vitest';
import type { CarrierInput } from '../../src/domain/carrier.ts';
import type { Match } from '../../src/domain/match.ts';
import { PURPOSES, type Purpose } from '../../src/domain/purpose.ts';
import type { ResearchResultInput } from '../../src/domain/research-result.ts';
import type { MatchPool } from '../../src/engine/engine.ts';
import { sayGap } from '../../src/engine/explain/why-not.ts';
import { OUTSTANDING, RECOMMENDED_FROM } from '../../src/engine/settings.ts';
import { type Demonstration, readDemonstration } from './demonstration.ts';
import { CARRIERS, RESULTS } from './district.ts';
import { ENGINE, poolOf, readCarrier, readResult } from './given.ts';

function explain(result: ResearchResultInput, carrier: CarrierInput, purpose: Purpose): Match {
  const pool = poolOf({
    results: [...RESULTS, { ...result, id: 'asked' }],
    carriers: [...CARRIERS, { ...carrier, id: 'asking' }],
  });
  return pool.explain('asked', 'asking', purpose);
}

const ANTIBODY = RESULTS.find(({ id }) => id === 'r-antibody')!;
const FLUORINE = RESULTS.find(({ id }) => id === 'r-fluor')!;
const BIO = CARRIERS.find(({ id }) => id === 'c-bio')!;
const CHEMICAL = CARRIERS.find(({ id }) => id === 'c-chem')!;

function changeOf(match: Match, code: string) {
  return match.whyNot?.changes.find((change) => change.code === code);
}

describe('why not', () => {
  it('is not asked of a pair that is recommended', () => {
    expect(explain(ANTIBODY, BIO, 'transfer').verdict).toBe('recommended');
    expect(explain(ANTIBODY, BIO, 'transfer').whyNot).toBeUndefined();
  });

  it('names every gate that is shut, the affinity with how much it lacks', () => {
    const full = explain(ANTIBODY, { ...BIO, slots: 0 }, 'transfer');
    expect(full.whyNot?.obstacles).toContainEqual(
      expect.objectContaining({ code: 'slots', why: expect.objectContaining({ zh: '本轮无接收名额' }) }),
    );
    const far = explain(ANTIBODY, CARRIERS.find(({ id }) => id === 'c-fin')!, 'transfer');
    const gap = far.whyNot?.obstacles.find(({ code }) => code === 'affinity');
    expect(far.whyNot?.obstacles.map(({ code }) => code)).toEqual(['ground', 'affinity']);
    expect(gap?.why.zh).toContain('距推荐线');
    expect(gap?.gap).toBeGreaterThan(0);
    const stage = explain({ ...ANTIBODY, needs: '寻求融资。' }, BIO, 'pilot');
    expect(stage.whyNot?.obstacles.map(({ code }) => code)).toContain('pilot_need');
  });

  it.each([
    ['slots', { slots: 0 }, { slots: 1 }],
    ['area', { areaFreeM2: 100 }, { areaFreeM2: 1200 }],
    ['status', { status: '督促整改' }, { status: '正常' }],
    ['status', { status: '摘牌' }, { status: '正常' }],
  ])('a change of %s does what it promises', (code, now, then) => {
    const asking = { ...ANTIBODY, needs: `${ANTIBODY.needs}需要厂房1200平方米。` };
    const roomy = { ...BIO, areaFreeM2: 2000 };
    const change = changeOf(explain(asking, { ...roomy, ...now }, 'transfer'), code);
    const changed = explain(asking, { ...roomy, ...then }, 'transfer');
    expect(changed.verdict).toBe('recommended');
    expect(change).toMatchObject({ side: 'carrier', affinity: changed.affinity });
  });

  it('a condition that is only not spoken of is to be confirmed; where it is refused it must be met', () => {
    const silent = { ...CHEMICAL, description: '位于园区，可承接含氟聚合物的吨级中试。', limits: undefined };
    const refusing = { ...CHEMICAL, limits: '不接受氟化反应' };
    const confirm = explain(FLUORINE, silent, 'pilot');
    if (confirm.verdict !== 'recommended')
      expect(changeOf(confirm, 'condition.hazardous_reaction')?.what.zh).toContain('确认具备');
    const meet = explain(FLUORINE, refusing, 'pilot');
    expect(meet.whyNot?.obstacles.map(({ code }) => code)).toContain('condition.hazardous_reaction');
    expect(changeOf(meet, 'condition.hazardous_reaction')?.what.zh).toContain('现写明不接受');
  });

  it('says so where no single change is enough: two gates are shut', () => {
    const { whyNot } = explain(ANTIBODY, { ...BIO, slots: 0, status: '督促整改' }, 'transfer');
    expect(whyNot?.changes).toEqual([]);
    expect(whyNot?.conclusion.zh).toBe('仅改变其中任何一项，都不足以达到推荐');
    expect(whyNot?.conclusion.en).toBe('no single change is enough for a recommendation');
  });

  it('of a list, the best and near misses are told; of results for a carrier, none', () => {
    const pool = poolOf({ results: RESULTS, carriers: CARRIERS });
    const { matches, noFit } = pool.carriersFor('r-wheat', 'transfer', CARRIERS.length);
    expect(noFit).not.toBeNull();
    expect(matches[0]?.whyNot).toBeDefined();
    expect(matches.at(-1)?.whyNot).toBeUndefined();
    for (const match of pool.resultsFor('c-bio', 'transfer', 5)) expect(match.whyNot).toBeUndefined();
  });
});

describe('how far it is from a recommendation', () => {
  it.each([
    [0.014_96, 0.5, '契合度0.015，距推荐线0.500还差0.485'],
    [0.499_2, 0.5, '契合度0.499，距推荐线0.500还差0.001'],
    [0.499_6, 0.5, '契合度0.4996，距推荐线0.500还差0.0004'],
    [0.499_999_999, 0.5, '契合度0.499999999，距推荐线0.500还差0.000000001'],
  ])('%d is rounded as it is elsewhere, and never to the threshold', (affinity, from, zh) => {
    expect(sayGap(affinity, from).zh).toBe(zh);
  });
});

describe('over the demonstration data', () => {
  const told: Match[] = [];
  let data: Demonstration & { readonly pool: MatchPool };
  beforeAll(async () => {
    const { results, carriers } = await readDemonstration();
    data = { results, carriers, pool: ENGINE.pool({ results, carriers }) };
    for (const purpose of PURPOSES)
      for (const { record } of data.results)
        told.push(...data.pool.carriersFor(record.id, purpose, 3).matches.filter(({ whyNot }) => whyNot));
  });

  it('tells the affinity that is shown at its head', () => {
    const said = told.flatMap(({ affinity, whyNot }) =>
      whyNot!.obstacles.flatMap(({ code, why }) =>
        code === 'affinity'
          ? [[Number(/契合度([\d.]+)/u.exec(why.zh)?.[1]).toFixed(3), affinity.toFixed(3)]]
          : [],
      ),
    );
    expect(said.length).toBeGreaterThan(50);
    for (const [sentence, head] of said) expect(sentence).toBe(head);
  });

  it('a change lifts the pair over the threshold, in words of both languages', () => {
    const changes = told.flatMap(({ whyNot, affinity, rank }) =>
      whyNot!.changes.map((change) => ({
        ...change,
        before: affinity,
        from: rank === 1 ? OUTSTANDING.from : RECOMMENDED_FROM,
      })),
    );
    expect(changes.length).toBeGreaterThan(50);
    for (const { affinity, before, from, what } of changes) {
      expect(affinity, what.zh).toBeGreaterThan(before);
      expect(affinity, what.zh).toBeGreaterThanOrEqual(from);
      expect(what.zh).toMatch(/^(?:成果|载体)/u);
      expect(what.en).toMatch(/^the (?:result|carrier)/u);
    }
  });

  it('a readiness or a window changed as told gives the very affinity that was told', () => {
    let tried = 0;
    for (const { resultId, carrierId, purpose, whyNot } of told) {
      for (const { code, what, affinity } of whyNot!.changes) {
        const level = /TRL (\d)(?:–(\d))?/u.exec(what.zh);
        if (!level || (code !== 'trl' && code !== 'trlWindow')) continue;
        const [low, high] = [Number(level[1]), Number(level[2] ?? level[1])];
        const result = data.results.find(({ record }) => record.id === resultId)!;
        const carrier = data.carriers.find(({ record }) => record.id === carrierId)!;
        if (code === 'trl' && result.analysis.trl?.low !== result.analysis.trl?.high) continue;
        if (code === 'trl') data.pool.putResult(readResult({ ...result.record, trl: { low, high } }));
        else data.pool.putCarrier(readCarrier({ ...carrier.record, trlMin: low, trlMax: high }));
        const changed = data.pool.explain(resultId, carrierId, purpose);
        expect(changed.verdict, what.zh).toBe('recommended');
        expect(changed.affinity, what.zh).toBe(affinity);
        data.pool.putResult(result);
        data.pool.putCarrier(carrier);
        tried++;
      }
    }
    expect(tried).toBeGreaterThan(2);
  });

  it('the least effort stands first: to fill in and to confirm before to build up', () => {
    const ranks = { fillIn: /填报|申报|成果写明|补充/u, confirm: /确认/u, build: /提供|自有|能够满足/u };
    const orderOf = (zh: string) => Object.values(ranks).findIndex((words) => words.test(zh));
    for (const { whyNot } of told) {
      const order = whyNot!.changes.map(({ what }) => orderOf(what.zh)).filter((rank) => rank >= 0);
      expect(order).toEqual([...order].sort((x, y) => x - y));
    }
  });
});

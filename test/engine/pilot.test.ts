import { describe, expect, it } from 'vitest';
import type { ResearchResultInput } from '../../src/domain/research-result.ts';
import { CARRIERS, RESULTS } from './district.ts';
import { poolOf } from './given.ts';

const pool = poolOf({ results: RESULTS, carriers: CARRIERS });

/** Why a result gets no pilot partner, among carriers that could all carry a pilot. */
function noPilotFor(result: ResearchResultInput) {
  const all = poolOf({ results: [...RESULTS, { ...result, id: 'asked' }], carriers: CARRIERS });
  const { matches, noFit } = all.carriersFor('asked', 'pilot', CARRIERS.length);
  return { noFit, recommended: matches.filter(({ verdict }) => verdict === 'recommended'), matches };
}

const ASKING = {
  title: '抗肿瘤双特异性抗体药物',
  abstract: '构建了靶向PD-L1的双特异性抗体，已完成小试。',
  needs: '急需中试放大，需GMP条件。',
};

describe('a pilot partner', () => {
  it('is found for who asks for one', () => {
    expect(noPilotFor(ASKING).recommended[0]?.carrierId).toBe('c-bio');
  });

  it.each([
    ['the pilot is done', { ...ASKING, needs: '已完成中试，现寻求专利许可。' }, '中试已完成'],
    ['the result denies it', { ...ASKING, needs: '不需要中试，希望寻求融资。' }, '不需要中试'],
    ['it is software', { ...ASKING, needs: '寻求合作企业推广。', ip: '软件著作权2件' }, '软件'],
    ['it is soft science', { ...ASKING, category: '软科学' }, '软科学'],
    ['it is far too early', { ...ASKING, needs: '寻求联合研发。', trl: 1 }, '成熟度尚低'],
    ['it is long in production', { ...ASKING, needs: '寻求融资。', trl: 9 }, '已过中试'],
  ])('is not sought where %s', (_case, result, why) => {
    const { noFit, recommended, matches } = noPilotFor(result);
    expect(recommended).toEqual([]);
    expect(noFit).toMatchObject({ reason: 'no_pilot_needed' });
    expect(noFit?.why.zh).toContain(why);
    expect(noFit?.nearest).toBeUndefined();
    expect(matches.every(({ affinity }) => affinity === 0)).toBe(true);
  });

  it('software that asks for hardware trials in words is believed', () => {
    const { noFit } = noPilotFor({ ...ASKING, ip: '软件著作权2件' });
    expect(noFit?.reason).not.toBe('no_pilot_needed');
  });

  it('may be another carrier than the one that takes the result', () => {
    const result = {
      title: '抗体药物筛选平台',
      abstract: '抗体药物早期筛选，已完成小试。',
      needs: '寻求融资与办公场地，需要中试放大。',
    };
    const home = {
      id: 'home',
      name: '生物医药孵化器',
      kind: 'incubator',
      sectors: ['BIO'],
      description: '抗体药物筛选项目的孵化器，提供融资对接与办公场地。不承接中试。',
    };
    const plant = {
      id: 'plant',
      name: '抗体中试平台',
      kind: 'pilot_platform',
      sectors: ['BIO'],
      description: '抗体药物中试放大生产线，GMP洁净车间。',
    };
    const two = poolOf({ results: [{ ...result, id: 'asked' }], carriers: [home, plant] });
    expect(two.rankCarriers('asked', 'transfer')[0]?.id).toBe('home');
    expect(two.rankCarriers('asked', 'pilot')[0]?.id).toBe('plant');
  });

  it('must have pilot facilities: one without is not recommended', () => {
    const alike = {
      ...CARRIERS[0]!,
      id: 'talk',
      kind: 'incubator',
      name: '抗体药物孵化器',
      description: '面向抗体药物、重组蛋白和疫苗团队，提供融资对接。',
      capabilities: 'C10：基金',
    };
    const match = poolOf({ results: RESULTS, carriers: [...CARRIERS, alike] }).explain(
      'r-antibody',
      'talk',
      'pilot',
    );
    expect(match.verdict).not.toBe('recommended');
    expect(match.limits.find(({ code }) => code === 'pilot_offer')).toMatchObject({ outcome: 'failed' });
  });
});

describe('a taker', () => {
  it('is still found for a result whose pilot is done', () => {
    expect(pool.rankCarriers('r-catalyst', 'transfer')[0]?.id).toBe('c-chem');
  });

  it.each([
    ['soft science', { title: '抗体药物产业政策研究', category: '软科学' }],
    ['theory', { title: '抗体药物作用的数学理论', category: '基础理论' }],
  ])('is not recommended for %s', (_case, result) => {
    const { matches, noFit } = poolOf({
      results: [...RESULTS, { ...result, id: 'asked' }],
      carriers: CARRIERS,
    }).carriersFor('asked', 'transfer', CARRIERS.length);
    expect(matches.filter(({ verdict }) => verdict === 'recommended')).toEqual([]);
    expect(noFit?.reason).toBe('not_transferable');
  });

  it('is not recommended outside the district’s sectors, and the field is named', () => {
    const { noFit } = pool.carriersFor('r-wheat', 'transfer', 3);
    expect(noFit).toMatchObject({ reason: 'outside_sectors' });
    expect(noFit?.why.zh).toContain('农');
  });
});

import { describe, expect, it } from 'vitest';
import type { CarrierInput } from '../../src/domain/carrier.ts';
import type { Match } from '../../src/domain/match.ts';
import { PURPOSES, type Purpose } from '../../src/domain/purpose.ts';
import type { ResearchResultInput } from '../../src/domain/research-result.ts';
import { CARRIERS, RESULTS } from './district.ts';
import { poolOf } from './given.ts';

/** The pair by itself, on a background of the district. */
function pairOf(result: ResearchResultInput, carrier: CarrierInput, purpose: Purpose): Match {
  const pool = poolOf({
    results: [...RESULTS, { ...result, id: 'asked' }],
    carriers: [...CARRIERS, { ...carrier, id: 'asking' }],
  });
  return pool.explain('asked', 'asking', purpose);
}

function limitOf(match: Match, code: string) {
  return match.limits.find((limit) => limit.code === code);
}

const pool = poolOf({ results: RESULTS, carriers: CARRIERS });

const ANTIBODY = RESULTS.find(({ id }) => id === 'r-antibody')!;
const FLUORINE = RESULTS.find(({ id }) => id === 'r-fluor')!;
const BIO = CARRIERS.find(({ id }) => id === 'c-bio')!;
const CHEMICAL = CARRIERS.find(({ id }) => id === 'c-chem')!;

describe('what stands in the way', () => {
  it.each(PURPOSES)('nothing does where result and carrier are made for each other (%s)', (purpose) => {
    expect(pairOf(ANTIBODY, BIO, purpose).verdict).toBe('recommended');
    expect(pairOf(FLUORINE, CHEMICAL, purpose).verdict).toBe('recommended');
  });

  it.each(PURPOSES)('a delisted carrier is out, however well it fits (%s)', (purpose) => {
    const match = pairOf(ANTIBODY, { ...BIO, status: '摘牌' }, purpose);
    expect(match).toMatchObject({ affinity: 0, verdict: 'unfit' });
    expect(limitOf(match, 'status')).toMatchObject({
      outcome: 'failed',
      effect: 'exclude',
      why: { zh: '载体已摘牌' },
    });
  });

  it.each(PURPOSES)('a carrier under rectification counts less and is not recommended (%s)', (purpose) => {
    const sound = pairOf(ANTIBODY, BIO, purpose);
    const match = pairOf(ANTIBODY, { ...BIO, status: '督促整改' }, purpose);
    expect(match.affinity).toBeGreaterThan(0);
    expect(match.affinity).toBeLessThan(sound.affinity);
    expect(match.verdict).not.toBe('recommended');
    expect(match.summary.zh).toContain('整改');
  });

  it.each(PURPOSES)(
    'a carrier without a slot left is not recommended; one that states none is (%s)',
    (purpose) => {
      const { slots: _slots, ...unstated } = BIO;
      expect(pairOf(ANTIBODY, { ...BIO, slots: 0 }, purpose).verdict).not.toBe('recommended');
      const match = pairOf(ANTIBODY, unstated, purpose);
      expect(match.verdict).toBe('recommended');
      expect(limitOf(match, 'slots')).toMatchObject({ outcome: 'unknown', effect: 'none' });
    },
  );

  it('less free area than asked is not recommended; unknown area is not zero area', () => {
    const asking = { ...ANTIBODY, needs: `${ANTIBODY.needs}需要厂房1200平方米。` };
    const { areaFreeM2: _area, ...unstated } = BIO;
    const fits = pairOf(asking, { ...BIO, areaFreeM2: 1200 }, 'transfer');
    const small = pairOf(asking, { ...BIO, areaFreeM2: 1199 }, 'transfer');
    const unknown = pairOf(asking, unstated, 'transfer');
    expect(fits.verdict).toBe('recommended');
    expect(small.verdict).not.toBe('recommended');
    expect(limitOf(small, 'area')).toMatchObject({ outcome: 'failed', why: { zh: '需1200㎡，可用1199㎡' } });
    expect(limitOf(small, 'area')?.evidence[0]?.quote).toBe('1200平方米');
    expect(limitOf(unknown, 'area')).toMatchObject({ outcome: 'unknown', factor: 1 });
    expect(unknown.affinity).toBe(fits.affinity);
  });

  it('a condition that the carrier refuses is never recommended, and both sides are quoted', () => {
    const office = { ...CHEMICAL, limits: '不接受化学反应，不承接氟化' };
    const match = pairOf(FLUORINE, office, 'pilot');
    expect(match.verdict).not.toBe('recommended');
    const refused = match.limits.filter(
      ({ code, outcome }) => code.startsWith('condition.') && outcome === 'failed',
    );
    expect(refused.length).toBeGreaterThan(0);
    for (const { evidence } of refused) {
      expect(evidence.map(({ side }) => side)).toEqual(['result', 'carrier']);
    }
    expect(refused.flatMap(({ evidence }) => evidence.map(({ quote }) => quote)).join('\n')).toContain(
      '不接受化学反应',
    );
  });

  it('a condition of which the carrier says nothing is to be checked, not refused', () => {
    const match = pairOf(
      ANTIBODY,
      { ...BIO, description: '抗体药物中试放大，500L生物反应器。', capabilities: 'C04：中试线' },
      'pilot',
    );
    expect(limitOf(match, 'condition.drug_gmp')).toMatchObject({ outcome: 'unknown' });
    expect(match.affinity).toBeGreaterThan(0);
  });

  it('what a result denies it does not need: 不涉及氟化反应', () => {
    const harmless = {
      title: '含硅单体连续合成工艺',
      abstract: '不涉及氟化反应。',
      needs: '需要中试。',
    };
    const codes = pairOf(harmless, CHEMICAL, 'pilot').limits.map(({ code }) => code);
    expect(codes).not.toContain('condition.hazardous_reaction');
  });

  it('what a result denies it does not need: 无需光气', () => {
    const asking = { title: '含硅单体连续合成工艺', needs: '需要中试。' };
    const codesFor = (abstract: string) =>
      pairOf({ ...asking, abstract }, CHEMICAL, 'pilot').limits.map(({ code }) => code);
    expect(codesFor('以光气为原料。')).toContain('condition.hazardous_reaction');
    expect(codesFor('无需光气。')).not.toContain('condition.hazardous_reaction');
  });
});

describe('in a whole district', () => {
  it('nobody is recommended a delisted carrier, one without slots or one that refuses', () => {
    const recommended = PURPOSES.flatMap((purpose) =>
      RESULTS.flatMap(({ id }) => pool.carriersFor(id, purpose, CARRIERS.length).matches),
    ).filter(({ verdict }) => verdict === 'recommended');
    expect(recommended.length).toBeGreaterThan(5);
    for (const match of recommended) {
      expect(match.limits.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
      expect(match.carrierId).not.toBe('c-closed');
    }
  });

  it('the delisted twin of the best carrier is below everyone who may take the result', () => {
    const ranking = pool.rankCarriers('r-antibody', 'pilot');
    expect(ranking[0]?.id).toBe('c-bio');
    expect(ranking.find(({ id }) => id === 'c-closed')).toMatchObject({ affinity: 0, verdict: 'unfit' });
  });

  it('an office building is no place for a fluorination, though it is a new-materials incubator', () => {
    const ranking = pool.rankCarriers('r-fluor', 'pilot');
    expect(ranking[0]).toMatchObject({ id: 'c-chem', verdict: 'recommended' });
    expect(ranking.find(({ id }) => id === 'c-office')?.verdict).toBe('unfit');
  });
});

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

it('whoever refuses what a result has to be made with is not recommended as its taker either', () => {
  const asking = { ...FLUORINE, needs: '寻求中试放大合作' };
  const refusing = { ...CHEMICAL, limits: '不接受氟化反应' };
  const match = pairOf(asking, refusing, 'transfer');
  expect(limitOf(match, 'condition.hazardous_reaction')).toMatchObject({ outcome: 'failed', factor: 1 });
  expect(match.verdict).not.toBe('recommended');
  expect(pairOf(asking, CHEMICAL, 'transfer').verdict).toBe('recommended');
});

import { describe, expect, it } from 'vitest';
import type { CarrierInput } from '../../src/domain/carrier.ts';
import type { ResearchResultInput } from '../../src/domain/research-result.ts';
import { CARRIERS, RESULTS } from './district.ts';
import { poolOf } from './given.ts';

const KIT: ResearchResultInput & { id: string } = {
  id: 'r-kit',
  title: '胃癌血清标志物化学发光检测试剂盒',
  abstract: '灵敏度86%，特异度95%，入组临床样本900例。',
  needs: '寻求试剂灌装中试合作，做三批稳定性考察',
  sectors: ['BIO'],
  trl: 5,
};

function platform(id: string, rest: Partial<CarrierInput>): CarrierInput & { id: string } {
  return {
    name: `${id}生物医药中试平台`,
    sectors: ['BIO'],
    kind: 'pilot_platform',
    slots: 4,
    trlMin: 4,
    trlMax: 7,
    ...rest,
    id,
  };
}

const TABLETS = platform('c-tablets', {
  description: '临床样品与工艺验证批，片剂、胶囊填充、流化床包衣。',
  capabilities: 'C04 中试熟化：湿法制粒、压片（自有）',
});
const REAGENTS = platform('c-reagents', {
  description: '诊断试剂车间，化学发光试剂灌装与冻干。',
  capabilities: 'C04 中试熟化：试剂灌装、微球包被（自有）',
});

function pilotOf(result: ResearchResultInput, carrier: CarrierInput) {
  const pool = poolOf({
    results: [...RESULTS, { ...result, id: 'asked' }],
    carriers: [...CARRIERS, { ...carrier, id: 'asking' }],
  });
  return pool.explain('asked', 'asking', 'pilot');
}

function limitOf(match: ReturnType<typeof pilotOf>, code: string) {
  return match.limits.find((limit) => limit.code === `condition.${code}`);
}

describe('a pilot line', () => {
  it('for tablets fills no reagents, though both are biomedicine: it is not recommended, and the sheet says why', () => {
    const match = pilotOf(KIT, TABLETS);
    expect(match.verdict).not.toBe('recommended');
    expect(limitOf(match, 'diagnostic_reagents')).toMatchObject({
      outcome: 'failed',
      why: { zh: '载体所列生产工艺中未见诊断试剂制备与灌装' },
    });
    expect(match.summary.zh).toContain('诊断试剂制备与灌装');
  });

  it('that fills reagents is recommended for them, before the one for tablets', () => {
    const match = pilotOf(KIT, REAGENTS);
    expect(match.verdict).toBe('recommended');
    expect(limitOf(match, 'diagnostic_reagents')).toMatchObject({ outcome: 'passed', factor: 1 });
    expect(match.affinity).toBeGreaterThan(pilotOf(KIT, TABLETS).affinity);
  });

  it('that names no kind of production is asked, not refused', () => {
    const match = pilotOf(KIT, platform('c-open', { capabilities: 'C04 中试熟化（自有）' }));
    expect(limitOf(match, 'diagnostic_reagents')).toMatchObject({ outcome: 'unknown', factor: 0.9 });
  });

  it('that has one of the kinds of production that are needed is not held back for the other', () => {
    const both = { ...KIT, needs: '寻求中试合作：试剂灌装，读数仪控制板贴片' };
    const match = pilotOf(both, { ...REAGENTS, limits: '线路板不做' });
    expect(limitOf(match, 'diagnostic_reagents')).toMatchObject({ outcome: 'passed' });
    expect(limitOf(match, 'electronics_assembly')).toMatchObject({ outcome: 'unknown' });
    expect(match.verdict).toBe('recommended');
  });

  it('is narrowed by what it does not take, not closed', () => {
    const paint = { title: '钢结构用水性涂料', needs: '寻求中试合作', trl: 5, sectors: ['MAT'] };
    const line = platform('c-coating', {
      name: '涂装中试平台',
      sectors: ['MAT'],
      description: '水性涂料喷涂线、喷涂房。',
      capabilities: 'C04 中试熟化：喷涂线（自有）',
      limits: '溶剂型涂料不接',
    });
    expect(limitOf(pilotOf(paint, line), 'surface_coating')).toMatchObject({ outcome: 'passed' });
  });
});

/** The plan's gauges, as the bureau would count them. */
import { expect, test } from 'vitest';
import { type CarrierInput, CarrierSchema } from '../../src/domain/carrier.ts';
import { measureTargets } from '../../src/planning/targets/measure-targets.ts';
import { PROFILE } from '../usecases/district.ts';

const carriers = (...given: Partial<CarrierInput>[]) =>
  given.map((each, i) => ({ ...CarrierSchema.parse({ name: `载体${i}`, ...each }), id: `K${i}` }));

const gauge = (code: string, ...given: Partial<CarrierInput>[]) =>
  measureTargets(PROFILE, carriers(...given)).find((each) => each.code === code)!;

test('floor area is added, the area of a community is not: it is another measure', () => {
  const area = gauge(
    'carrier_area',
    { areaTotalM2: 120_000, kind: '孵化器' },
    { areaTotalM2: 30_000, kind: '众创空间' },
    { areaTotalM2: 600_000, kind: '孵化社区' },
  );
  expect(area).toMatchObject({ value: 15, unit: '万㎡', bound: 'exact', counted: 2 });
  expect(area.goals).toMatchObject([
    { year: 2023, least: 20, reached: 'short', missing: 5 },
    { year: 2025, least: 30, reached: 'short', missing: 15 },
  ]);
  expect(area.remarks[0]?.zh).toContain('口径不同');
});

test('what nobody states is unknown, not zero; what some state is a lower bound', () => {
  expect(gauge('tech_enterprises', {}, {})).toMatchObject({ value: null, stated: 0, counted: 2 });
  expect(gauge('tech_enterprises', {}, {}).goals[0]).toMatchObject({ reached: 'unknown', missing: null });
  expect(gauge('tech_enterprises', { techEnterprises: 40 }, {})).toMatchObject({ value: 40, bound: 'least' });
});

test('enterprises and teams are two kinds of one sum; mentors of several carriers may be one person', () => {
  expect(gauge('incubatees_and_teams', { incubatees: 30, teams: 12 }, { teams: 3 })).toMatchObject({
    value: 45,
  });
  expect(gauge('mentors', { mentors: 60 }, { mentors: 50 })).toMatchObject({ value: 110, bound: 'most' });
});

test('levels and kinds are counted as the plan counts them', () => {
  const given = [
    { kind: '众创空间', level: '区级' },
    { kind: '孵化器', level: '区级' },
    { kind: '孵化器', level: '市级', category: '专业化' },
    { kind: '加速器', level: '国家级', category: '综合' },
    { kind: '孵化园', areaTotalM2: 110_000, category: '国际化' },
    { kind: '孵化园', areaTotalM2: 90_000 },
  ];
  const value = (code: string) => gauge(code, ...given).value;
  expect(['district_maker_spaces', 'municipal_carriers', 'national_carriers'].map(value)).toEqual([1, 1, 1]);
  expect(['large_carriers', 'featured_carriers'].map(value)).toEqual([1, 2]);
});

test('carriers elsewhere or delisted do not count, and it is said; dates and sources are named', () => {
  const staff = gauge(
    'professional_staff',
    { staff: 12, dataAsOf: '2024-12-31', dataSource: '火炬统计' },
    { staff: 8, city: '重庆市江北区', dataAsOf: '2025-06-30', dataSource: '火炬统计' },
    { staff: 99, city: '重庆市渝北区' },
    { staff: 99, status: '摘牌' },
  );
  expect(staff).toMatchObject({
    value: 20,
    asOf: { earliest: '2024-12-31', latest: '2025-06-30' },
    sources: ['火炬统计'],
  });
  expect(staff.remarks.map(({ zh }) => zh)).toContain('区外或已摘牌的2家未计');
});

/** A report with a proposed park, gaps, a decision and a dated target: whatever the sample itself has none of. */
import type { GapReport } from '../../src/domain/gap.ts';
import type { Gauge } from '../../src/domain/gauge.ts';
import type { ParkProposal } from '../../src/domain/park.ts';
import type { RoundReport } from '../../src/domain/round.ts';
import { sampleReport } from './sample-report.ts';

const words = (zh: string, en = `en ${zh}`) => ({ zh, en });

const HOST = '江北环保专业孵化器';
const place = { carrierId: 'c1', name: HOST, location: 'district', room: 3, meanAffinity: 0.612 } as const;
const toAgree = (name: string) => ({
  name: words(name),
  agreed: null,
  note: words('待高校与区科技局商定。'),
});

export const SAMPLE_PARK: ParkProposal = {
  id: 'park-ENV-1',
  theme: {
    name: words('重庆大学·水处理成果孵化园（建议名）'),
    sector: 'ENV',
    fields: ['水处理'],
    terms: [],
    evidence: [],
  },
  form: 'incubation_park',
  formWhy: words('成熟度形成梯次，以孵化转化为主。'),
  joint: false,
  universities: [{ name: '重庆大学', city: '重庆' }],
  members: [
    {
      resultId: 'r1',
      university: '重庆大学',
      stage: 'pilot',
      gain: 21.4583,
      hostAffinity: 0.612,
      pilotAffinity: null,
      why: words('涉及“厌氧氨氧化”，属水处理方向。'),
    },
  ],
  hosts: [place],
  pilot: null,
  shared: [
    { code: 'C04', name: words('中试熟化'), resultIds: ['r1'], provider: { ...place, role: 'host' } },
    { code: 'C05', name: words('检验检测'), resultIds: ['r1'], provider: null },
  ],
  institute: [
    {
      activity: 'research',
      site: { kind: 'university', location: 'university', name: words('重庆大学') },
      why: words('后续研发留在重庆大学。'),
    },
  ],
  park: [
    {
      activity: 'incubation',
      site: { kind: 'carrier', location: 'district', carrierId: 'c1', name: words(HOST) },
      why: words('涉及1项成果。'),
    },
  ],
  missing: [{ kind: 'stage', ...words('成员尚未覆盖产业化阶段，可补充征集。') }],
  contributions: [
    {
      target: 'carrier_area',
      name: words('孵化载体总面积'),
      unit: '万㎡',
      atLeast: 0,
      assumption: words('新建面积待双方商定后再计。'),
    },
    {
      target: 'incubatees_and_teams',
      name: words('在孵企业和初创团队'),
      unit: '个',
      atLeast: 1,
      assumption: words('每项按一个团队计。'),
    },
  ],
  arrangement: {
    planning: toAgree('规划'),
    building: toAgree('建设'),
    management: toAgree('管理'),
    benefitShare: toAgree('发展成果分享'),
  },
  value: {
    total: 21.4583,
    chain: 6,
    host: 1.25,
    pilot: 0.875,
    cohesion: 10,
    shared: 3.3333,
    bound: 21.4583,
    proven: true,
    guarantee: words('成员组合已证明为最优。'),
  },
};

const GAPS: GapReport = {
  cells: [
    {
      sector: 'ENV',
      capability: 'C04',
      results: ['r1', 'r2'],
      carriers: [],
      partners: [],
      slots: 0,
      state: 'missing',
    },
    {
      sector: 'MAT',
      capability: 'C05',
      results: ['r3'],
      carriers: ['c1'],
      partners: [],
      slots: 4,
      state: 'covered',
    },
  ],
  stages: [
    {
      sector: 'ENV',
      from: 4,
      to: 5,
      results: ['r1', 'r2', 'r3'],
      carriers: ['c1'],
      slots: 2,
      state: 'scarce',
    },
  ],
  forecasts: [
    {
      sector: 'ENV',
      capability: 'C04',
      name: words('拟建节能环保中试熟化平台'),
      offer: '百吨级中试',
      trlMin: 4,
      trlMax: 6,
      slots: 2,
      candidates: 2,
      placements: 2,
      totalAffinity: 1.5,
      takes: ['r1', 'r1'],
      why: words('新增一处、2个名额，可多落位2项'),
    },
  ],
  refused: [
    {
      purpose: 'transfer',
      subject: '危险废物',
      results: ['r1'],
      carriers: [{ carrierId: 'c1', quote: '不接收危险废物' }],
      why: words('有1项成果涉及“危险废物”'),
    },
  ],
};

const AREA: Gauge = {
  code: 'carrier_area',
  name: words('孵化载体总面积'),
  unit: '万㎡',
  value: 12.5,
  stated: 1,
  counted: 1,
  bound: 'exact',
  goals: [{ year: 2025, least: 30, most: null, reached: 'short', missing: 17.5 }],
  asOf: { earliest: '2023-06-30', latest: '2023-12-31' },
  sources: ['火炬统计'],
  remarks: [],
};

export function sampleReportWithPark(): RoundReport {
  const sample = sampleReport();
  return {
    ...sample,
    terms: {
      ...sample.terms,
      decisions: [
        {
          resultId: 'r1',
          carrierId: 'c2',
          purpose: 'pilot',
          verdict: 'returned',
          reason: 'trl_unsupported',
        },
      ],
    },
    gaps: GAPS,
    parks: { proposals: [SAMPLE_PARK], considered: [], duplicates: [] },
    targets: [AREA],
  };
}

/** A small round's report, with whatever texts a test wants to see in it. */
import { DEFAULT_TERMS } from '../../src/domain/assignment.ts';
import type { Match } from '../../src/domain/match.ts';
import type { RoundReport } from '../../src/domain/round.ts';

const same = (text: string) => ({ zh: text, en: text });

function sampleMatch(over: Partial<Match> = {}): Match {
  return {
    resultId: 'r1',
    carrierId: 'c1',
    purpose: 'pilot',
    affinity: 0.612,
    score: 0.612,
    rank: 1,
    verdict: 'recommended',
    components: [
      {
        name: 'sector',
        value: 0.9,
        weight: 0.5,
        contribution: 0.45,
        why: { zh: '同属节能环保', en: 'both environmental protection' },
        evidence: [
          { side: 'result', field: 'title', start: 0, end: 5, quote: '厌氧氨氧化', about: 'ENV' },
          {
            side: 'carrier',
            field: 'portfolio[1].title',
            start: 0,
            end: 5,
            quote: '污水资源化',
            about: 'ENV',
          },
        ],
      },
      {
        name: 'capability',
        value: null,
        assumed: 0.4,
        weight: 0.3,
        contribution: 0.12,
        why: { zh: '载体能力未知', en: 'capabilities not known' },
        evidence: [],
      },
      {
        name: 'stage',
        value: 0.975,
        weight: 0.2,
        contribution: 0.195,
        why: { zh: 'TRL 5 在接收范围 4–7 内', en: 'TRL 5 within 4–7' },
        evidence: [],
      },
    ],
    limits: [
      {
        code: 'status',
        outcome: 'passed',
        effect: 'none',
        factor: 1,
        why: { zh: '运行正常', en: 'status normal' },
        evidence: [],
      },
      {
        code: 'slots',
        outcome: 'failed',
        effect: 'reduce',
        factor: 0.8,
        why: { zh: '本轮名额已满', en: 'no free slots' },
        evidence: [],
      },
    ],
    summary: {
      zh: '领域一致，可承接日处理百吨级中试，成熟度在接收范围内。',
      en: 'Same sector; pilot of 100 t/d; readiness within its window.',
    },
    shortfalls: [
      {
        zh: '载体未写明是否具备环评批复',
        en: 'the carrier does not say whether it has an environmental permit',
      },
    ],
    ...over,
  };
}

export function sampleReport(
  texts: { title?: string; carrier?: string; match?: Partial<Match> } = {},
): RoundReport {
  const { title = '城市污水厌氧氨氧化脱氮颗粒污泥技术', carrier = '江北环保专业孵化器' } = texts;
  return {
    format: 'jianyuan.round-report/2',
    roundId: 'round-2024-05',
    createdAt: '2024-05-06T06:30:00.000Z',
    profile: {
      id: 'jiangbei-2021-2025',
      version: '1',
      name: { zh: '重庆市江北区高质量孵化载体建设（2021—2025年）', en: 'Jiangbei' },
    },
    engine: 'jianyuan-engine/1',
    embedding: { model: null, reason: 'not_configured' },
    model: '0123456789abcdef',
    purposes: ['transfer', 'pilot'],
    totals: {
      results: 2,
      carriers: 2,
      pairs: 4,
      recommended: { transfer: 0, pilot: 1 },
      resultsServed: { transfer: 0, pilot: 1 },
      resultsWithout: { transfer: 2, pilot: 1 },
    },
    entries: [
      {
        result: {
          id: 'r1',
          hash: 'h1',
          title,
          university: '重庆大学',
          sectors: [
            { code: 'ENV', weight: 0.8 },
            { code: 'MAT', weight: 0.2 },
          ],
          trl: { low: 5, high: 5, source: 'declared' },
          asked: ['C04'],
        },
        matches: [sampleMatch(texts.match)],
        noFits: [],
        placements: [],
      },
      {
        result: {
          id: 'r2',
          hash: 'h2',
          title: same('城乡居民健康素养研究报告').zh,
          university: null,
          sectors: [],
          trl: null,
          asked: [],
        },
        matches: [],
        noFits: [
          {
            resultId: 'r2',
            purpose: 'pilot',
            reason: 'no_pilot_needed',
            why: { zh: '软科学成果，不需要中试', en: 'soft science: no pilot production' },
            nearest: { carrierId: 'c2', affinity: 0.12 },
          },
        ],
        placements: [],
      },
    ],
    carriers: [
      { id: 'c1', hash: 'k1', name: carrier, slots: 1, recommended: { transfer: 0, pilot: 2 } },
      {
        id: 'c2',
        hash: 'k2',
        name: '江北高端生物医药孵化器',
        slots: null,
        recommended: { transfer: 0, pilot: 0 },
      },
    ],
    terms: DEFAULT_TERMS,
    assignment: {
      placements: [],
      unplaced: [],
      pools: [],
      measures: {
        placements: 0,
        totalAffinity: 0,
        withinSlots: 0,
        overloads: 0,
        overloadedCarriers: 0,
        unusedSlots: 0,
        served: 0,
        servable: 0,
        worstServed: null,
      },
      compared: [],
      obstacle: null,
      optimum: 0,
      costOfDraws: 0,
      concentration: [],
      worst: [],
    },
    gaps: { cells: [], stages: [], forecasts: [] },
    parks: { proposals: [], considered: [], duplicates: [] },
    targets: [],
    entriesHash: 'def456',
    difference: null,
    hash: 'abc123',
  };
}

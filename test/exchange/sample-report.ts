/** A small round's report, with whatever texts a test wants to see in it. */
import type { PlacementSheet } from '../../src/domain/advice.ts';
import { NO_EMBEDDER } from '../../src/domain/embedding-use.ts';
import type { Match } from '../../src/domain/match.ts';
import type { RoundReport } from '../../src/domain/round.ts';

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

const words = (zh: string, en: string) => ({ zh, en });

function samplePlacement(carrier: string): PlacementSheet {
  return {
    resultId: 'r1',
    carrierId: 'c1',
    purpose: 'pilot',
    affinity: 0.612,
    rank: 1,
    basis: 'draw',
    draw: { candidates: ['c1', 'c2'], probability: 0.5 },
    relatedParty: false,
    result: {
      owner: '重庆大学 环境与生态学院',
      stage: '中试',
      ip: [{ text: '发明专利2项（授权1项）', kind: 'invention_patent', status: 'granted' }],
      transferModes: ['licence', 'cooperation'],
      secrecy: 'public',
    },
    carrier: {
      name: carrier,
      kind: 'incubator',
      level: 'municipal',
      status: 'normal',
      operator: null,
      trlMin: 4,
      trlMax: 7,
    },
    alternates: [{ carrierId: 'c2', affinity: 0.604 }],
    advice: {
      transfer: {
        way: 'cooperation',
        contract: 'development',
        why: words('建议签订技术开发合同：成果填报了合作方式', 'sign a technology development contract'),
        weighed: [],
      },
      partner: {
        purpose: 'transfer',
        kind: 'none',
        carrierId: null,
        affinity: null,
        missing: [],
        why: words('本区暂无合适的转化承接载体', 'no carrier of the district fits for transfer'),
      },
      park: null,
      risks: [
        {
          code: 'condition.emission_permit',
          weight: 'stop',
          why: words('载体不接受产生废水的项目', 'the carrier takes nothing that makes waste water'),
          grounds: [{ side: 'carrier', field: 'limits', quote: '不接受产生废水的项目' }],
        },
        {
          code: 'trl.inferred',
          weight: 'check',
          why: words(
            '技术就绪度5级系由文字推断，须由高校确认',
            'TRL 5 is inferred: the university confirms it',
          ),
          grounds: [],
        },
      ],
      steps: [
        {
          code: 'review',
          actor: words('区科技局', 'district science bureau'),
          what: words('审核本对接建议，填写审核意见', 'review this proposal and record the decision'),
          days: 5,
          leastDays: null,
          customary: false,
        },
        {
          code: 'publicity',
          actor: words('高校成果转化部门', 'technology transfer office'),
          what: words('公示成果名称和拟交易价格', 'publicise name and price'),
          days: 75,
          leastDays: 15,
          customary: true,
        },
      ],
      contributions: [],
      contribution: words('按从严口径，本对接不计入规划目标', 'counted strictly, it adds to no target'),
    },
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
    embedding: NO_EMBEDDER,
    model: 'fedcba9876543210',
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
        placements: [samplePlacement(carrier)],
      },
      {
        result: {
          id: 'r2',
          hash: 'h2',
          title: '城乡居民健康素养研究报告',
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
    terms: {
      perResult: { transfer: 1, pilot: 1 },
      assumedSlots: 2,
      objective: 'total',
      nearTie: 0.01,
      seed: 'round-2024-05',
      decisions: [],
    },
    assignment: {
      placements: [samplePlacement(carrier)],
      unplaced: [
        {
          resultId: 'r1',
          purpose: 'transfer',
          reason: 'capacity',
          wanted: [{ carrierId: 'c2', affinity: 0.55 }],
        },
        { resultId: 'r2', purpose: 'pilot', reason: 'no_candidate', wanted: [] },
      ],
      pools: [
        {
          carrierId: 'c1',
          purposes: ['transfer', 'pilot'],
          slots: 1,
          source: 'stated',
          taken: 1,
          worthOfSlot: 0.431,
        },
        {
          carrierId: 'c2',
          purposes: ['transfer', 'pilot'],
          slots: 2,
          source: 'assumed',
          taken: 0,
          worthOfSlot: 0,
        },
      ],
      measures: {
        placements: 1,
        totalAffinity: 0.612,
        withinSlots: 0.612,
        overloads: 0,
        overloadedCarriers: 0,
        unusedSlots: 2,
        served: 1,
        servable: 2,
        worstServed: 0.612,
      },
      compared: [
        {
          kind: 'independent',
          objective: null,
          perResult: 1,
          placements: 2,
          totalAffinity: 1.224,
          withinSlots: 0.612,
          overloads: 1,
          overloadedCarriers: 1,
          unusedSlots: 2,
          served: 2,
          servable: 2,
          worstServed: 0.604,
        },
      ],
      obstacle: null,
      optimum: 0.615,
      costOfDraws: 0.003,
      concentration: [
        {
          by: 'university',
          hhi: 1,
          shares: [{ code: '重庆大学', candidates: 1, placements: 1, share: 1 }],
        },
        {
          by: 'sector',
          hhi: 1,
          shares: [{ code: 'ENV', candidates: 1, placements: 1, share: 1 }],
        },
      ],
      worst: [samplePlacement(carrier)],
    },
    gaps: { cells: [], stages: [], forecasts: [] },
    parks: { proposals: [], considered: [], duplicates: [] },
    targets: [],
    entriesHash: 'def456',
    difference: {
      previous: 'round-2024-04',
      kept: 0,
      added: [{ resultId: 'r1', carrierId: 'c1', purpose: 'pilot' }],
      removed: [{ resultId: 'r1', carrierId: 'c2', purpose: 'pilot' }],
    },
    hash: 'abc123',
  };
}

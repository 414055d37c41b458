import { expect, it } from 'vitest';
import { loadProfile, roundReportHtml } from '../../src/exchange/index.ts';
import { sampleReport } from './sample-report.ts';

const profile = await loadProfile();

it('shows what an official asks: who, with whom, how well, why, and what is missing', () => {
  const page = roundReportHtml(sampleReport(), profile);
  for (const text of [
    'round-2024-05',
    '2024-05-06 14:30（北京时间',
    'jianyuan-engine/1',
    '城市污水厌氧氨氧化脱氮颗粒污泥技术',
    '重庆大学',
    '江北环保专业孵化器',
    '0.612',
    '推荐 recommended',
    '领域一致',
    '节能环保 80%',
    '中试熟化',
    '另有1项成果不需要或未提出中试，不在此列',
    '<dt>对接理由</dt>',
    '<td class="">假定',
    '载体未写明是否具备环评批复',
    '×0.800',
    '孵化案例 2 carrier past project 2：<q>污水资源化</q>',
    '未知，按 0.400',
    '0.765',
  ]) {
    expect(page).toContain(text);
  }
});

it('names its chapters at the head, each a link to its place', () => {
  const page = roundReportHtml(sampleReport(), profile);
  const links = [...page.matchAll(/<a href="#(c\d+)">([^<]+)/gu)];
  expect(links.length).toBeGreaterThan(6);
  for (const [, id, name] of links) expect(page).toContain(`<section id="${id}"><h2>${name}<small>`);
});

it('the step from score to affinity can be done on a pocket calculator, but for a curve that is not ours', () => {
  const affinity = 0.999270302;
  const sheet = (match: { score: number; affinity: number }) =>
    roundReportHtml(sampleReport({ match }), profile);
  const formula = /契合度 affinity 0\.999 = 1÷\(1\+e\^\(−([\d.]+)×\(([\d.]+)−([\d.]+)\)\)\)/u;
  const [, slope, score, midpoint] = formula.exec(sheet({ score: 0.6465, affinity }))!.map(Number);
  expect(1 / (1 + Math.exp(-slope! * (score! - midpoint!)))).toBeCloseTo(affinity, 6);
  expect(sheet({ score: 0.5, affinity })).not.toContain('1÷(1+e');
});

it('a score sheet says what each shortfall costs and, of a near miss, what is in the way and would help', () => {
  const words = (zh: string) => ({ zh, en: `en ${zh}` });
  const match = {
    shortfalls: [{ ...words('技术主题只有部分相同'), code: 'subject', cost: 0.2354 }, words('早先的不足')],
    whyNot: {
      obstacles: [{ code: 'affinity', why: words('距推荐线还差0.020'), gap: 0.02 }],
      changes: [
        { code: 'slots', side: 'carrier' as const, what: words('载体腾出1个名额'), affinity: 0.8765 },
      ],
      conclusion: words('做到下面这一项即可'),
    },
  };
  const page = roundReportHtml(sampleReport({ match }), profile);
  for (const text of [
    '−0.235 技术主题只有部分相同',
    '<li>早先的不足',
    '为什么未推荐 Why it is not recommended',
    '距推荐线还差0.020',
    '做到下面这一项即可',
    '载体腾出1个名额',
    'en 载体腾出1个名额',
    '→ 0.876',
  ])
    expect(page).toContain(text);
  expect(roundReportHtml(sampleReport(), profile)).not.toContain('为什么未推荐');
});

it('shows the plan beside others, draws with their probability, and what to do about each placement', () => {
  const page = roundReportHtml(sampleReport(), profile);
  for (const text of [
    '各自选最优',
    '近似并列抽签（2选1，概率0.500）',
    '备选：江北高端生物医药孵化器（0.604）',
    '建议签订技术开发合同',
    '【先行解决】载体不接受产生废水的项目',
    '载体·限制条件 carrier limits：“不接受产生废水的项目”',
    '2024-05-13',
    '公示成果名称和拟交易价格（一般）',
    '按从严口径，本对接不计入规划目标',
    '推荐载体名额已满',
    '保留0对，新增1对，取消1对',
    '<svg',
  ])
    expect(page).toContain(text);
});

it('tells each thing once; who would be recommended stands alone only where decisions leave no plan', () => {
  const { assignment, ...report } = sampleReport();
  expect(roundReportHtml({ assignment, ...report }, profile)).not.toContain('<h2>推荐对接');
  const none = roundReportHtml({ ...report, assignment: { ...assignment, obstacle: OBSTACLE } }, profile);
  expect(none.match(/<h2>推荐对接/gu)).toHaveLength(1);
});

const OBSTACLE = {
  carriers: ['C-ENV'],
  pairs: [],
  missingSlots: 1,
  why: { zh: '已批准2项，名额只有1个', en: '2 approved placements and 1 slot' },
  change: { zh: '增加1个名额', en: '1 more slot' },
};

it('names the corpus model that all matches used', () => {
  const model = '0123456789abcdef';
  expect(roundReportHtml({ ...sampleReport(), model }, profile)).toMatch(
    /语料模型 Corpus model.*0123456789abcdef/u,
  );
});

it('needs nothing from elsewhere and says the same each time', () => {
  const page = roundReportHtml(sampleReport(), profile);
  expect(page).not.toMatch(/<script|<link|<img|src=|@import|url\(|https?:/iu);
  expect(roundReportHtml(sampleReport(), profile)).toBe(page);
});

it('escapes every text of a record, wherever it appears', () => {
  const attack = `<script>alert(1)</script>"><img src=x onerror=alert(1)>' onmouseover='x`;
  const both = { zh: attack, en: attack };
  const evidence = [
    { side: 'result', field: attack, start: 0, end: 1, quote: attack, about: attack },
  ] as const;
  const page = roundReportHtml(
    sampleReport({
      title: attack,
      carrier: attack,
      match: {
        summary: both,
        shortfalls: [both],
        whyNot: {
          obstacles: [{ code: attack, why: both }],
          changes: [{ code: attack, side: 'carrier', what: both, affinity: 1 }],
          conclusion: both,
        },
        components: [{ name: attack, value: 1, weight: 1, contribution: 1, why: both, evidence }],
        limits: [{ code: attack, outcome: 'failed', effect: 'reduce', factor: 0.5, why: both, evidence }],
      },
    }),
    profile,
  );
  expect(page).not.toMatch(/<script|<img|' onmouseover/u);
  expect(page.match(/&lt;script&gt;/gu)?.length).toBeGreaterThan(15);
});

it('heads of tables may take several lines, so that no table is wider than the page', () => {
  const style = /<style>(.*?)<\/style>/su.exec(roundReportHtml(sampleReport(), profile))![1]!;
  const ofHeads = [...style.matchAll(/([^{}]+)\{([^{}]*)\}/gu)].filter(([, names]) => /\bth\b/u.test(names!));
  expect(ofHeads.length).toBeGreaterThan(0);
  expect(ofHeads.filter(([, , rules]) => rules!.includes('nowrap'))).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import { termsOf } from '../../src/domain/analysis.ts';
import type { CarrierInput } from '../../src/domain/carrier.ts';
import type { Match } from '../../src/domain/match.ts';
import type { ResearchResult } from '../../src/domain/research-result.ts';
import type { Analysed, MatchPool } from '../../src/engine/engine.ts';
import { ENGINE, poolOf, readCarrier, readResult } from './given.ts';
import { fileOf, reopened } from './pool-file.ts';

/** The subjects that a carrier with these words turns away. */
function refusedBy(words: Partial<CarrierInput>): string[] {
  const { refusals = [] } = readCarrier({ name: '某平台', ...words }).analysis;
  return refusals.map(({ terms }) => terms.join('+'));
}

/** The words of a carrier's description that count for it. */
function evidenceOf(description: string): string[] {
  const { terms } = readCarrier({ name: '某平台', description }).analysis;
  return terms.flatMap(termsOf);
}

describe('what a carrier turns away', () => {
  it('is read subject by subject, before the words that refuse or behind them', () => {
    expect(refusedBy({ description: '软包电芯试制，也不碰液流和铅酸。' })).toEqual(['液流', '铅酸']);
    expect(refusedBy({ limits: '药品、活菌制品不接' })).toEqual(['药品', '活菌+制品']);
    expect(refusedBy({ description: '我们没有发酵罐，活菌的东西请绕行。' })).toEqual(['发酵罐', '活菌']);
    expect(refusedBy({ description: '数字芯片设计，划片、封装不在这里。' })).toEqual(['划片', '封装']);
    expect(refusedBy({ description: 'UAV assembly. No engines on kerosene.' })).toEqual(['engin+kerosen']);
  });

  it('may stand in the clause before: 农机、微型车，一概不接', () => {
    expect(refusedBy({ description: '农机、微型车，一概不接。' })).toEqual(['农机', '微型车']);
  });

  it('shares the head of a list, and is of a kind: 食品用、医用菌种', () => {
    expect(refusedBy({ limits: '食品用、医用菌种不接' })).toEqual(['食品+菌种', '医用+菌种']);
    expect(refusedBy({ limits: '高氟、高盐废水不能进管网' })).toEqual(['氟+废水', '高盐废水']);
    expect(refusedBy({ limits: '化工类谢绝' })).toEqual(['化工']);
    expect(refusedBy({ limits: '不接食品以及药品或农药' })).toEqual(['食品', '药品', '农药']);
    expect(refusedBy({ limits: 'No asbestos, explosives or tobacco' })).toHaveLength(3);
  });

  it('is announced before a colon, and said once', () => {
    expect(refusedBy({ limits: '禁止类：烟草、炸药' })).toEqual(['烟草', '炸药']);
    expect(refusedBy({ description: '白酒酿造：不予准入。' })).toEqual(['白酒酿造']);
  });

  it('is what all else but it is taken', () => {
    expect(refusedBy({ limits: '除锂金属负极外，电池材料都接' })).toEqual(['锂金属负极']);
    expect(refusedBy({ description: '食品、药品以外的粉体都可以来做喷雾干燥。' })).toEqual(['食品', '药品']);
    expect(refusedBy({ limits: 'Everything other than fluoropolymers can be extruded' })).toEqual([
      'fluoropolym',
    ]);
    expect(refusedBy({ description: '除了锂电池检测，我们还提供全部场地。' })).toEqual([]);
  });

  it('stands before what may not be done with it: 光伏项目不再承接', () => {
    expect(refusedBy({ description: '光伏项目不再承接。' })).toEqual(['光伏']);
    expect(refusedBy({ description: '农机、微型车整备，我们不做。' })).toEqual(['农机', '微型车+整备']);
    expect(refusedBy({ description: 'Livestock trials are outside our remit.' })).toEqual(['livestock']);
  });

  it('is nothing where it is taken back, or was never refused', () => {
    expect(refusedBy({ description: '以前不收医疗器械，去年也收了。' })).toEqual([]);
    expect(refusedBy({ description: '我们从不拒绝跨学科团队，不是不收农业。' })).toEqual([]);
    expect(refusedBy({ description: 'Until 2023 we refused medical projects.' })).toEqual([]);
  });

  it('is nothing where it never comes to be, or is not needed: 不产生废水, 不用外协', () => {
    expect(refusedBy({ description: '运行中不产生废水，也不影响周边居民。' })).toEqual([]);
    expect(refusedBy({ description: '电池测试不用外协，不必送北京，电机无需排队。' })).toEqual([]);
    expect(refusedBy({ description: 'Nothing leaks: no waste water arises.' })).not.toContain('wast+water');
    expect(refusedBy({ limits: 'No limits' })).toEqual([]);
    expect(refusedBy({ limits: '暂无限制' })).toEqual([]);
    expect(refusedBy({ limits: '产生废水的工艺不接' })).toEqual(['产生+废水']);
    expect(refusedBy({ description: '我们不用氟化工艺。' })).toEqual(['氟化']);
  });

  it('is nothing where only those are turned away who lack something: 未经审批不得', () => {
    expect(refusedBy({ limits: '需提供检测报告方可进场，未提供的不接' })).toEqual([]);
    expect(refusedBy({ limits: '未经审批不得开展动物实验' })).toEqual([]);
    expect(refusedBy({ limits: '未经审批，不得动火' })).toEqual([]);
    expect(refusedBy({ description: '无GMP证书的药品不收。' })).toEqual([]);
    expect(refusedBy({ description: '动火须办证，否则氢气不得进场。' })).toEqual([]);
    expect(refusedBy({ description: '废水不得直排。' })).toEqual([]);
    expect(refusedBy({ limits: 'Animal trials are not accepted without ethics approval' })).toEqual([]);
    expect(refusedBy({ limits: 'No batteries unless tested' })).toEqual([]);
  });

  it('is a subject all the same where the carrier lacks it, or beside a condition', () => {
    expect(refusedBy({ limits: '未取得危化品许可，易燃溶剂不得进场' })).toEqual(['易燃+溶剂']);
    expect(refusedBy({ limits: '平台未取得药品生产许可不得生产药品' })).toContain('药品');
    expect(refusedBy({ limits: '未经审批不得动火，氢气不得入场' })).toEqual(['氢气']);
    expect(refusedBy({ limits: 'No batteries without a UN38.3 report; no hydrogen' })).toEqual(['hydrogen']);
  });

  it('is what a bare field of limits lists, and nothing where it says what is taken', () => {
    expect(refusedBy({ limits: '载人航空器、煤油发动机' }).length).toBeGreaterThan(0);
    expect(refusedBy({ limits: '仅限医疗器械' })).toEqual([]);
  });

  it('is no subject where it is qualified, a fee, or what those lack that are welcome', () => {
    expect(refusedBy({ limits: '3.5 t以下车辆不接，非防爆产品不接' })).toEqual([]);
    expect(refusedBy({ description: '纯软件不接，除食品外不接。' })).toEqual([]);
    expect(refusedBy({ limits: '层析纯化、除尘设备、非晶合金不接' })).toHaveLength(3);
    expect(refusedBy({ description: '前两年不收租金。' })).toEqual([]);
    expect(refusedBy({ description: '欢迎没有样件的团队。' })).toEqual([]);
    expect(refusedBy({ description: '没有生产许可的饮料企业可以先入驻。' })).toEqual([]);
  });

  it('is nothing that it does not cause, nor what it asks of whoever comes', () => {
    expect(refusedBy({ description: '生产线不造成污染，不干扰邻居。' })).toEqual([]);
    expect(refusedBy({ description: '不管是电池还是电机都接。' })).toEqual([]);
    expect(refusedBy({ limits: '环保要求高，需环评；优先支持新材料' })).toEqual([]);
    expect(refusedBy({ limits: '有放射性要求的实验' }).length).toBeGreaterThan(0);
  });

  it('is no evidence that it fits', () => {
    expect(evidenceOf('数字芯片设计，晶圆划片请另找地方。')).toContain('芯片');
    expect(evidenceOf('数字芯片设计，晶圆划片请另找地方。')).not.toContain('划片');
  });

  it.each([
    '电池测试不用外协。',
    '我们电池测试无需委外。',
    '电池测试我们无需再外包。',
    '电池测试不必另行外送。',
    '无需外协电池测试。',
  ])('what need not be contracted out is done there: %s', (said) => {
    expect(evidenceOf(said)).toContain('电池');
  });

  it.each([
    '不做电池测试。',
    '我们不做电池测试。',
    '我们没有电池测试。',
    '我们不用电池测试。',
    '不做电池测试，机加工不用外协。',
  ])('what is not done there stays none: %s', (said) => {
    expect(evidenceOf(said)).not.toContain('电池');
  });
});

const FLOW = {
  id: 'flow',
  title: '铁铬液流电池单堆及电解液再平衡',
  abstract: '完成8 kW短堆，能量效率81.7%。',
  needs: '需要电池充放电台架和电解液循环的试制场地。',
  trl: 5,
};
const MADE = '锂电、钠电电池试制，充放电台架256通道，电解液比对。';
const CELLS: CarrierInput = {
  id: 'cells',
  name: '软包电芯试制线',
  description: `${MADE}液流电池不接。`,
  trlMin: 4,
  trlMax: 7,
};
const BOTH: CarrierInput = { ...CELLS, id: 'both', description: `${MADE}液流电池也做。` };

/** Whether the carrier turns the result away, as either side is told. */
const SIDES = [
  {
    side: 'result',
    of: (pool: MatchPool, id: string, result: Analysed<ResearchResult>) =>
      isRefused(pool.explain(result, id, 'transfer')),
  },
  {
    side: 'carrier',
    of: (pool: MatchPool, id: string, result: Analysed<ResearchResult>) =>
      isRefused(pool.findResults(id, 'transfer', 1).explain([result])[0]!),
  },
];

function isRefused({ limits }: Match): boolean {
  return limits.some(({ code }) => code === 'refusal');
}

describe('a result that is about it', () => {
  it('is not sent there, and is told in whose words', () => {
    const refused = poolOf({ results: [FLOW], carriers: [CELLS] }).explain('flow', 'cells', 'transfer');
    expect(refused.verdict).not.toBe('recommended');
    expect(refused.summary.zh).toContain('但载体已写明“液流电池不接”。');
    expect(refused.summary.en).toContain('the carrier says “液流电池不接”');
    const limit = refused.limits.find(({ code }) => code === 'refusal');
    expect(limit?.evidence.map(({ side, field, quote }) => [side, field, quote])).toEqual([
      ['carrier', 'description', '液流电池不接'],
      ['result', 'title', '液流电池'],
    ]);
    const taken = poolOf({ results: [FLOW], carriers: [BOTH] }).explain('flow', 'both', 'transfer');
    expect(taken.verdict).toBe('recommended');
  });

  it('is told in the carrier’s own words, not in those that an index goes by', () => {
    const [english] = readCarrier({
      name: 'UAV hangar',
      description: 'Airframes. No engines on kerosene.',
    }).analysis.refusals!;
    expect(english).toMatchObject({ subject: 'engines on kerosene', terms: ['engin', 'kerosen'] });
    const [, chinese] = readCarrier({ name: '某平台', limits: '药品、活菌制品不接' }).analysis.refusals!;
    expect(chinese!.subject).toBe('活菌制品');
  });

  it('has the same verdict from either side, from a stored pool, and once the carrier has changed', async () => {
    const [result, ...carriers] = [readResult(FLOW), readCarrier(CELLS), readCarrier(BOTH)];
    const model = ENGINE.train([result.analysis]);
    const pool = ENGINE.pool({ results: [result], carriers, model });
    const read = await reopened(fileOf(pool), model);
    for (const each of [pool, read])
      for (const { side, of } of SIDES)
        expect([side, of(each, 'cells', result), of(each, 'both', result)]).toEqual([side, true, false]);
    for (const each of [pool, read]) {
      each.putCarrier(readCarrier({ ...CELLS, description: BOTH.description }));
      each.putCarrier(readCarrier({ ...BOTH, description: CELLS.description }));
      for (const { side, of } of SIDES)
        expect([side, of(each, 'cells', result), of(each, 'both', result)]).toEqual([side, false, true]);
    }
  });

  it('is the same from either side between two English texts: what a word may mean in Chinese weighs for neither', () => {
    const unheard = Array.from({ length: 150 }, (_, i) => `zq${'bdfgklmnpr'[i % 10]}${'aeiou'[i % 5]}x${i}k`);
    const result = {
      id: 'flow',
      title: unheard.slice(0, 30).join(' '),
      abstract: `${unheard.join(' ')}${' electrolyte'.repeat(4)}`,
    };
    const english = {
      id: 'cells',
      name: 'Battery pilot line',
      description: 'Lithium cells. No electrolyte.',
    };
    const pool = poolOf({ results: [result], carriers: [english] });
    expect(SIDES.map(({ of }) => of(pool, 'cells', readResult(result)))).toEqual([true, true]);
  });

  it('is not about what it says it is without: 无液流电池段', () => {
    const limits = (needs: string) =>
      poolOf({ results: [{ ...FLOW, title: '充放电台架', abstract: '已完成。', needs }], carriers: [CELLS] })
        .explain('flow', 'cells', 'transfer')
        .limits.map(({ code }) => code);
    expect(limits('需要液流电池充放电台架。')).toContain('refusal');
    expect(limits('需要充放电台架（无液流电池段）。')).not.toContain('refusal');
  });

  it('names first what tells apart, the rest anywhere: 食品用菌种', () => {
    const culture = {
      ...FLOW,
      title: '泡菜直投式冻干菌粉',
      abstract: '分出植物乳杆菌一株，亚硝峰下降，风味稳定。菌种安全性评价已做。',
      needs: '需要食品级的500升发酵罐，试制菌粉。',
    };
    const tanks = {
      ...CELLS,
      id: 'tanks',
      description: '微生物发酵罐500升。',
      limits: '食品用、医用菌种不接',
    };
    const match = poolOf({ results: [culture], carriers: [tanks] }).explain('flow', 'tanks', 'transfer');
    expect(match.limits.map(({ code }) => code)).toContain('refusal');
  });

  it('is turned away by what a word of it begins with: 液流 of 液流电池, unless that is a word of many fields', () => {
    const codes = (title: string, description: string) => {
      const abstract = '电解液循环，电解液再平衡，电解液比对，电解液回收。';
      const result = { ...FLOW, title, abstract, needs: '需要场地。' };
      const pool = poolOf({ results: [result], carriers: [{ ...CELLS, description }] });
      return pool.explain('flow', 'cells', 'transfer').limits.map(({ code }) => code);
    };
    expect(codes('液流电池电解液', '软包电芯试制，不碰液流。')).toContain('refusal');
    expect(codes('医疗机构电解液', '软包电芯试制，不做医疗件。')).not.toContain('refusal');
    expect(codes('聚合物电解液', '软包电芯试制，不接受聚合。')).not.toContain('refusal');
  });

  it('is turned away by another thing of the kind: 液流电池电堆 of 液流电池单堆', () => {
    const codes = (title: string, description: string, abstract = FLOW.abstract) =>
      poolOf({ results: [{ ...FLOW, title, abstract }], carriers: [{ ...CELLS, description }] })
        .explain('flow', 'cells', 'transfer')
        .limits.map(({ code }) => code);
    expect(codes(FLOW.title, '电芯试制，不做液流电池电堆。')).toContain('refusal');
    expect(codes(FLOW.title, '电芯试制，不做液流电池水池。')).not.toContain('refusal');
    expect(codes('铁铬液流电池隔膜', '电芯试制，不做液流电池电堆。', '完成隔膜。')).not.toContain('refusal');
    const cathode = '钠离子电池正极材料，正极材料的合成。';
    expect(codes('钠离子电池正极材料', '不做钠离子电池负极材料。', cathode)).not.toContain('refusal');
    expect(codes('锂离子电池隔膜', '不做锂离子电池回收。', '隔膜吸收电解液。')).not.toContain('refusal');
  });

  it('may be about the waste of it or, where the whole is refused, about a part: 电镀废水, 无人机电机', () => {
    const codes = (title: string, description: string, needs = '需要场地。') =>
      poolOf({
        results: [{ ...FLOW, title, abstract: '已完成试验，电镀园区运行稳定，无人机试飞。', needs }],
        carriers: [{ ...CELLS, description }],
      })
        .explain('flow', 'cells', 'transfer')
        .limits.map(({ code }) => code);
    expect(codes('电镀废水处理膜', '水处理设备。不做电镀。')).not.toContain('refusal');
    expect(codes('电镀园区废水处理膜', '水处理设备。不做电镀。', '需要电镀企业的场地。')).not.toContain(
      'refusal',
    );
    expect(codes('电镀废水处理膜', '水处理设备。不接电镀废水。')).toContain('refusal');
    expect(codes('三价铬电镀液与电镀废水', '水处理设备。不做电镀。')).toContain('refusal');
    expect(codes('无人机电机', '电机试制。不做无人机整机。')).not.toContain('refusal');
    expect(codes('六旋翼植保无人机', '电机试制。不做无人机整机。')).toContain('refusal');
    expect(codes('无人机电机', '试制。不做无人机。')).toContain('refusal');
    expect(codes('无人机研制', '电机试制。不做无人机整机。')).toContain('refusal');
    expect(codes('无人机飞控', '电机试制。不做无人机整机。', '无人机整机试制。')).toContain('refusal');
    const plating = {
      title: 'Treatment of electroplating wastewater',
      abstract: 'Membranes.',
      needs: 'Plant.',
    };
    const english = (description: string) =>
      poolOf({
        results: [{ ...FLOW, ...plating }],
        carriers: [{ id: 'cells', name: 'Water works', description }],
      })
        .explain('flow', 'cells', 'transfer')
        .limits.map(({ code }) => code);
    expect(english('Water. No electroplating.')).not.toContain('refusal');
    expect(english('Water. No electroplating wastewater.')).toContain('refusal');
  });

  it('may name it where it declines it: 电解液 as an aside refuses nothing', () => {
    const aside = {
      ...FLOW,
      title: '锂电池软包电芯低温电解液',
      needs: '试制软包电芯200只。',
      abstract: '与液流体系不同。',
    };
    const match = poolOf({ results: [aside], carriers: [CELLS] }).explain('flow', 'cells', 'transfer');
    expect(match.limits.map(({ code }) => code)).not.toContain('refusal');
  });
});

describe('how a refusal is told', () => {
  const told = (result: { title: string }, words: Partial<CarrierInput>) =>
    poolOf({ results: [{ id: 'r', ...result }], carriers: [{ id: 'c', name: '某平台', ...words }] })
      .explain('r', 'c', 'transfer')
      .limits.find(({ code }) => code === 'refusal');

  it('is as the carrier writes it, not as words are indexed', () => {
    const robot = told({ title: 'Underwater robots' }, { description: 'Assembly. No underwater robots.' });
    expect(robot?.why.en).toBe('the carrier says “No underwater robots”');
    expect(robot?.evidence[0]?.about).toBe('underwater robots');
  });

  it('names the subject where the clause that refuses does not, and the limits where they only list', () => {
    expect(told({ title: '农机底盘' }, { description: '整车装配。农机、微型车，一概不接。' })?.why.zh).toBe(
      '载体已写明“一概不接”，其中包括“农机”',
    );
    expect(told({ title: '煤油发动机' }, { limits: '载人航空器、煤油发动机' })?.why.zh).toBe(
      '载体在限制条件中写明“载人航空器、煤油发动机”',
    );
  });

  it('is why nobody fits, also where the result is mainly of a field outside', () => {
    const pool = poolOf({ results: [FLOW], carriers: [CELLS] });
    expect(pool.carriersFor('flow', 'transfer', 3).noFit).toMatchObject({
      reason: 'limits',
      why: { zh: '最接近的载体受限：载体已写明“液流电池不接”' },
    });
  });
});

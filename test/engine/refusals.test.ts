import { describe, expect, it } from 'vitest';
import type { CarrierInput } from '../../src/domain/carrier.ts';
import { poolOf, readCarrier } from './given.ts';

/** The subjects that a carrier with these words turns away. */
function refusedBy(words: Partial<CarrierInput>): string[] {
  const { refusals = [] } = readCarrier({ name: '某平台', ...words }).analysis;
  return refusals.map(({ terms }) => terms.join('+'));
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

  it('is what a bare field of limits lists, and nothing where it says what is taken', () => {
    expect(refusedBy({ limits: '载人航空器、煤油发动机' }).length).toBeGreaterThan(0);
    expect(refusedBy({ limits: '仅限医疗器械' })).toEqual([]);
  });

  it('is no subject where it is qualified, a fee, or what those lack that are welcome', () => {
    expect(refusedBy({ limits: '3.5 t以下车辆不接，非防爆产品不接' })).toEqual([]);
    expect(refusedBy({ description: '前两年不收租金。' })).toEqual([]);
    expect(refusedBy({ description: '欢迎没有样件的团队。' })).toEqual([]);
  });

  it('is no evidence that it fits', () => {
    const { terms } = readCarrier({
      name: '某平台',
      description: '数字芯片设计，晶圆划片请另找地方。',
    }).analysis;
    const words = terms.flatMap((field) => field.terms.map(([term]) => term));
    expect(words).toContain('芯片');
    expect(words).not.toContain('划片');
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

describe('a result that is about it', () => {
  it('is not sent there, and is told in whose words', () => {
    const refused = poolOf({ results: [FLOW], carriers: [CELLS] }).explain('flow', 'cells', 'transfer');
    expect(refused.verdict).not.toBe('recommended');
    expect(refused.summary.zh).toContain('液流电池不接');
    const taken = poolOf({ results: [FLOW], carriers: [BOTH] }).explain('flow', 'both', 'transfer');
    expect(taken.verdict).toBe('recommended');
  });

  it('has the same verdict from either side, and from a stored pool', () => {
    const pool = poolOf({ results: [FLOW], carriers: [CELLS, BOTH] });
    const verdicts = Object.fromEntries(
      pool.rankCarriers('flow', 'transfer').map(({ id, verdict }) => [id, verdict]),
    );
    expect(verdicts).toMatchObject({ both: 'recommended' });
    expect(verdicts['cells']).not.toBe('recommended');
    for (const id of ['cells', 'both'])
      expect(pool.rankResults(id, 'transfer')[0]!.verdict).toBe(verdicts[id]);
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

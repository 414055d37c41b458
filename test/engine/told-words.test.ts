import { describe, expect, it } from 'vitest';
import type { CarrierInput } from '../../src/domain/carrier.ts';
import type { ResearchResultInput } from '../../src/domain/research-result.ts';
import { CARRIERS, RESULTS } from './district.ts';
import { poolOf } from './given.ts';

/** The sentence of a pair on a background of the district. */
function told(result: ResearchResultInput, carrier: Omit<CarrierInput, 'name'>): string {
  const pool = poolOf({
    results: [...RESULTS, { ...result, id: 'asked' }],
    carriers: [...CARRIERS, { name: '某平台', ...carrier, id: 'asking' }],
  });
  return pool.explain('asked', 'asking', 'transfer').summary.zh;
}

describe('the words of a sentence', () => {
  it('quote of an ask for two things the one that is spoken of: 可靠性考核|和|小批试制', () => {
    const zh = told(
      { title: '毫米波雷达', needs: '需要可靠性考核和小批试制。', sectors: ['ICV'] },
      { description: '面向汽车。', sectors: ['ICV'], capabilities: '检验检测：整机可靠性考核（自有）' },
    );
    expect(zh).toContain('成果所需“可靠性考核”可由载体“整机可靠性考核”承接');
    expect(zh).toContain('未见所需的中试熟化（“小批试制”）');
  });

  it('keep an ask whole whose parts are no asks by themselves: 片材和管材共挤中试', () => {
    const zh = told(
      { title: '阻隔材料', needs: '需要片材和管材共挤中试。', sectors: ['MAT'] },
      { description: '面向新材料。', sectors: ['MAT'], capabilities: '中试熟化：管材共挤线一条（自有）' },
    );
    expect(zh).toContain('“片材和管材共挤中试”');
  });

  it('ask no question of a kind where both write the same: 第三方报告', () => {
    const zh = told(
      { title: '高强铝合金', needs: '需要第三方报告。', sectors: ['MAT'] },
      { description: '面向新材料。', sectors: ['MAT'], capabilities: '检验检测：第三方报告（自有）' },
    );
    expect(zh).toContain('成果所需的“第三方报告”载体写明具备');
    expect(zh).not.toContain('同为');
  });

  it('see no answer in one word, however long: 体外诊断', () => {
    const zh = told(
      { title: '肝癌辅助诊断', needs: '有人带我们走体外诊断试剂的报批流程。', sectors: ['BIO'] },
      { description: '体外诊断的团队聚集于此。', sectors: ['BIO'] },
    );
    expect(zh).toContain('体外诊断');
    expect(zh).not.toContain('对应');
  });

  it('tell a word that no dictionary knows: 撬装', () => {
    const zh = told({ title: '小型撬装氨分解', abstract: '整体撬装。' }, { description: '提供撬装。' });
    expect(zh).toContain('“撬装”');
    expect(told({ title: '机械装配技艺' }, { description: '提供服装配饰。' })).not.toContain('“装配”');
  });

  it('leave out what stands inside another: 传感 beside 传感器', () => {
    const zh = told(
      { title: '光纤传感与压力传感器', abstract: '传感原理，传感器标定。' },
      { description: '传感与传感器的试制，传感器封装。' },
    );
    expect(zh).toContain('“传感器”');
    expect(zh).not.toContain('“传感”');
  });

  it('make nothing of what is in everybody’s mouth: 左右', () => {
    const zh = told(
      { title: '射频合成', abstract: '噪声在三分贝左右。' },
      { description: '面积五百平方米左右。' },
    );
    expect(zh).not.toMatch(/双方(?:只)?在“左右”上相通/u);
  });
});

describe('why nobody fits', () => {
  it('tells of the nearest carrier alone what it does not say that it has', () => {
    const { noFit } = poolOf({
      results: [...RESULTS, { id: 'asked', title: '网络协议形式化验证', needs: '需要融资和动物实验。' }],
      carriers: CARRIERS,
    }).carriersFor('asked', 'transfer', 3);
    expect(noFit?.why.zh).toMatch(/最接近的(?:载体|一家也)未写明所需能力：科技金融$/u);
  });
});

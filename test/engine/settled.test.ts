import { beforeAll, describe, expect, it } from 'vitest';
import type { Modality } from '../../src/domain/analysis.ts';
import { ResearchResultSchema } from '../../src/domain/research-result.ts';
import { createEngine } from '../../src/engine/create-engine.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { loadProfile } from '../../src/exchange/index.ts';

let engine: Engine;

beforeAll(async () => {
  engine = createEngine(await loadProfile());
});

function said(needs: string, modality: Modality): string[] {
  const { capabilities } = engine.analyseResult(ResearchResultSchema.parse({ title: '一种材料', needs }));
  return [...new Set(capabilities.filter((m) => m.modality === modality).map(({ code }) => code))].sort();
}

describe('a denial governs all that is listed with it', () => {
  it.each([
    ['项目不需要资金、场地及人才方面的支持。', ['C10', 'C12', 'C18']],
    ['资金、场地均不需要。', ['C10', 'C12']],
    ['是否需要中试：否。', ['C04']],
    ['无融资、场地方面的需求。', ['C10', 'C12']],
    ['No pilot work is required.', ['C04']],
    ['资金靠集团解决。', ['C10']],
    ['请勿推荐中试基地。', ['C04']],
  ])('%s', (needs, codes) => {
    expect(said(needs, 'denied')).toEqual(codes);
    expect(said(needs, 'asked')).toEqual([]);
  });
});

describe('what is done is not asked for', () => {
  it.each([
    ['小试、中试均已完成。', ['C03', 'C04']],
    ['融资已到位，场地已落实。', ['C10', 'C12']],
    ['场地、资金到位。', ['C10', 'C12']],
    ['是否已完成中试：是。', ['C04']],
    ['Scale-up has been done twice.', ['C04']],
  ])('%s', (needs, codes) => {
    expect(said(needs, 'done')).toEqual(codes);
    expect(said(needs, 'asked')).toEqual([]);
  });

  it('and a plan, an intention or a lack is not done', () => {
    for (const needs of [
      '拟两年内完成中试。',
      '转让前须完成成果评价。',
      '已与医院达成试用意向。',
      '没有做过中试。',
    ])
      expect(said(needs, 'done')).toEqual([]);
    expect(said('没有做过中试。', 'asked')).toEqual(['C04']);
  });
});

it('of two denials the second takes the first back; what is excepted is asked', () => {
  expect(said('并非不需要资金。', 'denied')).toEqual([]);
  expect(said('并非不需要资金。', 'asked')).toEqual(['C10']);
  expect(said('除场地外，其他条件均已落实。', 'asked')).toEqual(['C12']);
});

it('what the thing itself does without, nobody declines', () => {
  expect(said('该方法不需要昂贵的检测设备。', 'denied')).toEqual([]);
});

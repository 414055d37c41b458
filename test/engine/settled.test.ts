import { describe, expect, it } from 'vitest';
import type { Modality } from '../../src/domain/analysis.ts';
import { CarrierSchema } from '../../src/domain/carrier.ts';
import { ResearchResultSchema } from '../../src/domain/research-result.ts';
import { ENGINE } from './given.ts';

function said(needs: string, modality: Modality): string[] {
  const { capabilities } = ENGINE.analyseResult(ResearchResultSchema.parse({ title: '一种材料', needs }));
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

it('a mark that only begins an item ticks nothing', () => {
  expect(said('特点：√检测速度快 √无需场地改造。系统包括：■数据采集 ■人才管理。', 'asked')).toEqual([]);
});

it('what the thing itself does without, nobody declines', () => {
  expect(said('该方法不需要昂贵的检测设备。', 'denied')).toEqual([]);
});

describe('a form asks for what is ticked and for what is listed behind its headings', () => {
  it.each([
    ['合作方式：（√）联合开发（ ）技术转让（√）中试', ['C01', 'C04'], ['C07', 'C08']],
    ['□技术转让 ☑合作开发', ['C01'], ['C07']],
    ['☑ funding ☐ premises ☑ pilot production', ['C04', 'C10'], ['C12']],
    ['需求：场地/设备/人才', ['C12', 'C18'], []],
    ['场地；资金；人才', ['C10', 'C12', 'C18'], []],
    ['一是缺场地，二是缺人，三是缺订单。', ['C12', 'C18', 'C19'], []],
  ])('%s', (needs, asked, left) => {
    expect(said(needs, 'asked')).toEqual(asked);
    expect(said(needs, 'denied').filter((code) => left.includes(code))).toEqual(left);
  });
});

describe('a carrier does not offer what its sentence denies', () => {
  it.each([
    ['可承接中试，不承接危化品、不做检测。', ['C04'], ['C05']],
    ['除检测外均可提供：研发设计、中试放大。', ['C01', 'C04'], ['C05']],
    ['检测、中试均不提供，仅提供办公工位。', ['C12'], ['C04', 'C05']],
    ['提供办公场地，目前尚不具备中试能力。', ['C12'], ['C04']],
    ['只做孵化，不投资、不放贷。', [], ['C10']],
    ['We offer desks and mentoring; no pilot plant, and financing is not offered.', ['C11', 'C12'], ['C10']],
    ['Everything except testing is done in house.', [], ['C05']],
    ['除中试外均由合作单位提供。', ['C04'], []],
  ])('%s', (description, offered, denied) => {
    const { capabilities } = ENGINE.analyseCarrier(CarrierSchema.parse({ name: '某载体', description }));
    const codes = (of: Modality) => new Set(capabilities.filter((m) => m.modality === of).map((m) => m.code));
    for (const code of offered) expect(codes('offered'), code).toContain(code);
    for (const code of denied) {
      expect(codes('denied'), code).toContain(code);
      expect(codes('offered'), code).not.toContain(code);
    }
  });

  it.each([
    ['没有厂房的企业可租用本园标准厂房。', ['C12']],
    ['无中试经验的团队也可入驻。', ['C04', 'C12', 'C18']],
    ['为没有实验室的初创企业提供中试场地。', ['C04']],
    ['前三年不收场地费，提供中试设备。', ['C04', 'C12']],
    ['不参与投资决策，提供融资对接。', ['C10']],
    ['Open to companies with no testing facilities of their own.', ['C05']],
  ])('%s denies what those lack who come, or what it costs, to nobody', (description, codes) => {
    const { capabilities } = ENGINE.analyseCarrier(CarrierSchema.parse({ name: '某载体', description }));
    const denied = capabilities.filter(({ modality }) => modality === 'denied').map(({ code }) => code);
    expect(denied.filter((code) => codes.includes(code))).toEqual([]);
  });

  it('and nothing but the exception where all else is refused', () => {
    const { capabilities } = ENGINE.analyseCarrier(
      CarrierSchema.parse({ name: '某载体', limits: '除中试外不接受其他项目。' }),
    );
    expect(capabilities.map(({ code, modality }) => [code, modality])).toEqual([['C04', 'offered']]);
  });

  it('what is left as the only thing in a claim of a partner stays the partner’s', () => {
    const { capabilities } = ENGINE.analyseCarrier(
      CarrierSchema.parse({
        name: '某载体',
        capabilities: [{ code: 'C12', detail: '除基金外不接受其他项目。', provider: 'partner' }],
      }),
    );
    expect(capabilities.filter(({ code }) => code === 'C10')).toMatchObject([
      { modality: 'offered', provider: 'partner' },
    ]);
  });
});

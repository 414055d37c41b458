import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStageBand, readTrl } from '../../src/domain/reading/trl.ts';

/** `low-high`, or the answer itself where there is no range. */
function shown(range: ReturnType<typeof readTrl>): string | null | undefined {
  return range && `${range.low}-${range.high}`;
}

describe('a declared level', () => {
  it.each([
    ['6', '6-6'],
    ['６级', '6-6'],
    ['TRL6', '6-6'],
    ['trl: 7', '7-7'],
    ['3.0', '3-3'],
    ['TRL 5-6', '5-6'],
    ['5～6级', '5-6'],
    ['TRL5至TRL6', '5-6'],
    ['TRL 6-4', '4-6'],
    ['五级', '5-5'],
    ['五至六级', '5-6'],
    ['技术成熟度：6', '6-6'],
    ['6 to 7', '6-7'],
  ])('%s', (text, expected) => {
    expect(shown(readTrl(text))).toBe(expected);
  });

  it.each(['TRL 12', '0', '10级', '5-12'])('an impossible one is reported: %s', (text) => {
    expect(readTrl(text)).toBeNull();
  });

  it.each(['', '/', '面议', '暂无', '小试', '2023年', '完成3项'])('none: %j', (text) => {
    expect(readTrl(text)).toBeUndefined();
  });

  it('every level and every range of levels, in any of the usual signs', () => {
    const level = fc.integer({ min: 1, max: 9 });
    const sign = fc.constantFrom('-', '–', '~', '～', '至', '到', '/', '、');
    fc.assert(
      fc.property(level, level, sign, fc.boolean(), (a, b, between, named) => {
        expect(readTrl(`${named ? 'TRL ' : ''}${a}${between}${b}级`)).toEqual({
          low: Math.min(a, b),
          high: Math.max(a, b),
        });
      }),
    );
  });

  it('any text gives a level from 1 to 9, null or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const range = readTrl(text);
        if (range) expect(range.low >= 1 && range.low <= range.high && range.high <= 9).toBe(true);
      }),
    );
  });
});

describe('words of the stage', () => {
  it.each([
    ['初期阶段', '1-4'],
    ['中期阶段', '5-7'],
    ['成熟应用阶段', '8-9'],
    ['概念验证', '3-4'],
    ['小试', '3-5'],
    ['完成小试', '4-5'],
    ['中试', '5-7'],
    ['已完成中试', '6-7'],
    ['小试→中试', '3-7'],
    ['小规模生产', '7-8'],
    ['规模化生产', '9-9'],
    ['基础研究', '1-2'],
    ['prototype', '4-6'],
  ])('%s', (text, expected) => {
    expect(shown(readStageBand(text))).toBe(expected);
  });

  it('no word of a stage is no stage', () => {
    for (const text of ['', '面议', '转让中', 'n/a']) expect(readStageBand(text)).toBeUndefined();
  });

  it('a small lot is no mass production', () => {
    expect(readStageBand('小批量生产')).toEqual(readStageBand('小批量试制'));
  });

  it.each([
    ['尚未完成中试', '完成中试'],
    ['未量产', '量产'],
  ])('%s is not %s', (text, reached) => {
    expect(readStageBand(text)?.high ?? 0).toBeLessThan(readStageBand(reached)?.high ?? 0);
  });

  it.each([
    ['尚未完成中试', '完成小试'],
    ['待中试', '完成小试'],
    ['拟开展吨级中试', '完成小试'],
    ['不具备中试条件', '完成小试'],
    ['小试已完成，待中试', '完成小试'],
    ['小试完成，待中试和产业化', '完成小试'],
    ['中试完成，未量产', '完成中试'],
  ])('what is ahead is not reached: %s', (text, same) => {
    expect(readStageBand(text)).toEqual(readStageBand(same));
  });

  it('a stage ahead that tells nothing of the one before is no stage', () => {
    for (const text of ['未量产', '待产业化', '尚未完成小试', '拟推广应用'])
      expect(readStageBand(text), text).toBeUndefined();
  });

  it('words that only hold such a sign say nothing of it', () => {
    expect(readStageBand('虚拟样机')).toEqual(readStageBand('样机'));
    expect(readStageBand('不锈钢部件中试')).toEqual(readStageBand('中试'));
  });

  it.each([
    ['小试已完成', '完成小试'],
    ['中试已完成', '完成中试'],
    ['中试已通过', '完成中试'],
    ['中试均已完成', '完成中试'],
  ])('%s is %s', (text, same) => {
    expect(readStageBand(text)).toEqual(readStageBand(same));
  });

  it('小试-中试 spans both like 小试→中试', () => {
    for (const text of ['小试-中试', '小试 - 中试', '小试–中试', '小试－中试'])
      expect(readStageBand(text), text).toEqual(readStageBand('小试→中试'));
    expect(readStageBand('pilot-scale prototype')).toEqual(readStageBand('pilot'));
  });

  it('a market survey is no mature product', () => {
    for (const text of ['market survey', 'market research', 'in the market survey', 'supermarket'])
      expect(readStageBand(text), text).toBeUndefined();
    for (const text of ['on the market', 'marketed since 2020', 'market-ready'])
      expect(shown(readStageBand(text)), text).toBe('8-9');
  });
});

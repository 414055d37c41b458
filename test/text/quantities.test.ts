import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/text/fold.ts';
import { findQuantities } from '../../src/text/quantities.ts';

/** Quantities as `kind low-high`, or `kind value`. */
function quantities(original: string): string[] {
  return findQuantities(foldText(original).text).map(
    ({ kind, low, high }) => `${kind} ${low === high ? low : `${low}-${high}`}`,
  );
}

describe('quantities in running text', () => {
  it.each([
    ['需要厂房1500平方米', ['area_m2 1500']],
    ['厂房１５００㎡', ['area_m2 1500']],
    ['1,500 square metres of plant', ['area_m2 1500']],
    ['1.2万㎡', ['area_m2 12000']],
    ['1500~2000平方米', ['area_m2 1500-2000']],
    ['500至800平方米', ['area_m2 500-800']],
    ['800-500平方米', ['area_m2 500-800']],
    ['试产五百台', ['units 500']],
    ['500 units', ['units 500']],
    ['200 L', ['volume_l 200']],
    ['50毫升', ['volume_l 0.05']],
    ['百公斤级', ['mass_kg 100']],
    ['5～10吨', ['mass_kg 5000-10000']],
    ['0.5吨', ['mass_kg 500']],
    ['融资3000万元', ['money_wan 3000']],
    ['五百万元', ['money_wan 500']],
    ['1.5亿元', ['money_wan 15000']],
    ['300000元', ['money_wan 30']],
  ])('%s', (text, expected) => {
    expect(quantities(text)).toEqual(expected);
  });

  it('10亩 is some 6667 square metres', () => {
    expect(findQuantities('10亩')[0]?.low).toBeCloseTo(6666.67, 1);
  });

  it('are not made from other words', () => {
    for (const text of [
      '三元锂电池',
      '一套系统',
      '多台',
      '克隆抗体',
      '200 lines of code',
      '300 groups',
      '第五代',
      '3层楼',
      'TRL 6',
      '',
    ])
      expect(quantities(text)).toEqual([]);
  });

  it.each([
    ['一千二百平方米', ['area_m2 1200']],
    ['三百五十台', ['units 350']],
    ['一百二十平方米', ['area_m2 120']],
    ['十五台', ['units 15']],
    ['一百零五台', ['units 105']],
    ['一万二千平方米', ['area_m2 12000']],
    ['十五万元', ['money_wan 15']],
    ['一亿二千万元', ['money_wan 12000']],
    ['三百至五百万元', ['money_wan 300-500']],
    ['两千多平方米', ['area_m2 2000']],
    ['几十台', ['units 30']],
    ['十几台', ['units 13']],
    ['一百二十千克', ['mass_kg 120']],
    ['百千克级', ['mass_kg 100']],
    ['万吨级', ['mass_kg 10000000']],
  ])('Chinese numbers of several parts: %s', (text, expected) => {
    expect(quantities(text)).toEqual(expected);
  });

  it.each([
    ['1500 sqm', ['area_m2 1500']],
    ['1500余平方米', ['area_m2 1500']],
    ['20 litres', ['volume_l 20']],
    ['5 to 10 liters', ['volume_l 5-10']],
    ['30余万元', ['money_wan 30']],
    ['5千万元', ['money_wan 5000']],
    ['3万-5万元', ['money_wan 3-5']],
  ])('common ways of writing: %s', (text, expected) => {
    expect(quantities(text)).toEqual(expected);
  });

  it('of any text are ordered ranges of finite numbers, at their offsets', () => {
    const piece = fc.constantFrom(
      '1',
      '20',
      '300',
      '.',
      ',',
      '-',
      '~',
      '至',
      '五',
      '百',
      '千',
      '万',
      '亿',
      '平方米',
      'm2',
      '元',
      '吨',
      '台',
      'l',
      'kg',
      ' ',
      '需',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const { text } = foldText(pieces.join(''));
        for (const { low, high, start, end } of findQuantities(text)) {
          expect(Number.isFinite(high)).toBe(true);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(low).toBeLessThanOrEqual(high);
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 500 },
    );
  });
});

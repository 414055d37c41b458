import { describe, expect, it } from 'vitest';
import { patternOf } from '../../src/domain/phrase-pattern.ts';
import { loadProfile } from '../../src/exchange/index.ts';
import { unsearched } from '../../src/text/concordance.ts';
import { createPatternSet } from '../../src/text/patterns/pattern-set.ts';
import { requiredLiterals } from '../../src/text/patterns/required-literals.ts';

const profile = await loadProfile();
const PATTERNS = profile.capabilities.flatMap(({ patterns, names, ask, offer, lookalike }) => [
  ...[...patterns.zh, ...patterns.en].map((source) => new RegExp(source, 'gu')),
  ...[names, ask, offer, lookalike].flatMap(({ zh, en }) =>
    [...zh, ...en].map(patternOf).filter((pattern) => pattern !== undefined),
  ),
]);

/** What trying every pattern on the text finds. */
function tried(patterns: readonly RegExp[], text: string): string[] {
  return patterns.flatMap((pattern, number) =>
    [...text.matchAll(pattern)]
      .filter((match) => match[0] !== '')
      .map((match) => `${number}:${match.index}-${match.index + match[0].length}`),
  );
}

function found(patterns: readonly RegExp[], text: string): string[] {
  return createPatternSet(patterns)
    .find(unsearched(text))
    .map(({ pattern, start, end }) => `${pattern}:${start}-${end}`);
}

/** Numbers from 0 to below `limit`, the same in each run. */
function drawing(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % limit;
  };
}

describe('many patterns over one text', () => {
  it('finds what trying all of them finds, in texts made of their own words', () => {
    const set = createPatternSet(PATTERNS);
    const draw = drawing(7);
    const words = PATTERNS.flatMap(requiredLiterals).flatMap((path) =>
      path.flatMap(({ strings }) => strings),
    );
    const between = ['', '的', ',', '已', ' ', '12', 'kg', 'the ', '。', '一套', '-'];
    let matches = 0;
    for (let i = 0; i < 300; i++) {
      const text = Array.from(
        { length: 40 },
        () => words[draw(words.length)]! + between[draw(between.length)]!,
      ).join('');
      const expected = tried(PATTERNS, text);
      matches += expected.length;
      expect(
        set.find(unsearched(text)).map(({ pattern, start, end }) => `${pattern}:${start}-${end}`),
      ).toEqual(expected);
    }
    expect(matches).toBeGreaterThan(300);
  });

  it.each([
    ['a|b', 'xaybz'],
    ['(?:中试|小试)[^,]{0,3}放大', '先小试,再中试后放大,中试和再放大'],
    ['(?:甲)?乙', '乙甲乙'],
    ['[一二三]{1,2}(?:台|套)', '三套十二台'],
    ['(?<=找)厂(?!房)', '找厂找厂房厂'],
    ['x*', 'axxb'],
    ['(?:a{2}|b{2,})c', 'aac bbbc abc'],
    [String.raw`\d+\s?kg\b`, '12 kg 3kg 4kgs'],
    [String.raw`(?<unit>吨|公斤)级\k<unit>`, '吨级吨 吨级公斤'],
    [String.raw`\u4e2d\x41[\]\-x]`, '中A]中A-中Ax中Ay'],
    ['[^a]b|c.d', 'ab xb cod'],
    [String.raw`\p{Script=Han}+a`, '中文a'],
    ['𠮷(?:a|b)', '𠮷a𠮷b𠮷c'],
    ['找.{0,2}厂', '找𠮷𠮷厂找来找去的厂'],
    [String.raw`(?<who>[甲乙]{3})找\k<who>厂`, '甲乙乙找甲乙乙厂'],
    ['(?:人民)?医院.{0,1}房|医院房', '医院人民医院的房'],
  ])('%s', (source, text) => {
    const pattern = new RegExp(source, 'gu');
    const expected = tried([pattern], text);
    expect(expected.length).toBeGreaterThan(0);
    expect(found([pattern], text)).toEqual(expected);
  });

  it('knows the strings that a pattern cannot do without', () => {
    expect(requiredLiterals(/(?:做|作)过?(?:中试|小试)[^,]{0,3}放大/gu)).toEqual([
      [
        {
          strings: ['做中试', '做小试', '做过中试', '做过小试', '作中试', '作小试', '作过中试', '作过小试'],
          within: 1,
        },
        { strings: ['放大'], within: 3 + 1 },
      ],
    ]);
    expect(requiredLiterals(/找…|[^x]求/gu)).toEqual([
      [{ strings: ['找…'], within: 0 }],
      [{ strings: ['求'], within: 1 }],
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, foldWord, originalRange } from '../../src/text/fold.ts';

/** The original words that stand behind a stretch of the folded text. */
function cut(original: string, stretch: string): string {
  const folded = foldText(original);
  const start = folded.text.indexOf(stretch);
  expect(start, `"${stretch}" in "${folded.text}"`).toBeGreaterThanOrEqual(0);
  const range = originalRange(folded, start, start + stretch.length);
  return original.slice(range.start, range.end);
}

describe('folding', () => {
  it.each([
    ['full-width letters and digits', 'ＰＤ－Ｌ１　１２００', 'pd-l1 1200'],
    ['compatibility forms', '㎡ ㎏ ① ﬁ', 'm2 kg 1 fi'],
    ['case', 'CAR-T 与 mRNA', 'car-t 与 mrna'],
    ['a blank between Han characters', '中 试 放 大', '中试放大'],
    ['a run of blanks between Han characters', '中   试', '中试'],
    ['not the blank between words, nor beside Latin', 'pilot line 与 GMP 车间', 'pilot line 与 gmp 车间'],
    ['not a line break: it ends a clause', '需要\n中试', '需要\n中试'],
    ['nor one between blanks', '需要 \n 中试', '需要 \n 中试'],
    ['a line break in any spelling is one', '需要\r中试\r\n场地\u2028设备', '需要\n中试\n场地\n设备'],
    ['Chinese punctuation', '小试，中试；（量产）', '小试,中试;(量产)'],
  ])('%s', (_what, original, folded) => {
    expect(foldText(original).text).toBe(folded);
  });

  it('a word of the vocabulary is folded like the text', () => {
    expect(foldWord(' ＣＡＲ－Ｔ ')).toBe('car-t');
    expect(foldText('使用ＣＡＲ－Ｔ细胞').text).toContain(foldWord('CAR-T'));
  });

  it.each([
    ['two ideographic blanks', '中　　试'],
    ['two no-break blanks', '中\u00a0\u00a0试'],
    ['mixed blanks', '中 \t试'],
  ])('%s between Han characters', (_what, original) => {
    expect(foldText(original).text).toBe('中试');
  });

  it('a letter with a combining accent is the accented letter', () => {
    expect(foldText('cafe\u0301').text).toBe('caf\u00e9');
    expect(cut('cafe\u0301s', '\u00e9')).toBe('e\u0301');
  });
});

describe('the way back', () => {
  it('cuts the words as they stand in the original', () => {
    expect(cut('需要１２００㎡厂房', '1200m2')).toBe('１２００㎡');
    expect(cut('急需 中 试 放 大 。', '中试放大')).toBe('中 试 放 大');
    expect(cut('😀已完成😀小试', '小试')).toBe('小试');
    expect(cut('抗ＰＤ－Ｌ１抗体', 'pd-l1')).toBe('ＰＤ－Ｌ１');
    expect(cut('cafe\u0301 line', 'line')).toBe('line');
  });

  it('never cuts a character in two: part of ㎡ or of an emoji is the whole of it', () => {
    expect(cut('共５㎡', 'm')).toBe('㎡');
    const emoji = foldText('a😀b');
    expect(originalRange(emoji, 1, 2)).toEqual({ start: 1, end: 3 });
  });

  it('of nothing is nothing, at its place', () => {
    expect(originalRange(foldText('中试'), 1, 1)).toEqual({ start: 1, end: 1 });
    expect(originalRange(foldText(''), 0, 0)).toEqual({ start: 0, end: 0 });
    expect(originalRange(foldText('中试'), 2, 2)).toEqual({ start: 2, end: 2 });
  });
});

/** Strings of what stands in real cells, and of anything at all. */
const cell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom(
      '中',
      '试',
      '大',
      ' ',
      '　',
      '\t',
      '\n',
      '\r',
      '\u00a0',
      '㊥',
      'ｶ',
      'ﾞ',
      'Ϋ',
      '\u0301',
      'Ａ',
      '㎡',
      '１',
      '，',
      'é',
      'e\u0301',
      '😀',
      '𠮷',
      'ﬁ',
      'İ',
      'x',
      '.',
    ),
    maxLength: 20,
  }),
);
const stretch = fc.tuple(cell, fc.nat(), fc.nat()).map(([original, a, b]) => {
  const folded = foldText(original);
  // a stretch begins and ends where characters of the original do
  const edges = [...Array(folded.text.length + 1).keys()].filter(
    (i) => i === 0 || folded.starts[i] !== folded.starts[i - 1],
  );
  const [start, end] = [edges[a % edges.length]!, edges[b % edges.length]!].sort((x, y) => x - y);
  return { original, folded, start: start!, end: end! };
});

describe('for any string', () => {
  it('what is cut from the original folds to the stretch, blanks aside', () => {
    const unspaced = (text: string) => text.replace(/\s/gu, '');
    fc.assert(
      fc.property(stretch, ({ original, folded, start, end }) => {
        const range = originalRange(folded, start, end);
        const again = foldText(original.slice(range.start, range.end)).text;
        expect(unspaced(again)).toBe(unspaced(folded.text.slice(start, end)));
      }),
      { numRuns: 1_000 },
    );
  });

  it('offsets lie in the original, never fall, and never split a surrogate pair', () => {
    fc.assert(
      fc.property(stretch, ({ original, folded }) => {
        expect(folded.starts).toHaveLength(folded.text.length + 1);
        for (let i = 0; i < folded.text.length; i++) {
          const { start, end } = originalRange(folded, i, i + 1);
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(original.length);
          expect(start).toBeLessThanOrEqual(folded.starts[i + 1]!);
          expect(original.slice(start, end)).not.toMatch(/^[\uDC00-\uDFFF]./u);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('folding what is folded changes nothing', () => {
    fc.assert(
      fc.property(cell, (original) => {
        const once = foldText(original).text;
        expect(foldText(once).text).toBe(once);
      }),
      { numRuns: 500 },
    );
  });
});

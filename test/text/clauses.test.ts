import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitClauses } from '../../src/text/clauses.ts';
import { foldText } from '../../src/text/fold.ts';

/** Clauses as `sentence:words`. */
function clauses(original: string): string[] {
  const { text } = foldText(original);
  return splitClauses(text).map(({ start, end, sentence }) => `${sentence}:${text.slice(start, end).trim()}`);
}

describe('clauses and sentences', () => {
  it.each([
    [
      'a comma ends a clause, 。 and ； end a sentence',
      '小试已完成，待中试。需检测；不需场地',
      ['0:小试已完成,', '0:待中试。', '1:需检测;', '2:不需场地'],
    ],
    ['a line break ends a sentence', '已完成小试\n需要中试', ['0:已完成小试', '1:需要中试']],
    ['so do ! and ?', '中试！检测？场地', ['0:中试!', '1:检测?', '2:场地']],
    ['a colon ends a clause', '需求：中试', ['0:需求:', '0:中试']],
    ['decimals and thousands do not', '精度0.5mm，共1,200台。', ['0:精度0.5mm,', '0:共1,200台。']],
    [
      'a full stop before a blank ends a sentence',
      'Tested. We need a pilot line.',
      ['0:tested.', '1:we need a pilot line.'],
    ],
    [
      'one inside e.g., i.e. and U.S. does not',
      'Metals, e.g. steel and U.S. patents.',
      ['0:metals,', '0:e.g. steel and u.s. patents.'],
    ],
    [
      'one after a title does not',
      'Contact Dr. Li. Seeking a pilot line.',
      ['0:contact dr. li.', '1:seeking a pilot line.'],
    ],
    ['one before Han characters does', '已完成小试.需要中试', ['0:已完成小试.', '1:需要中试']],
    ['但 and but open a clause without a comma', '无需中试但需要检测', ['0:无需中试', '0:但需要检测']],
    ['in English too', 'no pilot but testing', ['0:no pilot', '0:but testing']],
  ])('%s', (_what, text, expected) => {
    expect(clauses(text)).toEqual(expected);
  });

  it('are none where there is no text', () => {
    for (const text of ['', '  ', '\n\n']) expect(clauses(text)).toEqual([]);
  });

  it('of any text follow one another, each within one sentence, and lose no word', () => {
    const piece = fc.constantFrom(
      '中试',
      'pilot',
      '0.5',
      '，',
      '。',
      ',',
      '.',
      ' ',
      '\n',
      '；',
      ':',
      '但',
      'but ',
      'e.g. ',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const { text } = foldText(pieces.join(''));
        const list = splitClauses(text);
        let end = 0;
        let sentence = 0;
        let kept = '';
        for (const clause of list) {
          expect(clause.start).toBeGreaterThanOrEqual(end);
          expect(clause.end).toBeGreaterThan(clause.start);
          expect(clause.sentence).toBeGreaterThanOrEqual(sentence);
          ({ end, sentence } = clause);
          kept += text.slice(clause.start, clause.end);
        }
        expect(kept.replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });
});

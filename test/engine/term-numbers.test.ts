import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TermTally } from '../../src/engine/analyse/term-tally.ts';
import { TermNumbers } from '../../src/engine/model/term-numbers.ts';

const unit = fc.constantFrom('锂', '电', '池', '#', 'a', '\0', '\ud800', '\uffff');
const term = fc.string({ unit, maxLength: 5 });
const many = fc.integer({ min: 1, max: 3_000 }).map((count) =>
  Array.from({ length: count }, (_, i) => {
    const pair = String.fromCharCode(0x4e00 + (i % 97), 0x9000 + i);
    return i % 3 === 0 ? pair : `#${pair}`;
  }),
);

test('every term has the number that it was given, whatever it is made of, and others have none', () => {
  fc.assert(
    fc.property(fc.array(term, { maxLength: 200 }), many, term, (some, more, other) => {
      // the codes of \0\0 are those of an empty place
      const expected = [...new Set(['\0\0', '#\0\0', ...some, ...more])];
      const numbers = new TermNumbers();
      expected.forEach((each, number) => {
        expect(numbers.number(each, number)).toBe(number);
      });
      for (const [number, each] of expected.entries()) expect(numbers.number(each, -7)).toBe(number);
      for (const [number, each] of expected.entries()) expect(numbers.get(each)).toBe(number);
      expect(numbers.get(other)).toBe(expected.indexOf(other));
    }),
    { numRuns: 30 },
  );
});

test('a text is counted by field and weight, each character of a word once, and what was not learnt is passed over', () => {
  const tally = new TermTally();
  tally.begin();
  // 锂电池 with its part 电池: both hold 电 and 池
  const terms = [
    { term: '锂电池', count: 1, start: 0, end: 3 },
    { term: '电池', count: 0.5, start: 1, end: 3 },
  ];
  tally.learn('锂电池', terms);
  expect(tally.names).toEqual(['锂电池', '电池', '#锂', '#电', '#池']);
  expect(tally.tally()).toEqual({ numbers: [0, 1, 2, 3, 4], weights: [1, 0.5, 1, 1, 1] });

  tally.begin();
  tally.count('电池', [{ term: '电池', count: 1, start: 0, end: 2 }], 2);
  tally.count('钠电池', [{ term: '钠电池', count: 1, start: 0, end: 3 }], 0.5);
  const { numbers, weights } = tally.tally();
  expect(numbers.map((number) => tally.names[number])).toEqual(['电池', '#电', '#池']);
  // a title's 2, and of the two characters half as much again
  expect(weights).toEqual([2, 2.5, 2.5].map((count) => 1 + Math.log(count)));
});

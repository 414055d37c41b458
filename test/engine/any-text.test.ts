import fc from 'fast-check';
import { expect, test } from 'vitest';
import { termsOf } from '../../src/domain/analysis.ts';
import { ENGINE, PROFILE } from './given.ts';

test('a clause that asks and denies at once is read, whatever it means', () => {
  const abstract = '放弃的完成时网页命没有推荐算法。';
  const { terms } = ENGINE.analyseResult({ id: 'r', title: '推荐算法', abstract });
  const asked = terms.find(({ path }) => path === 'asked');
  expect(termsOf(asked!)).toContain('命');
  expect(asked?.places?.at).toHaveLength(3 * asked!.counts.length);
});

test('whatever markers, words and marks follow each other, the text is read and every place lies in it', () => {
  const markers = Object.values(PROFILE.markers).flatMap(({ zh, en }) => [...zh, ...en]);
  const words = [
    '网页',
    '推荐算法',
    '命',
    '中试',
    '时',
    'GMP',
    'a pilot line',
    '10 吨',
    '洁净车间',
    '的',
    '和',
  ];
  const piece = fc.oneof(
    fc.constantFrom(...markers),
    fc.constantFrom(...words),
    fc.constantFrom('，', '。', ' ', '、', '\n', '-\n'),
  );
  const text = fc.array(piece, { minLength: 1, maxLength: 14 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, text, (abstract, needs) => {
      const { terms } = ENGINE.analyseResult({ id: 'r', title: '某成果', abstract, needs });
      const sizes: Record<string, number> = { title: 3, abstract: abstract.length, needs: needs.length };
      for (const field of terms) {
        const { places } = field;
        // no term goes over a line's end
        expect(termsOf(field)).toHaveLength(field.counts.length);
        for (let i = 0; places && i < places.at.length; i += 3) {
          const size = sizes[places.sources[places.at[i]!]!]!;
          expect(places.at[i + 1]!).toBeLessThan(places.at[i + 2]!);
          expect(places.at[i + 2]!).toBeLessThanOrEqual(size);
        }
      }
    }),
    { numRuns: 1000, seed: 20261129 },
  );
});

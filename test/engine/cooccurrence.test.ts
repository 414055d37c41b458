import fc from 'fast-check';
import { expect, test } from 'vitest';
import { positivePmi } from '../../src/engine/model/cooccurrence.ts';
import type { SparseMatrix } from '../../src/engine/model/sparse-matrix.ts';
import { finish } from '../../src/engine/model/steps.ts';
import { collectTerms, thinned } from '../../src/engine/model/term-corpus.ts';

const SIZE = 8;
const NO_LIMIT = Number.POSITIVE_INFINITY;

function matrixOf(fields: readonly (readonly number[])[], most = NO_LIMIT): number[][] {
  const words = Int32Array.from(fields.flat());
  const ends = Int32Array.from(fields, (_, i) => fields.slice(0, i + 1).flat().length);
  return dense(finish(positivePmi({ words, ends }, SIZE, most)));
}

function dense({ size, offsets, columns, values }: SparseMatrix): number[][] {
  return Array.from({ length: size }, (_, row) => {
    const numbers = new Array<number>(size).fill(0);
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) numbers[columns[at]!]! += values[at]!;
    return numbers;
  });
}

/** As the formula is written. */
function byDefinition(fields: readonly (readonly number[])[]): number[][] {
  const counts = Array.from({ length: SIZE }, () => new Array<number>(SIZE).fill(0));
  for (const field of fields)
    for (const a of field) for (const b of field) if (a !== b) counts[a]![b]! += 1 / (field.length - 1);
  const sums = counts.map((row) => row.reduce((total, count) => total + count, 0));
  const all = sums.reduce((total, sum) => total + sum ** 0.75, 0);
  return counts.map((row, a) =>
    row.map((count, b) => {
      if (count === 0) return 0;
      const expected = sums[a]! * (sums[b]! ** 0.75 / all);
      return Math.max(0, Math.log(count / expected));
    }),
  );
}

const fields = fc.array(
  fc
    .uniqueArray(fc.nat({ max: SIZE - 1 }), { minLength: 2, maxLength: 5 })
    .map((field) => field.sort((a, b) => a - b)),
  { minLength: 1, maxLength: 12 },
);

test('is what the formula says, whatever stands together', () => {
  fc.assert(
    fc.property(fields, (given) => {
      const expected = byDefinition(given);
      for (const [a, row] of matrixOf(given).entries())
        for (const [b, value] of row.entries()) expect(value).toBeCloseTo(expected[a]![b]!, 10);
    }),
  );
});

test('with room for some pairs keeps the ones seen most, both ways', () => {
  const given = [
    ...Array.from({ length: 9 }, () => [0, 1]),
    ...Array.from({ length: 4 }, () => [2, 3]),
    [4, 5, 6, 7],
  ];
  const kept = (most: number) =>
    matrixOf(given, most).flatMap((row, a) => row.flatMap((value, b) => (value > 0 ? [`${a}${b}`] : [])));
  expect(kept(2)).toEqual(['01', '10']);
  expect(kept(5)).toEqual(['01', '10', '23', '32']);
  expect(kept(1)).toEqual([]);
  expect(kept(NO_LIMIT)).toHaveLength(4 + 12);
});

test('of more documents than wanted takes evenly spaced ones, and still counts the terms of all', () => {
  const documents = Array.from({ length: 10 }, (_, i) => ({
    language: 'han' as const,
    terms: [
      { path: 'title', terms: `标题${i}`, counts: [1] },
      { path: 'abstract', terms: `共有\n正文${i}`, counts: [1, 1] },
    ],
  }));
  const all = collectTerms(documents);
  expect(thinned(all, 10)).toBe(all);
  const some = thinned(all, 4);
  expect(some.frequency.han[some.terms.indexOf('共有')]).toBe(10);
  const names = [...some.words].map((number) => some.terms[number]);
  expect(names).toEqual([0, 2, 5, 7].flatMap((i) => [`标题${i}`, '共有', `正文${i}`]));
  expect([...some.fieldEnds]).toEqual([1, 3, 4, 6, 7, 9, 10, 12]);
  expect([...some.documentEnds]).toEqual([2, 4, 6, 8]);
});

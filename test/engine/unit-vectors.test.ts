import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AT_ONCE, UNIT, UnitVectors } from '../../src/engine/model/unit-vectors.ts';

const numbers = (length: number) =>
  fc.array(fc.oneof(fc.float({ min: -4, max: 4, noNaN: true }), fc.constantFrom(0, 1, -1)), {
    minLength: length,
    maxLength: length,
  });
const words = fc.integer({ min: 1, max: 130 }).chain((dimensions) =>
  fc.record({
    dimensions: fc.constant(dimensions),
    rows: fc.array(numbers(dimensions), { minLength: 1, maxLength: AT_ONCE + 3 }),
  }),
);

/** Rounded and multiplied dimension by dimension: slow, and simple enough to be believed. */
function plainly(rows: readonly (readonly number[])[]): number[][] {
  const units = rows.map((row) => {
    const vector = Float32Array.from(row);
    const length = Math.sqrt(vector.reduce((sum, value) => sum + value ** 2, 0)) || 1;
    return Array.from(vector, (value) => Math.round(value * (UNIT / length)));
  });
  return units.map((one) =>
    units.map((other) => one.reduce((sum, value, d) => sum + value * other[d]!, 0) + 0),
  );
}

describe('vectors of words, two dimensions in one number', () => {
  it('multiply as they do dimension by dimension, one by one and eight at once', () => {
    fc.assert(
      fc.property(words, ({ dimensions, rows }) => {
        const expected = plainly(rows);
        const vectors = new UnitVectors({ dimensions, vectors: Float32Array.from(rows.flat()) });
        expect(vectors.longestSquare).toBe(Math.max(...expected.map((row, i) => row[i]!)));
        const turned = vectors.turned(rows.slice(0, AT_ONCE).map((_, row) => row));
        const found = new Int16Array(AT_ONCE);
        rows.forEach((_, row) => {
          expect(rows.map((_row, other) => vectors.product(row, other))).toEqual(expected[row]);
          vectors.multiply(turned, row, found, 0);
          expect([...found].slice(0, rows.length)).toEqual(expected[row]!.slice(0, AT_ONCE));
        });
      }),
    );
  });

  it('come to nothing with a word that has no vector', () => {
    const vectors = new UnitVectors({ dimensions: 3, vectors: Float32Array.of(1, 2, 3) });
    const found = new Int16Array(AT_ONCE).fill(7);
    vectors.multiply(vectors.turned([-1, 0]), 0, found, 0);
    expect([...found].slice(0, 3)).toEqual([0, vectors.product(0, 0), 0]);
  });
});

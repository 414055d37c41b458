import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type PackedRange, PackedReader, PackedTerms } from '../../src/planning/parks/packed-terms.ts';

type Terms = readonly (readonly [number: number, weight: number])[];

function pack(packed: PackedTerms, terms: Terms): PackedRange {
  return packed.add(
    Int32Array.from(terms, ([number]) => number),
    Int32Array.from(terms, ([, weight]) => weight),
  );
}

function unpack(range: PackedRange): Terms {
  const reader = new PackedReader(range);
  const terms: [number, number][] = [];
  for (let number = 0; reader.more; ) {
    number += reader.next();
    terms.push([number, reader.next()]);
  }
  return terms;
}

it('gives back what was put in, by number; a term of two fields keeps its order', () => {
  const text = fc.array(fc.tuple(fc.integer({ min: 0, max: 2 ** 31 - 1 }), fc.nat({ max: 70_000 })), {
    maxLength: 300,
  });
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 20 }), (texts) => {
      const packed = new PackedTerms();
      const ranges = texts.map((terms) => pack(packed, terms));
      expect(ranges.map(unpack)).toEqual(texts.map((terms) => [...terms].sort(([a], [b]) => a - b)));
    }),
    { numRuns: 50, seed: 1 },
  );
});

it('goes on in another block where one is full, and keeps what stands in the first', () => {
  const packed = new PackedTerms();
  const texts = [60_000, 60_000, 3, 60_000, 60_000, 60_000, 60_000, 60_000].map((count, text) =>
    Array.from({ length: count }, (_, i) => [7 * i + text, 1 + ((i + text) % 300)] as const),
  );
  const ranges = texts.map((terms) => pack(packed, terms));
  expect(new Set(ranges.map(({ block }) => block)).size).toBeGreaterThan(1);
  expect(ranges.map(unpack)).toEqual(texts);
});

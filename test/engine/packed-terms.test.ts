import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PackedReader, PackedTerms } from '../../src/engine/compose/packed-terms.ts';

it('gives back what was put in, by number; a term of two fields keeps its order', () => {
  const text = fc.array(fc.tuple(fc.integer({ min: 0, max: 2 ** 31 - 1 }), fc.nat({ max: 70_000 })), {
    maxLength: 300,
  });
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 20 }), (texts) => {
      const packed = new PackedTerms();
      const ranges = texts.map((terms) =>
        packed.add(
          Int32Array.from(terms, ([number]) => number),
          Int32Array.from(terms, ([, weight]) => weight),
        ),
      );
      const read = ranges.map((range) => {
        const reader = new PackedReader(range);
        const terms: [number, number][] = [];
        for (let number = 0; reader.more; ) {
          number += reader.next();
          terms.push([number, reader.next()]);
        }
        return terms;
      });
      expect(read).toEqual(texts.map((terms) => [...terms].sort(([a], [b]) => a - b)));
    }),
    { numRuns: 50, seed: 1 },
  );
});

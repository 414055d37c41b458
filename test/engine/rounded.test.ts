import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rounded } from '../../src/engine/model/rounded.ts';

test('a number is rounded as by Math.round, also next to a half and next to nothing', () => {
  const halves = fc.integer({ min: -9, max: 9 }).map((twice) => twice / 2);
  const tiny = fc.constantFrom(0, 2 ** -60, -(2 ** -60), 2 ** -54, -(2 ** -54), 2 ** -53, -(2 ** -53));
  const near = fc.tuple(halves, tiny).map(([half, more]) => half + more);
  fc.assert(
    fc.property(fc.oneof(near, fc.double({ min: -1e6, max: 1e6, noNaN: true })), (number) => {
      // of an array of whole numbers there is one 0
      expect(rounded(number) + 0).toBe(Math.round(number) + 0);
    }),
    { numRuns: 2_000 },
  );
});

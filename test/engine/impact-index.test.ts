import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ImpactIndex } from '../../src/engine/index/impact-index.ts';
import { type ImpactVector, stretchOf } from '../../src/engine/index/impact-vector.ts';
import { inGroups, Kernel } from '../../src/engine/kernel/kernel.ts';
import { ShortTexts, scanOne } from '../../src/engine/rank/scanned-rows.ts';

const TERMS = 12;

const vector = fc
  .dictionary(fc.integer({ min: 0, max: TERMS - 1 }).map(String), fc.integer({ min: 1, max: 4095 }), {
    maxKeys: TERMS,
  })
  .map((impacts): ImpactVector => {
    const terms = Object.keys(impacts).map(Number);
    return { terms: Int32Array.from(terms), impacts: Uint16Array.from(terms, (term) => impacts[term]!) };
  });

/** Every term of the one against every term of the other. */
function bruteForce(a: ImpactVector, b: ImpactVector): number {
  let sum = 0;
  a.terms.forEach((term, i) => {
    b.terms.forEach((other, j) => {
      if (term === other) sum += a.impacts[i]! * b.impacts[j]!;
    });
  });
  return sum;
}

const kernel = new Kernel();

function sumsOf(index: ImpactIndex, query: ImpactVector): number[] {
  const sums = kernel.ints(inGroups(index.size)).fill(7);
  index.accumulate(query, sums);
  return [...sums.subarray(0, index.size)];
}

describe('the index over impacts', () => {
  it('gives what comparing with every row gives, bit for bit', () => {
    fc.assert(
      fc.property(fc.array(vector, { maxLength: 8 }), vector, (rows, query) => {
        const found = sumsOf(ImpactIndex.of(rows, kernel), query);
        expect(found).toEqual(rows.map((row) => bruteForce(query, row)));
      }),
    );
  });

  it('gives the same in one pass over all rows, for several texts at once', () => {
    const change = fc.record({ row: fc.nat({ max: 12 }), vector });
    fc.assert(
      fc.property(
        fc.array(vector, { maxLength: 8 }),
        fc.array(change, { maxLength: 4 }),
        fc.array(vector, { minLength: 1, maxLength: 3 }),
        (rows, changes, queries) => {
          const index = ImpactIndex.of(rows);
          for (const { row, vector: changed } of changes)
            index.replace(Math.min(row, index.size), stretchOf(changed));
          const now = Array.from({ length: index.size }, (_, row) => index.vector(row));
          const expected = queries.map((query) => now.map((row) => bruteForce(query, row)));
          const texts = new ShortTexts(queries);
          now.forEach((row, r) => {
            expect([...texts.products(stretchOf(row))]).toEqual(expected.map((sums) => sums[r]));
          });
          expect([...texts.greatest(index)]).toEqual(
            now.map((_, r) => Math.max(...expected.map((sums) => sums[r]!))),
          );
          expect(queries.map((query) => [...scanOne(index, query)])).toEqual(expected);
        },
      ),
    );
  });

  it('tells many long texts apart, of more terms than sixteen bits can number', () => {
    const texts = Array.from({ length: 150 }, (_, t): ImpactVector => {
      const terms = Int32Array.from({ length: 900 }, (_, k) => t * 900 + k);
      return { terms, impacts: new Uint16Array(900).fill(1 + t) };
    });
    const last = texts.at(-1)!;
    const products = new ShortTexts(texts).products(stretchOf(last));
    expect([...products]).toEqual(texts.map((text) => bruteForce(text, last)));
  }, 60_000);

  it('finds rows beyond the millionth', () => {
    const rows = 2 ** 20 + 3;
    const store = {
      offsets: Float64Array.from({ length: rows + 1 }, (_, row) => row),
      // the first is common, the others are rare
      terms: new Int32Array(rows).map((_, row) => (row % 2 === 0 ? 0 : row % 101)),
      impacts: new Uint16Array(rows).map((_, row) => 1 + (row % 4095)),
    };
    const index = new ImpactIndex(store, 0, kernel);
    for (const term of [0, 1]) {
      const sums = kernel.ints(inGroups(rows));
      index.accumulate({ terms: Int32Array.of(term), impacts: Uint16Array.of(4095) }, sums);
      const expected = new Int32Array(rows).map((_, row) =>
        store.terms[row] === term ? 4095 * store.impacts[row]! : 0,
      );
      expect(Buffer.compare(Buffer.from(sums.subarray(0, rows)), Buffer.from(expected))).toBe(0);
    }
  });

  it('sees a replaced or added row at once, and gives the same as an index built of the new rows', () => {
    const change = fc.record({ row: fc.nat({ max: 12 }), vector });
    fc.assert(
      fc.property(
        fc.array(vector, { minLength: 1, maxLength: 8 }),
        fc.array(change, { maxLength: 20 }),
        vector,
        (rows, changes, query) => {
          const index = ImpactIndex.of(rows, kernel);
          const now = [...rows];
          for (const { row, vector: changed } of changes) {
            const at = Math.min(row, now.length);
            index.replace(at, stretchOf(changed));
            now[at] = changed;
          }
          expect(sumsOf(index, query)).toEqual(sumsOf(ImpactIndex.of(now, kernel), query));
          expect(sumsOf(new ImpactIndex(index.packed(), 0, kernel), query)).toEqual(sumsOf(index, query));
        },
      ),
    );
  });

  it('merges many replaced rows into its postings without a difference', () => {
    const word = (term: number): ImpactVector => ({
      terms: Int32Array.of(term),
      impacts: Uint16Array.of(1 + term),
    });
    /** Many terms that nobody asks for, so that it is not long before there are too many to compare. */
    const long = (term: number): ImpactVector => {
      const terms = Int32Array.from({ length: 1_000 }, (_, i) => (i === 0 ? term : 10 + i));
      return { terms, impacts: new Uint16Array(1_000).fill(1 + term) };
    };
    const index = ImpactIndex.of([word(1)], kernel);
    for (let row = 0; row < 600; row++) {
      index.replace(row, stretchOf(long(row % 5)));
      if (row % 100 === 3) expect(sumsOf(index, word(3))[row]).toBe(16);
    }
    expect(sumsOf(index, word(3))).toEqual(Array.from({ length: 600 }, (_, row) => (row % 5 === 3 ? 16 : 0)));
  });
});

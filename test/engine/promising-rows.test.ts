import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ImpactTable } from '../../src/engine/index/impact-table.ts';
import { GROUP, Kernel } from '../../src/engine/kernel/kernel.ts';
import { BoundedRows } from '../../src/engine/rank/bounded-rows.ts';
import { PromisingRows } from '../../src/engine/rank/promising-rows.ts';
import { TopRows } from '../../src/engine/rank/top-rows.ts';

/** Of rows that can reach so much; null: no carrier is there. */
function bounded(most: readonly (number | null)[]): BoundedRows {
  const rows = new BoundedRows();
  rows.begin(new Kernel(), most.length);
  rows.peaks.fill(-1);
  most.forEach((value, row) => {
    rows.most[row] = value ?? Number.NaN;
    const group = Math.floor(row / GROUP);
    rows.peaks[group] = Math.max(rows.peaks[group]!, value ?? -1);
  });
  return rows;
}

const values = fc.array(fc.float({ min: 0, max: 1, noNaN: true }), { maxLength: 200 });

describe('what is looked at first', () => {
  it('leaves out no row that can reach what is asked, and begins with the most promising', () => {
    fc.assert(
      fc.property(values, fc.double({ min: -1, max: 1, noNaN: true }), (most, least) => {
        const found = [...new PromisingRows().of(bounded(most), least)];
        const expected = [...most.keys()].filter((row) => most[row]! >= least);
        expect([...found].sort((a, b) => a - b)).toEqual(expected);
        // in coarse steps: no row stands far before a better one
        const step = Math.max(0, ...most) / 1000 + 1e-9;
        for (let i = 1; i < found.length; i++)
          expect(most[found[i]!]! - most[found[i - 1]!]!).toBeLessThanOrEqual(step);
      }),
    );
  });

  it('is what can reach most, ties at the earlier id, and no row without a carrier', () => {
    const there = fc.option(fc.float({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(fc.array(there, { maxLength: 200 }), fc.integer({ min: 1, max: 40 }), (most, limit) => {
        const first = new TopRows<null>(limit, (row, other) => row < other);
        bounded(most).offerTo(first, limit);
        const expected = [...most.keys()]
          .filter((row) => most[row] !== null)
          .sort((a, b) => most[b]! - most[a]! || a - b);
        expect(first.sorted().map(({ row }) => row)).toEqual(expected.slice(0, limit));
      }),
    );
  });

  it('finds the impact of a term, and none for a term that the text has not', () => {
    const terms = fc.uniqueArray(fc.nat({ max: 500 }), { maxLength: 100 });
    fc.assert(
      fc.property(terms, (list) => {
        const table = new ImpactTable({
          terms: Int32Array.from(list),
          impacts: Uint16Array.from(list, (term) => term + 1),
        });
        for (let term = 0; term <= 500; term++)
          expect(table.of(term)).toBe(list.includes(term) ? term + 1 : 0);
      }),
    );
  });
});

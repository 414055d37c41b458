import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimate, hit, mulberry32, ndcg, reciprocalRank } from '../../src/engine/measures.ts';

/** A ranking whose judged documents are exactly those that it holds. */
function ranking(...grades: number[]) {
  return { grades, all: grades };
}

describe('nDCG', () => {
  it('by hand: grades 1, 3, 0, 2 against the ideal 3, 2, 1, 0', () => {
    const gained = 1 / Math.log2(2) + 7 / Math.log2(3) + 0 + 3 / Math.log2(5);
    const ideal = 7 / Math.log2(2) + 3 / Math.log2(3) + 1 / Math.log2(4);
    expect(ndcg(ranking(1, 3, 0, 2), 10)).toBeCloseTo(gained / ideal, 12);
    expect(gained / ideal).toBeCloseTo(0.7142, 4);
  });

  it('counts the first k only, against the best that k could hold', () => {
    expect(ndcg(ranking(0, 3), 1)).toBe(0);
    expect(ndcg(ranking(2, 3), 1)).toBeCloseTo(3 / 7, 12);
    expect(ndcg(ranking(3, 0, 0), 1)).toBe(1);
  });

  it('knows of judged documents that the ranking does not hold', () => {
    expect(ndcg({ grades: [1], all: [1, 3] }, 10)).toBeCloseTo(1 / (7 + 1 / Math.log2(3)), 12);
  });

  it('is 0 where nothing is relevant, 1 for the ideal order, and never outside [0, 1]', () => {
    expect(ndcg(ranking(0, 0), 10)).toBe(0);
    expect(ndcg({ grades: [], all: [] }, 10)).toBe(0);
    const grades = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(grades, fc.integer({ min: 1, max: 12 }), (list, k) => {
        const value = ndcg(ranking(...list), k);
        const best = ndcg(ranking(...[...list].sort((a, b) => b - a)), k);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(best + 1e-12);
        expect(best).toBeCloseTo(list.some((grade) => grade > 0) ? 1 : 0, 12);
      }),
    );
  });
});

describe('rank of the first relevant document', () => {
  it('MRR counts its place, from the given grade on', () => {
    expect(reciprocalRank(ranking(1, 1, 2), 2)).toBeCloseTo(1 / 3, 12);
    expect(reciprocalRank(ranking(1, 1, 2), 1)).toBe(1);
    expect(reciprocalRank(ranking(1, 1), 2)).toBe(0);
    expect(reciprocalRank(ranking(), 1)).toBe(0);
  });

  it('hit@k asks only whether it is among the first k', () => {
    expect(hit(ranking(0, 0, 0, 0, 2), 5, 2)).toBe(1);
    expect(hit(ranking(0, 0, 0, 0, 0, 2), 5, 2)).toBe(0);
    expect(hit(ranking(1, 1), 5, 2)).toBe(0);
  });
});

describe('the bootstrap interval', () => {
  const values = [0.1, 0.9, 0.4, 0.4, 0.7, 0.2, 1, 0, 0.5, 0.6];

  it('is the same every time, and another seed gives another sample', () => {
    expect(estimate(values)).toEqual(estimate([...values]));
    expect(estimate(values, 1)).not.toEqual(estimate(values, 2));
  });

  it('contains the mean, and nothing outside the values', () => {
    const lists = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(lists, (list) => {
        const { mean, low, high } = estimate(list);
        expect(mean).toBeCloseTo(list.reduce((a, b) => a + b, 0) / list.length, 12);
        expect(low).toBeLessThanOrEqual(mean + 1e-12);
        expect(high).toBeGreaterThanOrEqual(mean - 1e-12);
        expect(low).toBeGreaterThanOrEqual(Math.min(...list) - 1e-12);
        expect(high).toBeLessThanOrEqual(Math.max(...list) + 1e-12);
      }),
      { numRuns: 40 },
    );
  });

  it('narrows with more queries: about 1.96 standard errors to each side', () => {
    const random = mulberry32(3);
    const many = Array.from({ length: 400 }, () => random());
    const { mean, low, high } = estimate(many);
    const error = Math.sqrt(
      many.reduce((sum, value) => sum + (value - mean) ** 2, 0) / many.length / many.length,
    );
    expect(high - low).toBeGreaterThan(2 * 1.96 * error * 0.85);
    expect(high - low).toBeLessThan(2 * 1.96 * error * 1.15);
  });

  it('of no value is nothing, of one value that value', () => {
    expect(estimate([])).toEqual({ mean: 0, low: 0, high: 0 });
    expect(estimate([0.25])).toEqual({ mean: 0.25, low: 0.25, high: 0.25 });
  });
});

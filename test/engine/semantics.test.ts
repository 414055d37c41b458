import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/domain/canonical-json.ts';
import { mulberry32 } from '../../src/engine/measures.ts';
import { CARRIERS } from './district.ts';
import { ENGINE, PROFILE, readCarrier, readResult } from './given.ts';

/** Enough records to learn from: four words of one sector each, chosen by a seeded generator. */
function manyResults(count: number) {
  const random = mulberry32(7);
  const vocabularies = Object.values(PROFILE.terms).map((terms) => terms.slice(0, 60).map(({ zh }) => zh));
  return Array.from({ length: count }, (_, i) => {
    const words = vocabularies[i % vocabularies.length]!;
    const chosen = Array.from({ length: 4 }, () => words[Math.floor(random() * words.length)]!);
    return readResult({ id: `r${String(i).padStart(3, '0')}`, title: chosen.join('、') });
  });
}

describe('with enough records to learn word vectors from', () => {
  const results = manyResults(420);
  const carriers = CARRIERS.map(readCarrier);
  const pool = ENGINE.pool({ results, carriers });

  it('closeness in meaning is a component, between 0 and 1', () => {
    const values = pool
      .carriersFor('r000', 'transfer', 12)
      .matches.flatMap(({ components }) =>
        components.filter(({ name }) => name === 'semantics').map(({ value }) => value),
      );
    expect(values).toHaveLength(12);
    for (const value of values) {
      if (value !== null) expect(value).toBeGreaterThanOrEqual(0);
      if (value !== null) expect(value).toBeLessThanOrEqual(1);
    }
    expect(values.some((value) => value !== null && value > 0)).toBe(true);
  });

  it('records in another order give the same bytes', () => {
    const other = ENGINE.pool({ results: [...results].reverse(), carriers: [...carriers].reverse() });
    for (const id of ['r000', 'r131', 'r419']) {
      expect(canonicalJson(other.carriersFor(id, 'transfer', 5))).toBe(
        canonicalJson(pool.carriersFor(id, 'transfer', 5)),
      );
    }
  });

  it('weights still sum to 1 and the ways of asking agree to the bit', () => {
    for (const { id, affinity } of pool.rankCarriers('r200', 'pilot')) {
      const match = pool.explain('r200', id, 'pilot');
      expect(match.affinity).toBe(affinity);
      expect(pool.rankResults(id, 'pilot').find((ranked) => ranked.id === 'r200')?.affinity).toBe(affinity);
      expect(match.components.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
    }
  });
});

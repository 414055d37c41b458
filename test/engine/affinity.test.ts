import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/domain/canonical-json.ts';
import type { Match } from '../../src/domain/match.ts';
import { PURPOSES, type Purpose } from '../../src/domain/purpose.ts';
import type { MatchPool, RankedId } from '../../src/engine/engine.ts';
import { mulberry32 } from '../../src/engine/measures.ts';
import { CARRIERS, RESULTS } from './district.ts';
import { ENGINE, PROFILE, poolOf, readCarrier, readResult } from './given.ts';

const pool = poolOf({ results: RESULTS, carriers: CARRIERS });
const pairs = PURPOSES.flatMap((purpose) =>
  RESULTS.flatMap((result) =>
    CARRIERS.map((carrier) => ({ purpose, result: result.id, carrier: carrier.id })),
  ),
);
const matches = PURPOSES.flatMap((purpose) => RESULTS.flatMap(({ id }) => carriersOf(pool, id, purpose)));

function carriersOf(from: MatchPool, resultId: string, purpose: Purpose): Match[] {
  return from.carriersFor(resultId, purpose, CARRIERS.length).matches;
}

describe('a score can be checked by hand', () => {
  it('the score is the sum of the contributions times the factors of the limits', () => {
    expect(matches).toHaveLength(pairs.length);
    for (const match of matches) {
      const sum = match.components.reduce((total, component) => total + component.contribution, 0);
      const factor = match.limits.reduce((product, limit) => product * limit.factor, 1);
      expect(Math.abs(match.score - sum * factor), pairOf(match)).toBeLessThanOrEqual(1e-9);
    }
  });

  it('weights sum to 1; a contribution is weight times the value, or the stated assumption where it is unknown', () => {
    for (const match of matches) {
      const weights = match.components.reduce((total, component) => total + component.weight, 0);
      expect(weights, pairOf(match)).toBeCloseTo(1, 9);
      for (const { name, value, assumed, weight, contribution } of match.components) {
        const counted = value ?? assumed;
        expect(counted, `${pairOf(match)} ${name} says neither value nor assumption`).toBeDefined();
        expect(assumed === undefined, `${name}: an assumption exactly where there is no value`).toBe(
          value !== null,
        );
        expect(Math.abs(contribution - weight * (counted ?? Number.NaN)), name).toBeLessThanOrEqual(1e-12);
      }
    }
  });

  it('every number lies between 0 and 1', () => {
    for (const { affinity, components, limits } of matches) {
      const numbers = components.flatMap(({ value, assumed, weight, contribution }) => [
        value ?? 0,
        assumed ?? 0,
        weight,
        contribution,
      ]);
      for (const number of [affinity, ...numbers, ...limits.map((limit) => limit.factor)]) {
        expect(number).toBeGreaterThanOrEqual(0);
        expect(number).toBeLessThanOrEqual(1);
      }
    }
  });

  it('a limit that does nothing says so, one that excludes leaves nothing', () => {
    for (const match of matches) {
      for (const { code, outcome, effect, factor } of match.limits) {
        const where = `${pairOf(match)} ${code}`;
        if (effect === 'none') expect(factor, where).toBe(1);
        if (effect === 'reduce') expect(factor, where).toBeLessThan(1);
        if (effect === 'exclude') expect(factor, where).toBe(0);
        if (outcome === 'passed') expect(effect, where).toBe('none');
      }
      if (match.limits.some(({ effect }) => effect === 'exclude')) {
        expect(match).toMatchObject({ affinity: 0, verdict: 'unfit' });
      }
    }
  });

  it('every component and limit gives its reason in Chinese and English', () => {
    for (const { components, limits, summary, shortfalls } of matches) {
      for (const why of [...[...components, ...limits].map((part) => part.why), summary, ...shortfalls]) {
        expect(why.zh).toMatch(/\p{Script=Han}/u);
        expect(why.en).toMatch(/[a-z]/iu);
      }
    }
  });
});

describe('the same question has one answer', () => {
  it('ranks run from 1 by falling affinity, ties in the order of ids', () => {
    for (const purpose of PURPOSES) {
      for (const { id } of RESULTS) expectOrdered(carriersOf(pool, id, purpose), (match) => match.carrierId);
      for (const { id } of CARRIERS)
        expectOrdered(pool.resultsFor(id, purpose, RESULTS.length), (match) => match.resultId);
    }
  });

  it('a tie does end at the id: two carriers with the same text', () => {
    const twin = { ...CARRIERS[0]!, id: 'a-bio' };
    const ranking = poolOf({ results: RESULTS, carriers: [...CARRIERS, twin] }).rankCarriers(
      'r-antibody',
      'transfer',
    );
    const [first, second] = ranking;
    expect([first?.id, second?.id]).toEqual(['a-bio', 'c-bio']);
    expect(first?.affinity).toBe(second?.affinity);
  });

  it('asked from the result, from the carrier or for the pair alone: the same bits', () => {
    const fromResult = new Map<string, RankedId>(
      PURPOSES.flatMap((purpose) =>
        RESULTS.flatMap(({ id }) =>
          pool.rankCarriers(id, purpose).map((ranked) => [`${purpose} ${id} ${ranked.id}`, ranked] as const),
        ),
      ),
    );
    const fromCarrier = new Map<string, RankedId>(
      PURPOSES.flatMap((purpose) =>
        CARRIERS.flatMap(({ id }) =>
          pool.rankResults(id, purpose).map((ranked) => [`${purpose} ${ranked.id} ${id}`, ranked] as const),
        ),
      ),
    );
    for (const { purpose, result, carrier } of pairs) {
      const key = `${purpose} ${result} ${carrier}`;
      const { affinity, verdict, rank } = pool.explain(result, carrier, purpose);
      expect(fromResult.get(key), key).toMatchObject({ affinity, verdict });
      expect(fromCarrier.get(key), key).toMatchObject({ affinity, verdict });
      expect(rank).toBe(0);
    }
  });

  it('the first `top` of a ranking are the ranking’s beginning', () => {
    const all = pool.rankCarriers('r-anammox', 'pilot');
    const top = pool.carriersFor('r-anammox', 'pilot', 3).matches;
    expect(top.map(({ carrierId, affinity }) => [carrierId, affinity])).toEqual(
      all.slice(0, 3).map(({ id, affinity }) => [id, affinity]),
    );
  });

  it('the order in which records come changes no byte, and neither does asking again', () => {
    const results = RESULTS.map(readResult);
    const carriers = CARRIERS.map(readCarrier);
    const bytesOf = (from: MatchPool) =>
      canonicalJson(RESULTS.map(({ id }) => from.carriersFor(id, 'transfer', 4)));
    const expected = bytesOf(pool);
    expect(bytesOf(pool)).toBe(expected);
    const shuffled = fc.record({
      results: fc.shuffledSubarray(results, { minLength: results.length }),
      carriers: fc.shuffledSubarray(carriers, { minLength: carriers.length }),
    });
    fc.assert(
      fc.property(shuffled, (input) => bytesOf(ENGINE.pool(input)) === expected),
      { numRuns: 5 },
    );
  });
});

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
  const large = ENGINE.pool({ results, carriers });

  it('closeness in meaning is a component, between 0 and 1', () => {
    const values = large
      .carriersFor('r000', 'transfer', 12)
      .matches.flatMap(({ components }) =>
        components.filter(({ name }) => name === 'semantics').map(({ value }) => value),
      );
    // of a carrier whose texts say nothing but what kind of place it is there is no meaning to compare
    expect(values.length).toBeGreaterThanOrEqual(11);
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
        canonicalJson(large.carriersFor(id, 'transfer', 5)),
      );
    }
  });

  it('weights still sum to 1 and the ways of asking agree to the bit', () => {
    for (const { id, affinity } of large.rankCarriers('r200', 'pilot')) {
      const match = large.explain('r200', id, 'pilot');
      expect(match.affinity).toBe(affinity);
      expect(large.rankResults(id, 'pilot').find((ranked) => ranked.id === 'r200')?.affinity).toBe(affinity);
      expect(match.components.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
    }
  });
});

function expectOrdered(list: readonly Match[], idOf: (match: Match) => string): void {
  expect(list.map(({ rank }) => rank)).toEqual(list.map((_match, i) => i + 1));
  list.slice(1).forEach((match, i) => {
    const above = list[i]!;
    expect(above.affinity).toBeGreaterThanOrEqual(match.affinity);
    if (above.affinity === match.affinity) expect(idOf(above) < idOf(match)).toBe(true);
  });
}

function pairOf({ resultId, carrierId, purpose }: Match): string {
  return `${resultId} × ${carrierId} for ${purpose}`;
}

import { describe, expect, it } from 'vitest';
import { searchExactly } from '../../src/engine/compose/branch-and-bound.ts';
import { lazyGreedy } from '../../src/engine/compose/lazy-greedy.ts';
import { compose, composeQuickly } from '../../src/engine/compose/maximise.ts';
import { emptyPark, hasRoom, type ParkNumbers, parkOf, UNIT } from '../../src/engine/compose/park-value.ts';
import { MOST_LINKS, PARK_POINTS } from '../../src/engine/compose/settings.ts';
import { mulberry32 } from '../../src/engine/measures.ts';

describe('the value of a park', () => {
  it('is the sum that docs/parks.md states', () => {
    for (const { numbers, random } of instances(60, 10)) {
      const members = someOf(numbers.size, random, 0.5);
      expect(parkOf(numbers, members).value).toBe(valueByFormula(numbers, members));
    }
  });

  it('never falls when a result joins, and a result adds less to a larger set', () => {
    for (const { numbers, random } of instances(200, 12)) {
      const small = someOf(numbers.size, random, 0.3);
      const more = someOf(numbers.size, random, 0.4);
      const large = [...small, ...more.filter((member) => !small.includes(member))];
      for (let candidate = 0; candidate < numbers.size; candidate++) {
        if (large.includes(candidate)) continue;
        const toLarge = parkOf(numbers, large).gain(candidate);
        expect(toLarge).toBeGreaterThanOrEqual(0);
        expect(parkOf(numbers, small).gain(candidate)).toBeGreaterThanOrEqual(toLarge);
      }
    }
  });

  it('does not depend on the order of joining', () => {
    for (const { numbers, random } of instances(40, 10)) {
      const members = someOf(numbers.size, random, 0.6);
      expect(parkOf(numbers, [...members].reverse()).value).toBe(parkOf(numbers, members).value);
    }
  });

  it('can come to a hundred points', () => {
    const { stage, field, served, host, pilot, cohesion, shared } = PARK_POINTS;
    expect(5 * stage + MOST_LINKS * (field + served) + host + pilot + cohesion + shared).toBe(100);
  });
});

describe('choosing the members', () => {
  it('finds what trying all sets finds, with slots and with floor area', () => {
    for (const { numbers } of instances(150, 11)) {
      const { park, bound, proven } = compose(numbers);
      const best = bestOfAllSets(numbers);
      expect(park.value).toBe(best);
      expect(proven).toBe(true);
      expect(bound).toBe(best);
    }
  });

  it('is never below plain greedy, also where the search is cut short', () => {
    for (const { numbers } of instances(60, 24)) {
      const greedy = plainGreedy(numbers);
      expect(lazyGreedy(numbers).value).toBe(greedy);
      expect(composeQuickly(numbers).value).toBeGreaterThanOrEqual(greedy);
      expect(compose(numbers, 20).park.value).toBeGreaterThanOrEqual(greedy);
    }
  });

  it('says how far from the best a search that was cut short can be', () => {
    let unproven = 0;
    for (const { numbers } of instances(60, 13)) {
      const { best, bound, complete } = searchExactly(numbers, emptyPark(numbers), 6);
      if (!complete) unproven++;
      expect(bound).toBeGreaterThanOrEqual(bestOfAllSets(numbers));
      expect(bound).toBeGreaterThanOrEqual(best.value);
    }
    expect(unproven).toBeGreaterThan(30);
  });

  it('gives gains that sum to the value, the highest first', () => {
    for (const { numbers } of instances(60, 14)) {
      const { joining, park } = compose(numbers);
      expect(joining.reduce((sum, { gain }) => sum + gain, 0)).toBe(park.value);
      const gains = joining.map(({ gain }) => gain);
      expect(gains).toEqual([...gains].sort((a, b) => b - a));
    }
  });

  it('keeps to slots and floor area', () => {
    for (const { numbers } of instances(60, 20)) {
      const { members } = compose(numbers, 500).park;
      const area = members.reduce((sum, member) => sum + (numbers.area?.each[member] ?? 0), 0);
      expect(members.length).toBeLessThanOrEqual(numbers.most);
      expect(area).toBeLessThanOrEqual(numbers.area?.free ?? 0);
    }
  });
});

/** Random themes, every second one with floor area. */
function* instances(count: number, size: number): Generator<{ numbers: ParkNumbers; random: () => number }> {
  for (let seed = 1; seed <= count; seed++) {
    const random = mulberry32(seed);
    const units = (points: number) => Math.round(points * UNIT * random());
    const sparse = (points: number) => (random() < 0.4 ? units(points) : 0);
    const row = <T>(length: number, make: (i: number) => T) => Array.from({ length }, (_, i) => make(i));
    const numbers: ParkNumbers = {
      size,
      most: 2 + Math.floor((random() * size) / 2),
      area:
        seed % 2 === 0
          ? {
              each: row(size, () => 50 + Math.floor(random() * 300)),
              free: 150 * (1 + Math.floor(random() * 6)),
            }
          : null,
      links: row(size, () => row(7, () => sparse(3))),
      host: row(size, () => units(2)),
      pilot: row(size, () => sparse(1.2)),
      kin: row(size, (i) =>
        row(size, (j) => [j, i === j ? units(20 / size) : sparse(20 / size)] as const).filter(
          ([, u]) => u > 0,
        ),
      ),
      needs: row(size, () => row(5, (need) => need).filter(() => random() < 0.35)),
      needCount: 5,
      shared: row(size + 2, (askers) => Math.round((15 * UNIT * Math.log2(1 + askers)) / 9)),
      sharedCap: 15 * UNIT,
    };
    yield { numbers, random };
  }
}

function someOf(size: number, random: () => number, share: number): number[] {
  return Array.from({ length: size }, (_, i) => i).filter(() => random() < share);
}

/** F(S) as it is written down, from scratch. */
function valueByFormula(numbers: ParkNumbers, members: readonly number[]): number {
  const top = (values: readonly number[]) => values.reduce((most, value) => Math.max(most, value), 0);
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  const chain = sum(
    (numbers.links[0] ?? []).map((_, link) => top(members.map((i) => numbers.links[i]![link]!))),
  );
  const sites = sum(members.map((i) => numbers.host[i]! + numbers.pilot[i]!));
  const cohesion = sum(
    Array.from({ length: numbers.size }, (_, j) =>
      top(members.map((i) => numbers.kin[i]!.find(([near]) => near === j)?.[1] ?? 0)),
    ),
  );
  const needs = sum(
    Array.from(
      { length: numbers.needCount },
      (_, need) => numbers.shared[members.filter((i) => numbers.needs[i]!.includes(need)).length]!,
    ),
  );
  return chain + sites + cohesion + Math.min(numbers.sharedCap, needs);
}

function bestOfAllSets(numbers: ParkNumbers): number {
  let best = 0;
  for (let set = 0; set < 2 ** numbers.size; set++) {
    const members = Array.from({ length: numbers.size }, (_, i) => i).filter((i) => (set >> i) & 1);
    const area = members.reduce((sum, i) => sum + (numbers.area?.each[i] ?? 0), 0);
    if (members.length > numbers.most || (numbers.area && area > numbers.area.free)) continue;
    best = Math.max(best, parkOf(numbers, members).value);
  }
  return best;
}

/** Every gain computed anew in every step. */
function plainGreedy(numbers: ParkNumbers): number {
  const park = emptyPark(numbers);
  for (;;) {
    let next: { candidate: number; gain: number } | null = null;
    for (let candidate = 0; candidate < numbers.size; candidate++) {
      if (park.members.includes(candidate) || !hasRoom(numbers, park.members, candidate)) continue;
      const gain = park.gain(candidate);
      if (gain > (next?.gain ?? -1)) next = { candidate, gain };
    }
    if (!next) return park.value;
    park.add(next.candidate);
  }
}

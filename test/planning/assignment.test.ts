import { describe, expect, it } from 'vitest';
import { type AssignmentProblem, UNBOUNDED } from '../../src/planning/assign/problem.ts';
import type { OptimalAssignment } from '../../src/planning/assign/solution.ts';
import { solveAssignment } from '../../src/planning/assign/solve-assignment.ts';
import { bestPlan, SMALL } from './assignment-brute-force.ts';
import { drawnProblem, problemOf, withSlots } from './assignment-problems.ts';
import { verifyOptimal } from './verify-optimal.ts';

function solved(problem: AssignmentProblem): OptimalAssignment {
  const answer = solveAssignment(problem);
  if (answer.status === 'infeasible') throw new Error(JSON.stringify(answer.obstacles));
  return answer;
}

function pairsOf({ edges }: AssignmentProblem, { chosen }: OptimalAssignment): [number, number][] {
  return Array.from(chosen, (edge) => [edges.row[edge]!, edges.column[edge]!]);
}

/** Two results want carrier 0; it has one slot. Alone the second would win, together the first loses more elsewhere. */
const CONTESTED = problemOf({
  rows: 2,
  columns: 2,
  pairs: [
    [0, 0, 0.8],
    [0, 1, 0.1],
    [1, 0, 0.9],
    [1, 1, 0.7],
  ],
});

describe('an assignment', () => {
  it('is the best for all together, not for the one who is first', () => {
    const answer = solved(CONTESTED);
    expect(pairsOf(CONTESTED, answer)).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(answer.total).toBe(1_500_000_000);
  });

  it('says what one more slot of a carrier is worth', () => {
    // with a second slot at carrier 0 the second result moves there: 0.9 for 0.7
    expect([...solved(CONTESTED).slotPrice]).toEqual([200_000_000, 0]);
  });

  it('keeps decisions, respects conflicts, and leaves out what is worth less than nothing', () => {
    const kept = { ...CONTESTED, must: [{ row: 1, column: 0 }] };
    expect(pairsOf(kept, solved(kept))).toEqual([
      [0, 1],
      [1, 0],
    ]);
    const conflict = { ...CONTESTED, mustNot: [{ row: 0, column: 0 }] };
    expect(solved(conflict).total).toBe(1_000_000_000);
    const loss = problemOf({ rows: 1, columns: 1, pairs: [[0, 0, -0.2]] });
    expect(solved(loss).chosen).toHaveLength(0);
    expect(solved({ ...loss, demand: { least: Int32Array.of(1), most: Int32Array.of(1) } }).total).toBe(-2e8);
  });

  it('lets a carrier of unknown capacity take all that fits it', () => {
    const open = { ...CONTESTED, capacity: Int32Array.of(UNBOUNDED, 1) };
    expect(solved(open).total).toBe(1_700_000_000);
  });

  it('gives among equals the first row its first column, in whatever order the pairs come', () => {
    const pairs = [0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => [row, column, 0.5] as const));
    for (const order of [pairs, pairs.toReversed()]) {
      const problem = problemOf({ rows: 3, columns: 3, pairs: order });
      expect(pairsOf(problem, solved(problem))).toEqual([
        [0, 0],
        [1, 1],
        [2, 2],
      ]);
    }
  });

  it('refuses numbers that mean nothing', () => {
    const twice = problemOf({
      rows: 1,
      columns: 1,
      pairs: [
        [0, 0, 1],
        [0, 0, 0.5],
      ],
    });
    expect(() => solveAssignment(twice)).toThrow(/one pair/u);
    expect(() => solveAssignment({ ...CONTESTED, must: [{ row: 0, column: 5 }] })).toThrow(/no edge/u);
    expect(() => solveAssignment(problemOf({ rows: 1, columns: 1, pairs: [[0, 3, 1]] }))).toThrow(RangeError);
    expect(() => solveAssignment(problemOf({ rows: 1, columns: 1, pairs: [[0, 0, Number.NaN]] }))).toThrow(
      RangeError,
    );
  });
});

describe('small problems, against trying out every plan', () => {
  const problems = Array.from({ length: 1_500 }, (_, seed) => drawnProblem(seed + 1, SMALL)).flatMap(
    (problem) => {
      const best = bestPlan(problem);
      return best === 'too many' ? [] : [{ problem, best }];
    },
  );

  it('have the best total, or none where none is possible; of equal plans the first', () => {
    expect(problems.length).toBeGreaterThan(600);
    expect(problems.filter(({ best }) => best === null).length).toBeGreaterThan(100);
    for (const { problem, best } of problems) {
      const answer = solveAssignment(problem);
      expect(answer.status === 'optimal' ? pairsOf(problem, answer) : null).toEqual(best);
    }
  });

  it('have prices that prove it, and that say exactly what one more slot adds', () => {
    for (const { problem, best } of problems) {
      if (best === null) continue;
      const answer = solved(problem);
      expect(verifyOptimal(problem, answer).faults).toEqual([]);
      for (let column = 0; column < problem.columns; column++) {
        if (problem.capacity[column] === UNBOUNDED) continue;
        const gain = solved(withSlots(problem, column, 1)).total - answer.total;
        expect(gain).toBe(answer.slotPrice[column]!);
      }
    }
  });

  it('solved on from an earlier answer, come out as solved anew', () => {
    for (const { problem, best } of problems) {
      if (best === null) continue;
      const earlier = solved(problem);
      const changed = withSlots(problem, earlier.chosen.length % problem.columns, 2);
      expect(solveAssignment(changed, earlier)).toEqual(solveAssignment(changed));
    }
  });
});

describe('verifying', () => {
  const answer = solved(CONTESTED);

  it('finds a plan that is not the best, or not possible', () => {
    const edges = (...chosen: number[]) => ({ ...answer, chosen: Int32Array.from(chosen) });
    expect(verifyOptimal(CONTESTED, { ...edges(1, 2), total: 1_000_000_000 }).faults).toEqual([
      'the prices allow plans up to 1500000000, this one has 1000000000',
    ]);
    expect(verifyOptimal(CONTESTED, edges(0, 2)).faults).toContain('column 0 has 2, not 0 to 1');
    expect(verifyOptimal(CONTESTED, edges(0, 0)).faults).toContain('an edge is chosen twice');
  });

  it('finds prices that prove nothing, fixed pairs that are missing, forbidden ones that are there', () => {
    const cheap = { ...answer, slotPrice: Float64Array.of(0, 0) };
    expect(verifyOptimal(CONTESTED, cheap).ok).toBe(false);
    const other = { ...CONTESTED, must: [{ row: 1, column: 0 }], mustNot: [{ row: 0, column: 0 }] };
    expect(verifyOptimal(other, answer).faults).toEqual(
      expect.arrayContaining(['edge 2 must be and is not', 'edge 0 must not be and is']),
    );
  });
});

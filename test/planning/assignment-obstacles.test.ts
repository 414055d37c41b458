import { describe, expect, it } from 'vitest';
import { type AssignmentProblem, UNBOUNDED } from '../../src/planning/assign/problem.ts';
import type { LoadObstacle, Obstacle, SlotsObstacle } from '../../src/planning/assign/solution.ts';
import { solveAssignment } from '../../src/planning/assign/solve-assignment.ts';
import { drawnProblem, problemOf } from './assignment-problems.ts';

function obstaclesOf(problem: AssignmentProblem): readonly Obstacle[] {
  const answer = solveAssignment(problem);
  return answer.status === 'infeasible' ? answer.obstacles : [];
}

describe('what stands in the way of a plan', () => {
  it('three results that must go somewhere, and two carriers with one slot each: one slot is missing', () => {
    const crowded = problemOf({
      rows: 4,
      columns: 3,
      pairs: [
        [0, 0, 0.9],
        [0, 1, 0.5],
        [1, 0, 0.8],
        [1, 1, 0.4],
        [2, 1, 0.7],
        [3, 2, 0.6],
      ],
      demand: { least: 1 },
    });
    const [obstacle, ...others] = obstaclesOf(crowded);
    expect(others).toEqual([]);
    expect(obstacle).toMatchObject({
      kind: 'slots',
      rows: [0, 1, 2],
      columns: [0, 1],
      needed: 3,
      offered: 2,
      missing: 1,
    });
  });

  it('a result without enough candidates', () => {
    const lonely = problemOf({ rows: 1, columns: 2, pairs: [[0, 0, 1]], demand: { least: 2, most: 2 } });
    expect(obstaclesOf(lonely)).toEqual([{ kind: 'candidates', row: 0, candidates: 1, least: 2 }]);
  });

  it('decisions that go beyond slots, beyond a demand, or against a conflict', () => {
    const decided = problemOf({
      rows: 2,
      columns: 2,
      pairs: [
        [0, 0, 1],
        [0, 1, 1],
        [1, 0, 1],
      ],
      must: [
        { row: 0, column: 0 },
        { row: 0, column: 1 },
        { row: 1, column: 0 },
      ],
      mustNot: [{ row: 0, column: 1 }],
    });
    expect(obstaclesOf(decided)).toEqual([
      { kind: 'contradiction', pair: { row: 0, column: 1 } },
      { kind: 'fixed-row', at: 0, fixed: 2, most: 1 },
      { kind: 'fixed-column', at: 0, fixed: 2, most: 1 },
    ]);
  });

  it('a carrier that must take two, and one result that could come', () => {
    const empty = problemOf({
      rows: 2,
      columns: 2,
      pairs: [
        [0, 0, 1],
        [1, 1, 1],
      ],
      capacity: { least: [2, 0], most: 2 },
    });
    expect(obstaclesOf(empty)).toEqual([
      {
        kind: 'load',
        rows: [0],
        columns: [0],
        needed: 2,
        offered: 1,
        missing: 1,
        free: [{ column: 0, fewer: 1 }],
      },
    ]);
  });

  it('can be got out of the way exactly as it says, and by nothing less', () => {
    const seen = { slots: 0, load: 0 };
    for (let seed = 1; seed <= 3_000; seed++) {
      const problem = drawnProblem(seed, { rows: 12, columns: 5 });
      const [obstacle] = obstaclesOf(problem);
      if (obstacle?.kind === 'slots') {
        seen.slots++;
        const freed = obstacle.free.reduce(
          (all, { column, slots }) => withSlots(all, column, slots),
          problem,
        );
        // what is left may be a least load, another matter
        expect(obstaclesOf(freed).filter(({ kind }) => kind === 'slots')).toEqual([]);
        expectNothingLess(problem, obstacle);
      } else if (obstacle?.kind === 'load') {
        seen.load++;
        const freed = obstacle.free.reduce((all, { column, fewer }) => withLess(all, column, fewer), problem);
        expect(obstaclesOf(freed)).toEqual([]);
        expectNothingLess(problem, obstacle);
      }
    }
    expect(seen.slots).toBeGreaterThan(20);
    expect(seen.load).toBeGreaterThan(20);
  });
});

/** One slot, or one of a least load, fewer than said is not enough, wherever it is left out. */
function expectNothingLess(
  problem: AssignmentProblem,
  { kind, free, missing }: SlotsObstacle | LoadObstacle,
) {
  expect(free.reduce((sum, one) => sum + ('slots' in one ? one.slots : one.fewer), 0)).toBe(missing);
  for (const left of free) {
    const freed = free.reduce((all, one) => {
      const less = one === left ? 1 : 0;
      return 'slots' in one
        ? withSlots(all, one.column, one.slots - less)
        : withLess(all, one.column, one.fewer - less);
    }, problem);
    expect(obstaclesOf(freed)).toContainEqual(expect.objectContaining({ kind, missing: 1 }));
  }
}

function withSlots(problem: AssignmentProblem, column: number, more: number): AssignmentProblem {
  const most = problem.capacity.most.slice();
  if (most[column] !== UNBOUNDED) most[column]! += more;
  return { ...problem, capacity: { ...problem.capacity, most } };
}

function withLess(problem: AssignmentProblem, column: number, fewer: number): AssignmentProblem {
  const least = problem.capacity.least.slice();
  least[column]! -= fewer;
  return { ...problem, capacity: { ...problem.capacity, least } };
}

import { describe, expect, it } from 'vitest';
import type { AssignmentProblem } from '../../src/planning/assign/problem.ts';
import type { Obstacle, SlotsObstacle } from '../../src/planning/assign/solution.ts';
import { solveAssignment } from '../../src/planning/assign/solve-assignment.ts';
import { drawnProblem, problemOf, withSlots } from './assignment-problems.ts';

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

  it('can be got out of the way exactly as it says, and by nothing less', () => {
    let seen = 0;
    for (let seed = 1; seed <= 3_000; seed++) {
      const problem = drawnProblem(seed, { rows: 12, columns: 5 });
      const [obstacle] = obstaclesOf(problem);
      if (obstacle?.kind !== 'slots') continue;
      seen++;
      expect(obstaclesOf(withFreed(problem, obstacle.free))).toEqual([]);
      expectNothingLess(problem, obstacle);
    }
    expect(seen).toBeGreaterThan(20);
  });
});

/** One slot fewer than said is not enough, wherever it is left out. */
function expectNothingLess(problem: AssignmentProblem, { free, missing }: SlotsObstacle) {
  expect(free.reduce((sum, { slots }) => sum + slots, 0)).toBe(missing);
  for (const { column } of free) {
    const freed = withSlots(withFreed(problem, free), column, -1);
    expect(obstaclesOf(freed)).toContainEqual(expect.objectContaining({ kind: 'slots', missing: 1 }));
  }
}

function withFreed(problem: AssignmentProblem, free: SlotsObstacle['free']): AssignmentProblem {
  return free.reduce((all, { column, slots }) => withSlots(all, column, slots), problem);
}

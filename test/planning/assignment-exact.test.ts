import { describe, expect, it } from 'vitest';
import { MIDL_OPTIMUM, midlFolder, readMidl } from '../../bench/assignment/midl.ts';
import { syntheticProblem } from '../../bench/assignment/synthetic.ts';
import { type LinearSolver, loadLinearSolver } from '../../src/planning/assign/linear-solver.ts';
import type { AssignmentProblem } from '../../src/planning/assign/problem.ts';
import { solveWithSides } from '../../src/planning/assign/side-constraints.ts';
import { solveAssignment } from '../../src/planning/assign/solve-assignment.ts';
import { drawnProblem } from './assignment-problems.ts';
import { verifyOptimal } from './verify-optimal.ts';

const INSTANCES = 500;
const highs: LinearSolver = await loadLinearSolver();

/** Both solvers say the same, to the last unit of 1e-9. */
function compare(problem: AssignmentProblem, name: string): 'optimal' | 'infeasible' {
  const ours = solveAssignment(problem);
  const theirs = solveWithSides(problem, [], highs);
  expect(ours.status, name).toBe(theirs.status);
  if (ours.status === 'optimal' && theirs.status === 'optimal') {
    expect(verifyOptimal(problem, ours).faults, name).toEqual([]);
    expect(ours.total, name).toBe(theirs.total);
  }
  return ours.status;
}

describe('the assignment against HiGHS', () => {
  it(`has the same total on ${INSTANCES} drawn problems up to 60 × 30, possible and impossible ones`, () => {
    const seen = { optimal: 0, infeasible: 0 };
    for (let seed = 1; seed <= INSTANCES; seed++)
      seen[compare(drawnProblem(seed, { rows: 60, columns: 30 }), `seed ${seed}`)]++;
    expect(seen.optimal).toBeGreaterThan(INSTANCES / 2);
    expect(seen.infeasible).toBeGreaterThan(INSTANCES / 20);
  });

  it('has the same total on 3,000 × 200 with 20 candidates each', () => {
    const size = { rows: 3_000, columns: 200, perRow: 20, slotsPerRow: 1, seed: 3 } as const;
    expect(compare(syntheticProblem({ ...size, wants: 'the same' }), '3,000 × 200')).toBe('optimal');
  });

  const folder = midlFolder();
  it.skipIf(folder === null)('reaches the known optimum of MIDL (JIANYUAN_EVAL names the folder)', () => {
    const problem = readMidl(folder!);
    const solved = solveAssignment(problem);
    if (solved.status !== 'optimal') throw new Error('MIDL has a plan');
    expect(solved.total / 1e9).toBeCloseTo(MIDL_OPTIMUM, 5);
    expect(verifyOptimal(problem, solved).faults).toEqual([]);
  });
});

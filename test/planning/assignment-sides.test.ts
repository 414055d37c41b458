import { describe, expect, it } from 'vitest';
import { loadLinearSolver } from '../../src/planning/assign/linear-solver.ts';
import { type SideConstraint, unitsOf } from '../../src/planning/assign/problem.ts';
import { solveWithSides } from '../../src/planning/assign/side-constraints.ts';
import { everyPlan, SMALL } from './assignment-brute-force.ts';
import { drawnProblem, problemOf } from './assignment-problems.ts';

const highs = await loadLinearSolver();

/** One pilot line, three results that want it: 60, 50 and 50 hours. */
const LINE = problemOf({
  rows: 3,
  columns: 1,
  pairs: [
    [0, 0, 0.9],
    [1, 0, 0.6],
    [2, 0, 0.6],
  ],
  capacity: 3,
});

function hours(most: number): SideConstraint {
  return { edges: Int32Array.of(0, 1, 2), amounts: Int32Array.of(60, 50, 50), most };
}

describe('an assignment with constraints that no flow can express', () => {
  it('shares out pilot hours: two smaller ones instead of the best one', () => {
    expect(solveWithSides(LINE, [hours(100)], highs)).toEqual({
      status: 'optimal',
      chosen: Int32Array.of(1, 2),
      total: 1_200_000_000,
    });
    expect(solveWithSides(LINE, [hours(110)], highs)).toMatchObject({ total: 1_500_000_000 });
  });

  it('takes at most one of two', () => {
    const notBoth = { edges: Int32Array.of(0, 1), amounts: Int32Array.of(1, 1), most: 1 };
    expect([...chosenOf(solveWithSides(LINE, [notBoth], highs))]).toEqual([0, 2]);
  });

  it('says where nothing is possible', () => {
    const demanding = { ...LINE, demand: { least: Int32Array.of(1, 1, 1), most: Int32Array.of(1, 1, 1) } };
    expect(solveWithSides(demanding, [hours(159)], highs)).toEqual({ status: 'infeasible' });
    expect(solveWithSides(demanding, [hours(160)], highs)).toMatchObject({ status: 'optimal' });
  });

  it('says how a solver ended that proved nothing, rather than taking what it has', () => {
    const stopped = () => ({ status: 'Time limit reached', value: () => 1 });
    expect(() => solveWithSides(LINE, [hours(100)], stopped)).toThrow('Time limit reached');
    const careless = () => ({ status: 'Optimal', value: () => 1 });
    expect(() => solveWithSides(LINE, [hours(100)], careless)).toThrow('160 of 100');
  });

  it('has on small problems the best total of all plans that keep the constraint', () => {
    const seen = { optimal: 0, infeasible: 0 };
    for (let seed = 1; seed <= 100; seed++) {
      const problem = drawnProblem(seed, SMALL);
      const plans = everyPlan(problem);
      if (plans === 'too many') continue;
      const amounts = problem.edges.row.map((row, edge) => 1 + ((7 * row + 5 * edge) % 9));
      const most = 2 * problem.columns + (seed % 7);
      const used = (plan: readonly number[]): number => plan.reduce((sum, edge) => sum + amounts[edge]!, 0);
      const totals = plans
        .filter((plan) => used(plan) <= most)
        .map((plan) => plan.reduce((sum, edge) => sum + unitsOf(problem.edges.weight[edge]!), 0));
      const side = { edges: amounts.map((_amount, edge) => edge), amounts, most };
      const answer = solveWithSides(problem, [side], highs);
      seen[answer.status]++;
      expect(answer.status === 'optimal' ? answer.total : null).toBe(
        totals.length > 0 ? Math.max(...totals) : null,
      );
    }
    expect(Math.min(seen.optimal, seen.infeasible)).toBeGreaterThan(10);
  });
});

function chosenOf(answer: ReturnType<typeof solveWithSides>): Int32Array {
  if (answer.status === 'infeasible') throw new Error('infeasible');
  return answer.chosen;
}
